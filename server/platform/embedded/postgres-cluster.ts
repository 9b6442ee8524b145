import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries, RunAs } from './postgres-binaries.ts';

export type Cluster = { data: string; password: string };

type Making = { binaries: Binaries; folder: string; as: RunAs; throwaway: boolean; signal?: AbortSignal | undefined };

/** What every program of PostgreSQL is given, and nothing of this process's own environment. */
export const postgresEnvironment = ({ home }: Binaries): NodeJS.ProcessEnv => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', LD_LIBRARY_PATH: join(home, 'lib'), NODE_ENV: 'production' });

export const asAccount = (as: RunAs) => (as === null ? {} : { uid: as.uid, gid: as.gid });

/**
 * The database cluster in `folder`, made at the first start. It is made beside and renamed when it is
 * complete, so that an interrupted start leaves nothing that looks like a cluster.
 */
export async function openCluster(making: Making): Promise<Cluster> {
  const { binaries, folder, as } = making;
  prepareFolder(folder, as);
  const data = join(folder, 'data');
  const secret = join(folder, 'password');
  if (existsSync(data) && !isCluster(data)) renameSync(data, unused(join(folder, 'data.incomplete')));
  if (!existsSync(data)) await makeCluster(making, data, secret);
  const [major, madeBy] = [binaries.version.split('.')[0], readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()];
  if (major !== madeBy) throw new Error(`The data in ${data} was made by PostgreSQL ${madeBy}, and this is PostgreSQL ${major ?? '?'}. Move the folder away, or upgrade it with pg_upgrade.`);
  if (!existsSync(secret)) throw new Error(`${secret} is missing, and without it the database in ${data} cannot be opened. Put it back, or move the folder ${folder} away to start with an empty database.`);
  return { data, password: readFileSync(secret, 'utf8').trim() };
}

function prepareFolder(folder: string, as: RunAs): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (as) chownSync(folder, as.uid, as.gid);
    chmodSync(folder, 0o700);
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') throw new Error(`The database folder ${folder} belongs to another user. Start as that user, or choose another YAGONA_DATA_DIR.`, { cause: error });
    throw new Error(`The database folder ${folder} cannot be used: ${message}`, { cause: error });
  }
}

const isCluster = (data: string) => existsSync(join(data, 'PG_VERSION')) && existsSync(join(data, 'global/pg_control'));

function unused(path: string): string {
  for (let number = 1; ; number += 1) if (!existsSync(`${path}-${number}`)) return `${path}-${number}`;
}

async function makeCluster({ binaries, folder, as, throwaway, signal }: Making, data: string, secret: string): Promise<void> {
  const temporary = join(folder, 'data.new');
  rmSync(temporary, { recursive: true, force: true });
  rmSync(secret, { force: true });
  writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (as) chownSync(secret, as.uid, as.gid);
  const args = ['-D', temporary, '-U', 'yagona', `--pwfile=${secret}`, '--auth=scram-sha-256', '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', ...(throwaway ? ['--no-sync', '--wal-segsize=1'] : [])];
  await new Promise<void>((done, fail) => {
    const child = spawn(join(binaries.home, 'bin/initdb'), args, { ...asAccount(as), cwd: folder, env: postgresEnvironment(binaries), stdio: ['ignore', 'pipe', 'pipe'], ...(signal && { signal }) });
    let output = '';
    const take = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => fail(signal?.aborted ? (signal.reason as Error) : new Error(`The database could not be made: ${error.message}`, { cause: error })));
    child.once('close', (code) => (code === 0 ? done() : fail(new Error(`The database could not be made:\n${output.trim()}`))));
  });
  renameSync(temporary, data);
}
