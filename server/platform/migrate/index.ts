import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { noFilters, withSchemaEngine, type MigrationsList, type SchemaFile } from './engine.ts';

const root = join(import.meta.dirname, '../../../prisma');

/** Where the migrations of this project are; tests bring folders of their own. */
export const shippedMigrations = join(root, 'migrations');

export function schemaFiles(): SchemaFile[] {
  const folder = join(root, 'schema');
  return readdirSync(folder).filter((file) => file.endsWith('.prisma')).sort().map((path) => ({ path, content: readFileSync(join(folder, path), 'utf8') }));
}

/** Migrations in the order in which they are applied. */
export function migrationNames(folder = shippedMigrations): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

function migrationsList(folder: string): MigrationsList {
  return {
    baseDir: folder,
    lockfile: { path: './migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folder).map((path) => ({ path, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readFileSync(join(folder, path, 'migration.sql'), 'utf8') } } })),
  };
}

/** Two web servers that start at once must not migrate at once. Any number that nobody else uses. */
const migrationLock = 7_250_114;

async function alone<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * A migration runs in one transaction, so that one which failed or was interrupted has left nothing; it is
 * recorded as rolled back, as `prisma migrate resolve` would, and tried again.
 */
async function forgetInterrupted(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>(`select to_regclass('_prisma_migrations') is not null as known`);
  if (rows[0]?.known) await client.query('update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null');
}

/**
 * Applies pending migrations, Prisma's own (the table stays compatible with `prisma migrate deploy`) and
 * those of the job queue. Returns the names of what was applied; safe to run at every start.
 */
export async function migrate(connectionString: string, folder = shippedMigrations): Promise<string[]> {
  return alone(connectionString, async (client) => {
    await forgetInterrupted(client);
    const { appliedMigrationNames } = await withSchemaEngine(connectionString, schemaFiles(), (engine) =>
      engine.applyMigrations({ migrationsList: migrationsList(folder), filters: noFilters }),
    );
    await runMigrations({ connectionString });
    return appliedMigrationNames;
  });
}

/**
 * SQL that turns what the migrations make into what `prisma/schema` says; empty when they agree. The
 * migrations are replayed in a shadow database of the same server; the real one is not looked at.
 */
export async function pendingChanges(connectionString: string, schema = schemaFiles()): Promise<string> {
  const migrations = migrationsList(shippedMigrations);
  const { stdout } = await withSchemaEngine(connectionString, schema, (engine) =>
    engine.diff({ from: { tag: 'migrations', ...migrations }, to: { tag: 'schemaDatamodel', files: schema }, script: true, exitCode: null, filters: noFilters }),
  );
  const changes = (stdout ?? '').trim();
  return changes === '-- This is an empty migration.' ? '' : withoutOurIndexes(changes, migrations);
}

/**
 * The schema language cannot say everything about an index (operator classes, INCLUDE, expressions), so the
 * engine takes some for superfluous or missing. Those that a migration makes by hand are left as they are.
 */
function withoutOurIndexes(sql: string, { migrationDirectories }: MigrationsList): string {
  const written = migrationDirectories.map(({ migrationFile }) => migrationFile.content.value).join('\n');
  const byHand = new Set([...written.matchAll(/^create (?:unique )?index (?:if not exists )?"([^"]+)"/gm)].map(([, name]) => name));
  return sql.split('\n\n').filter((statement) => !byHand.has(/^-- (?:Drop|Create)Index\n(?:DROP|CREATE(?: UNIQUE)?) INDEX "([^"]+)"/.exec(statement)?.[1])).join('\n\n');
}

/** The stamp of a new migration: the time, but always after the last migration, whose order is that of their names. */
export function nextStamp(names: readonly string[], at: Date): string {
  const last = names.map((name) => /^(\d{14})_/.exec(name)?.[1] ?? '').toSorted().at(-1) ?? '';
  const now = at.toISOString().replace(/\D/g, '').slice(0, 14);
  return now > last ? now : String(BigInt(last) + 1n);
}

/** Writes a migration in Prisma's format; returns its folder. */
export function writeMigration(name: string, sql: string, at: Date): string {
  const stamp = nextStamp(readdirSync(shippedMigrations), at);
  const target = join(shippedMigrations, `${stamp}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'migration.sql'), `${sql}\n`);
  return target;
}
