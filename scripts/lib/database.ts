import pg from 'pg';
import { startPostgres, type EmbeddedPostgres } from '../../server/platform/embedded/postgres.ts';
import { print } from './progress.ts';
import { prepareDataDir, readSettings, type Settings } from './settings.ts';

/** The embedded cluster's own database for the platform, made when it is missing. */
async function ensureDatabase(adminUrl: string, name = 'yagona'): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
}

export type RunningDatabase = { url: string; shared: boolean; stop: () => Promise<void> };

/** Starts the embedded PostgreSQL, or joins it, and starts it again on the same address when it ends by itself. */
export async function startEmbeddedDatabase({ postgresDir: folder }: Pick<Settings, 'postgresDir'>, signal?: AbortSignal): Promise<RunningDatabase> {
  const state = { stopping: false, ended: [] as number[] };
  const revive = async (reason: string): Promise<void> => {
    // Ends that follow each other closely are not worth repeating without a pause.
    const recent = state.ended.filter((at) => performance.now() - at < 60_000).length;
    state.ended.push(performance.now());
    print(`PostgreSQL ended by itself (${reason}); starting it again${recent > 0 ? ` in ${recent * 5} s` : ''}`);
    await new Promise((done) => setTimeout(done, recent * 5_000));
    if (state.stopping) return;
    try {
      current = await start();
      print('PostgreSQL works again');
    } catch (error) {
      await revive(error instanceof Error ? error.message : String(error));
    }
  };
  const start = (): Promise<EmbeddedPostgres> => startPostgres({ folder, signal, onExit: (reason) => void revive(reason) });
  let current = await start();
  const stop = async () => {
    state.stopping = true;
    await current.stop();
  };
  try {
    return { url: await ensureDatabase(current.url), shared: current.shared, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Says plainly what is wrong with a database that was given, without its password. */
export async function checkDatabase(url: string): Promise<void> {
  let shown = 'DATABASE_URL';
  try {
    const parsed = new URL(url);
    if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new Error('another protocol');
    shown = `${parsed.hostname}:${parsed.port || '5432'}${parsed.pathname}`;
  } catch (error) {
    throw new Error('DATABASE_URL is not an address of the form postgresql://user:password@host:port/database.', { cause: error });
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new Error(`The database ${shown} given in DATABASE_URL cannot be used: ${message || (code ?? 'no answer')}. Start it, correct DATABASE_URL, or unset it to use the embedded database.`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The database given in DATABASE_URL, or the embedded one, started or joined. */
export async function openDatabase(): Promise<RunningDatabase> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    await checkDatabase(given);
    return { url: given, shared: true, stop: async () => undefined };
  }
  const settings = readSettings();
  prepareDataDir(settings.dataDir);
  return startEmbeddedDatabase(settings);
}

/** True when something is still to be seeded: the search index is what the seed fills last, registers came later, and so did the fingerprints of the index. */
export async function isEmpty(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>('select not exists (select 1 from "SearchDocument") or not exists (select 1 from "Register") or exists (select 1 from "SearchDocument" where fingerprint = \'\') as empty');
    return rows[0]?.empty ?? true;
  } finally {
    await client.end();
  }
}
