import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../platform/embedded/postgres.ts';
import { migrate } from '../platform/migrate/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    template: string;
  }
}

function migrationsHash(): string {
  const folder = join(import.meta.dirname, '../../prisma/migrations');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) if (!name.endsWith('.toml')) hash.update(readFileSync(join(folder, name, 'migration.sql')));
  return hash.digest('hex').slice(0, 12);
}

/** One PostgreSQL for the run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const folder = given ? null : mkdtempSync(join(tmpdir(), 'yagona-test-'));
  // The account that PostgreSQL runs as must be able to pass through.
  if (folder) chmodSync(folder, 0o755);
  const server = folder ? await startPostgres({ folder: join(folder, 'postgres'), throwaway: true }) : null;
  const url = server?.url ?? given ?? '';
  const template = `yagona_template_${migrationsHash()}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
  if (rowCount === 0) {
    await client.query(`create database ${template}`);
    await migrate(Object.assign(new URL(url), { pathname: `/${template}` }).href);
  }
  await client.end();
  project.provide('postgresUrl', url);
  project.provide('template', template);
  return async () => {
    await server?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
}
