import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { makeSharedFolder, postgresVersion, reachableByOthers, runAs } from '../platform/embedded/postgres-binaries.ts';
import { startPostgres, type EmbeddedPostgres } from '../platform/embedded/postgres.ts';
import { migrate, migrationNames, shippedMigrations } from '../platform/migrate/index.ts';
import { removeLeftovers, temporaryFolder } from './folders.ts';

const root = join(import.meta.dirname, '../..');

/** The database that test files clone; its name says which migrations made it. */
export const template = `yagona_template_${hashOfMigrations()}`;

function hashOfMigrations(): string {
  const hash = createHash('sha256').update(postgresVersion());
  for (const name of migrationNames()) hash.update(name).update(readFileSync(join(shippedMigrations, name, 'migration.sql')));
  // The job queue brings migrations of its own.
  hash.update(readFileSync(join(root, 'node_modules/graphile-worker/package.json')));
  return hash.digest('hex').slice(0, 12);
}

/** Makes the template under another name first, so that an interrupted run leaves none that is half migrated. */
export async function ensureTemplate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const exists = async () => ((await client.query('select 1 from pg_database where datname = $1', [template])).rowCount ?? 0) > 0;
    if (await exists()) return;
    const name = `${template}_${process.pid}`;
    await client.query(`drop database if exists ${name}`);
    await client.query(`create database ${name}`);
    await migrate(Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href);
    // Another run may have been quicker.
    await client.query(`alter database ${name} rename to ${template}`).catch(async (error: unknown) => {
      await client.query(`drop database ${name} with (force)`);
      if (!(await exists())) throw error;
    });
  } finally {
    await client.end();
  }
}

/** Making and migrating a cluster takes seconds, copying one a tenth: it is made once for each set of migrations. */
async function cachedCluster(): Promise<string> {
  const base = runAs() === null || reachableByOthers(root) ? join(root, 'node_modules/.cache/yagona') : join(makeSharedFolder(), 'test-clusters');
  const cached = join(base, template);
  if (existsSync(cached)) return cached;
  const making = `${cached}.${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o755 });
  for (const folder of [base, making]) chmodSync(folder, 0o755);
  const server = await startPostgres({ folder: join(making, 'postgres'), throwaway: true });
  try {
    await ensureTemplate(server.url);
  } finally {
    await server.stop('clean');
  }
  try {
    renameSync(making, cached);
  } catch {
    // Another run was quicker.
    rmSync(making, { recursive: true, force: true });
  }
  removeOld(base);
  return cached;
}

/** Clusters of migrations that are gone; a recent one may be being copied by another run. */
function removeOld(base: string): void {
  const hour = 3_600_000;
  for (const name of readdirSync(base)) {
    const folder = join(base, name);
    if (name !== template && Date.now() - statSync(folder).mtimeMs > 24 * hour) rmSync(folder, { recursive: true, force: true });
  }
}

function copyAs(from: string, to: string): void {
  const as = runAs(join(from, 'data'));
  if (as === null) {
    cpSync(from, to, { recursive: true });
    return;
  }
  const made = spawnSync('/bin/cp', ['-Rp', from, to], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The test cluster could not be copied: ${made.stderr}`);
}

/** A PostgreSQL for one run of the tests, with the migrated template in it. */
export async function startTestCluster(): Promise<EmbeddedPostgres> {
  await removeLeftovers();
  const cached = await cachedCluster();
  const folder = temporaryFolder('test');
  copyAs(join(cached, 'postgres'), join(folder, 'postgres'));
  for (const leftover of ['server.json', 'log']) rmSync(join(folder, 'postgres', leftover), { force: true });
  const server = await startPostgres({ folder: join(folder, 'postgres'), throwaway: true });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, stop };
}
