import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that can be recognised later: by then its number alone may belong to another one. */
export type KnownProcess = { pid: number; started: string };

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function startedAt(pid: number): string | null {
  if (!Number.isInteger(pid) || pid < 1) return null;
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The second field, the name, may hold spaces and brackets; nothing after it does.
      const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return state === 'Z' || state === 'X' ? null : `${bootId()}/${rest[18] ?? ''}`;
    } catch {
      return null;
    }
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EPERM') return null;
  }
  if (process.platform === 'win32') return 'unknown';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || null;
}

/** The process with this number now, if there is one. */
export function knownProcess(pid: number): KnownProcess | null {
  const started = startedAt(pid);
  return started === null ? null : { pid, started };
}

export function isAlive({ pid, started }: KnownProcess): boolean {
  return startedAt(pid) === started;
}

/** The command line of a process, for recognising what an earlier run left; empty when it cannot be read. */
export function commandOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  if (process.platform === 'win32') return '';
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

/** Sends a signal to the process and says whether it was gone within the grace period. */
export async function endProcess(known: KnownProcess, signal: NodeJS.Signals, graceMs: number): Promise<boolean> {
  for (let waited = 0; isAlive(known); waited += 25) {
    if (waited === 0) {
      try {
        process.kill(known.pid, signal);
      } catch {
        // Gone in between, or another user's: the next look tells.
      }
    }
    if (waited >= graceMs) return false;
    await new Promise((done) => setTimeout(done, 25));
  }
  return true;
}
