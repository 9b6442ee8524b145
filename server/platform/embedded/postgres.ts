import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { postgresHome, runAs, type RunAs } from './postgres-binaries.ts';

export type EmbeddedPostgres = { url: string; port: number; stop: () => Promise<void> };

export type PostgresOptions = {
  /** Folder of this database; its `data` appears complete or not at all. */
  folder: string;
  /** For tests: no durability, since a crash merely repeats the test. */
  throwaway?: boolean;
  log?: (line: string) => void;
  /** Called when the server ends by itself. */
  onExit?: (code: number | null) => void;
};

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

const spawnOptions = (as: RunAs) => (as === null ? {} : { uid: as.uid, gid: as.gid });
const environment = (home: string) => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', LD_LIBRARY_PATH: join(home, 'lib') }) as unknown as NodeJS.ProcessEnv;

/** Makes the cluster in a temporary folder and renames it, so that an interrupted start leaves nothing half made. */
function initialise(home: string, folder: string, as: RunAs, password: string): void {
  const temporary = join(folder, 'data.new');
  const secret = join(folder, 'password.new');
  rmSync(temporary, { recursive: true, force: true });
  writeFileSync(secret, password, { mode: 0o600 });
  if (as) chownSync(secret, as.uid, as.gid);
  const args = ['-D', temporary, '-U', 'yagona', `--pwfile=${secret}`, '--auth=scram-sha-256', '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const made = spawnSync(join(home, 'bin/initdb'), args, { ...spawnOptions(as), cwd: folder, env: environment(home), encoding: 'utf8' });
  rmSync(secret, { force: true });
  if (made.status !== 0) throw new Error(`initdb failed: ${(made.stderr || made.error?.message) ?? 'unknown reason'}`);
  renameSync(temporary, join(folder, 'data'));
}

/** Ends a server that an earlier, killed start left running on this data. */
async function endOrphan(folder: string): Promise<void> {
  const file = join(folder, 'data', 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const alive = () => {
    try {
      process.kill(pid, 0);
      const command = process.platform === 'linux' ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : 'postgres';
      return command.includes('postgres');
    } catch {
      return false;
    }
  };
  if (Number.isInteger(pid) && pid > 1 && alive()) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; alive() && waited < 100; waited += 1) await new Promise((done) => setTimeout(done, 100));
    if (alive()) throw new Error(`Another PostgreSQL (process ${pid}) uses ${join(folder, 'data')} and does not stop.`);
  }
  rmSync(file, { force: true });
}

async function waitUntilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${output()}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => undefined);
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error(`PostgreSQL did not answer within 30 seconds:\n${output()}`);
}

/** Starts PostgreSQL on a free port of the loopback interface, making its cluster at the first start. */
export async function startPostgres({ folder, throwaway = false, log, onExit }: PostgresOptions): Promise<EmbeddedPostgres> {
  const as = runAs();
  const home = postgresHome(as);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (as) chownSync(folder, as.uid, as.gid);
  chmodSync(folder, 0o700);
  const secretFile = join(folder, 'password');
  const data = join(folder, 'data');
  if (!existsSync(data) || !existsSync(secretFile)) {
    rmSync(data, { recursive: true, force: true });
    const password = randomBytes(24).toString('hex');
    initialise(home, folder, as, password);
    writeFileSync(secretFile, password, { mode: 0o600 });
  }
  await endOrphan(folder);
  const port = await freePort();
  const url = `postgresql://yagona:${readFileSync(secretFile, 'utf8').trim()}@127.0.0.1:${port}/postgres`;
  const settings = {
    listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 120, shared_buffers: '256MB', timezone: 'UTC', log_min_messages: 'warning',
    ...(throwaway && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  const child = spawn(join(home, 'bin/postgres'), ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
    ...spawnOptions(as), cwd: folder, env: environment(home), stdio: ['ignore', 'pipe', 'pipe'], detached: true,
  });
  let tail = '';
  const take = (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-4_000);
    log?.(chunk.toString().trimEnd());
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  let stopping = false;
  const exited = new Promise<void>((done) => child.once('exit', (code) => {
    done();
    if (!stopping) onExit?.(code);
  }));
  await waitUntilReady(url, child, () => tail);
  return {
    url, port,
    stop: async () => {
      stopping = true;
      if (child.exitCode === null) child.kill('SIGINT');
      await exited;
    },
  };
}
