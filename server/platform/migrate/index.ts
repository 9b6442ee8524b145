import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { noFilters, withSchemaEngine, type MigrationsList } from './engine.ts';

const root = join(import.meta.dirname, '../../../prisma');
const folder = join(root, 'migrations');

function datamodels(): { path: string; content: string }[] {
  const schema = join(root, 'schema');
  return readdirSync(schema).filter((file) => file.endsWith('.prisma')).sort().map((path) => ({ path, content: readFileSync(join(schema, path), 'utf8') }));
}

function migrationsList(): MigrationsList {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return {
    baseDir: folder,
    lockfile: { path: './migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({ path, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readFileSync(join(folder, path, 'migration.sql'), 'utf8') } } })),
  };
}

/**
 * Applies pending migrations, Prisma's own (the table stays compatible with `prisma migrate deploy`) and
 * those of the job queue. Returns the names of what was applied; safe to run at every start.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  const { appliedMigrationNames } = await withSchemaEngine(connectionString, datamodels(), (engine) =>
    engine.applyMigrations({ migrationsList: migrationsList(), filters: noFilters }),
  );
  await runMigrations({ connectionString });
  return appliedMigrationNames;
}

/** SQL that turns the current schema of the database into the one of `prisma/schema`. */
export async function pendingChanges(connectionString: string): Promise<string> {
  const answer = await withSchemaEngine(connectionString, datamodels(), (engine) =>
    engine.diff({
      from: { tag: 'url', url: connectionString },
      to: { tag: 'schemaDatamodel', files: datamodels() },
      script: true, shadowDatabaseUrl: null, exitCode: null, filters: noFilters,
    }),
  );
  return answer.stdout ?? '';
}

/** Writes a migration in Prisma's format; returns its folder. */
export function writeMigration(name: string, sql: string, at: Date): string {
  const stamp = at.toISOString().replace(/\D/g, '').slice(0, 14);
  const target = join(folder, `${stamp}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'migration.sql'), sql);
  return target;
}
