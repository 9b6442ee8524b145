import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrate, migrationNames, nextStamp, pendingChanges, schemaFiles, shippedMigrations } from './index.ts';

const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).href;
const admin = new pg.Client({ connectionString: inject('postgresUrl') });

beforeAll(async () => {
  await admin.connect();
  await admin.query(`create database ${name}`);
});
afterAll(async () => {
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

test('two servers that start at once on an empty database apply every migration once', async () => {
  const applied = await Promise.all([migrate(url), migrate(url)]);
  expect(applied.flat()).toEqual(migrationNames());
  expect(await migrate(url)).toEqual([]);
});

test('the history is kept as Prisma keeps it', async () => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>('select migration_name, checksum, finished_at from _prisma_migrations order by started_at, migration_name');
  await client.end();
  expect(rows.map((row) => row.migration_name)).toEqual(migrationNames());
  expect(rows.every(({ finished_at }) => finished_at !== null)).toBe(true);
  expect(rows.map(({ checksum }) => checksum)).toEqual(migrationNames().map((folder) => createHash('sha256').update(readFileSync(join(shippedMigrations, folder, 'migration.sql'))).digest('hex')));
});

test('the migrations make what the schema says', async () => {
  expect(await pendingChanges(url)).toBe('');
});

test('what the schema gains is what the next migration brings', async () => {
  const more = [...schemaFiles(), { path: 'more.prisma', content: 'model Gained {\n  id Int @id\n}\n' }];
  const sql = await pendingChanges(url, more);
  expect(sql).toContain('CREATE TABLE "Gained"');
  expect(sql).not.toContain('DROP');
  const { rows } = await admin.query(`select 1 from pg_database where datname like 'yagona_shadow_%'`);
  expect(rows).toEqual([]);
});

test('a migration that fails says why, leaves nothing, and is tried again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yagona-migrations-'));
  const file = join(folder, '29990101000000_more/migration.sql');
  cpSync(shippedMigrations, folder, { recursive: true });
  mkdirSync(join(file, '..'));
  writeFileSync(file, 'create table more (id int); select * from nowhere;');
  await expect(migrate(url, folder)).rejects.toThrow(/relation "nowhere" does not exist/);
  writeFileSync(file, 'create table more (id int);');
  expect(await migrate(url, folder)).toEqual(['29990101000000_more']);
  rmSync(folder, { recursive: true, force: true });
});

test('a new migration always comes after the last one', () => {
  const at = new Date('2026-11-23T10:00:00Z');
  expect(nextStamp(['20261101000000_init', 'migration_lock.toml'], at)).toBe('20261123100000');
  expect(nextStamp(['20261124100000_queues', '20261101000000_init'], at)).toBe('20261124100001');
  expect(nextStamp([], at)).toBe('20261123100000');
});
