import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { endProcess, isAlive, knownProcess, type KnownProcess } from '../../server/platform/embedded/processes.ts';

const known = z.object({ pid: z.number().int(), started: z.string() });
const holderSchema = z.object({ supervisor: known, children: z.array(known) });
type Holder = { supervisor: KnownProcess; children: KnownProcess[] };

export type Lock = { remember: (pids: readonly number[]) => void; release: () => void };

function read(file: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Refuses a second start on the same data, and ends what a killed one left running. */
export async function takeLock(dataDir: string): Promise<Lock> {
  const file = join(dataDir, 'running.json');
  const self = knownProcess(process.pid) ?? { pid: process.pid, started: 'unknown' };
  const content = (children: KnownProcess[]) => JSON.stringify({ supervisor: self, children } satisfies Holder);
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, content([]), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST' || attempt > 50) throw error;
    }
    const holder = read(file);
    // Somebody else's is being written just now; or it was left half written, which a few looks tell.
    if (holder === null && attempt < 5) await new Promise((done) => setTimeout(done, 50));
    else await clear(file, dataDir, holder);
  }
  return {
    remember: (pids) => {
      const children = pids.flatMap((pid) => knownProcess(pid) ?? []);
      writeFileSync(`${file}.new`, content(children), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

async function clear(file: string, dataDir: string, holder: Holder | null): Promise<void> {
  const runs = (pid: number) => new Error(`Yagona already runs on the data in ${dataDir} (process ${pid}). Stop it first, or choose other data and another port: YAGONA_DATA_DIR=.data-2 PORT=3100 npm start`);
  if (holder && isAlive(holder.supervisor)) throw runs(holder.supervisor.pid);
  for (const child of holder?.children ?? []) {
    // They end by themselves when their supervisor is gone; those that hang do not.
    if (!(await endProcess(child, 'SIGTERM', 7_000))) await endProcess(child, 'SIGKILL', 2_000);
  }
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // Another start was quicker; the next look at the file tells.
  }
  const moved = read(aside);
  if (moved && moved.supervisor.pid !== holder?.supervisor.pid && isAlive(moved.supervisor)) {
    // In between, another start had taken the lock: it gets it back.
    renameSync(aside, file);
    throw runs(moved.supervisor.pid);
  }
  rmSync(aside, { force: true });
}
