import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, portProblem } from './ports.ts';
import { postgresBinaries, runAs, type Binaries, type RunAs } from './postgres-binaries.ts';
import { asAccount, openCluster, postgresEnvironment, type Cluster } from './postgres-cluster.ts';
import { endOrphan, readNote, runningServer, writeNote } from './postgres-orphan.ts';
import { isAlive, knownProcess } from './processes.ts';

export type EmbeddedPostgres = {
  url: string;
  port: number;
  /** True when another process of this machine runs the server: stopping then leaves it alone. */
  shared: boolean;
  /** A throwaway server is ended at once, unless its data is wanted: `clean`. */
  stop: (how?: 'clean') => Promise<void>;
};

export type PostgresOptions = {
  /** Folder of this database: its data, its password and its log. */
  folder: string;
  /** For tests: no durability, since a crash merely repeats the test. */
  throwaway?: boolean;
  signal?: AbortSignal | undefined;
  /** Called when the server ends by itself. */
  onExit?: (reason: string) => void;
};

export { freePort };

const durable = { max_wal_size: '1GB' };
const fleeting = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_wal_size: '256MB' };

/** Starts PostgreSQL on the loopback interface, or joins the server that already runs on this data. */
export async function startPostgres({ folder, throwaway = false, signal, onExit }: PostgresOptions): Promise<EmbeddedPostgres> {
  const running = runningServer(folder);
  if (running) {
    const url = address(running.port, readFileSync(join(folder, 'password'), 'utf8').trim());
    await waitUntilReady(url, () => (isAlive(running.server) ? null : 'The running PostgreSQL ended.'), signal);
    return { url, port: running.port, shared: true, stop: async () => undefined };
  }
  const as = runAs(join(folder, 'data'));
  const binaries = postgresBinaries(as);
  const cluster = await openCluster({ binaries, folder, as, throwaway, signal });
  await endOrphan(folder);
  const port = await stablePort(folder);
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 120, shared_buffers: '256MB', timezone: 'UTC', log_min_messages: 'warning', ...(throwaway ? fleeting : durable) };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch({ folder, as, binaries, cluster, port, settings, throwaway, signal, onExit });
    } catch (error) {
      // Processes of a killed server notice its end a moment later.
      if (attempt === 20 || !(error instanceof Error) || !error.message.includes('shared memory block')) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

type Launch = Pick<PostgresOptions, 'folder' | 'signal'> & { as: RunAs; binaries: Binaries; cluster: Cluster; port: number; settings: Record<string, string | number>; throwaway: boolean; onExit: PostgresOptions['onExit'] | undefined };

async function launch({ folder, as, binaries, cluster, port, settings, throwaway, signal, onExit }: Launch): Promise<EmbeddedPostgres> {
  // A file outlives this process: an orphaned server never writes into a closed pipe.
  const logFile = join(folder, 'log');
  const log = openSync(logFile, 'a', 0o600);
  const logStart = fstatSync(log).size;
  const child = spawn(join(binaries.home, 'bin/postgres'), ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
    ...asAccount(as), cwd: folder, env: postgresEnvironment(binaries), stdio: ['ignore', log, log],
    // A group of its own: Ctrl-C of the terminal reaches the supervisor alone, which stops things in order.
    detached: true,
  });
  closeSync(log);
  const end = { reason: null as string | null, wanted: false };
  const exited = new Promise<void>((done) => {
    const note = (reason: string) => {
      end.reason ??= reason;
      done();
    };
    child.once('error', (error) => note(error.message));
    child.once('exit', (code, by) => note(by ?? `exit code ${code ?? '?'}`));
  });
  const stop = async (how?: 'clean') => {
    end.wanted = true;
    await endServer(child, exited, throwaway && how !== 'clean');
  };
  const [server, owner] = [knownProcess(child.pid ?? 0), knownProcess(process.pid)];
  if (server && owner) writeNote(folder, { port, server, owner });
  const url = address(port, cluster.password);
  try {
    await waitUntilReady(url, () => (end.reason === null ? null : `PostgreSQL ended while starting (${end.reason}):\n${readFileSync(logFile).subarray(logStart).toString().trim()}`), signal);
  } catch (error) {
    await stop();
    throw error;
  }
  void exited.then(() => {
    if (!end.wanted) onExit?.(end.reason ?? 'unknown');
  });
  return { url, port, shared: false, stop };
}

const address = (port: number, password: string) => `postgresql://yagona:${password}@127.0.0.1:${port}/postgres`;

/** The port of the last start, so that the address stays the same; another one when somebody has taken it. */
async function stablePort(folder: string): Promise<number> {
  const last = readNote(folder)?.port;
  return last !== undefined && (await portProblem(last, '127.0.0.1')) === null ? last : freePort();
}

async function endServer(child: ChildProcess, exited: Promise<void>, atOnce: boolean): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  // Fast shutdown: open transactions are rolled back, and everything is written.
  child.kill(atOnce ? 'SIGQUIT' : 'SIGINT');
  const force = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await exited;
  clearTimeout(force);
}

async function waitUntilReady(url: string, failure: () => string | null, signal?: AbortSignal): Promise<void> {
  // Recovery after a power cut may take a while; as long as the server lives, it is worth waiting for.
  const limit = performance.now() + 120_000;
  for (;;) {
    signal?.throwIfAborted();
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      const problem = failure();
      if (problem !== null) throw new Error(problem, { cause: error });
      if (performance.now() > limit) throw new Error(`PostgreSQL did not answer within two minutes: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      await new Promise((done) => setTimeout(done, 40));
    }
  }
}
