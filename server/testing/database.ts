import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDb } from '../platform/db/index.ts';
import { resetEnv } from '../platform/env/index.ts';

export type TestDatabase = { url: string };

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Gives the test file a database of its own, cloned from the migrated template, and an environment that
 * points to it. Call it once at the top of the file; `db()` then works as in the product.
 */
export function createTestDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).href;
  const data = mkdtempSync(join(tmpdir(), 'yagona-data-'));
  Object.assign(process.env, {
    DATABASE_URL: url,
    YAGONA_DATA_DIR: data,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    OIDC_ISSUER: 'http://127.0.0.1:1',
    OIDC_CLIENT_ID: 'test',
    OIDC_CLIENT_SECRET: 'test',
    SMTP_URL: 'smtp://127.0.0.1:1',
    LOG_LEVEL: 'silent',
  });
  // A search server is one for all files; the tests of the engine itself ask it for indexes of their own.
  Reflect.deleteProperty(process.env, 'MEILISEARCH_URL');
  resetEnv();
  beforeAll(() => administer(`create database ${name} template ${inject('template')}`));
  afterAll(async () => {
    await closeDb();
    await administer(`drop database if exists ${name} with (force)`);
    rmSync(data, { recursive: true, force: true });
  });
  return { url };
}
