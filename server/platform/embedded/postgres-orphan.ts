import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commandOf, endProcess, isAlive, knownProcess, type KnownProcess } from './processes.ts';

const known = z.object({ pid: z.number().int(), started: z.string() });
const noteSchema = z.object({ port: z.number().int(), server: known, owner: known });

/** What a start leaves beside the data for the next one: where the server listens and who looks after it. */
export type ServerNote = { port: number; server: KnownProcess; owner: KnownProcess };

const noteFile = (folder: string) => join(folder, 'server.json');

export function readNote(folder: string): ServerNote | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(noteFile(folder), 'utf8')));
  } catch {
    return null;
  }
}

export function writeNote(folder: string, note: ServerNote): void {
  writeFileSync(noteFile(folder), JSON.stringify(note), { mode: 0o600 });
}

/** The server on this data that another living process looks after. */
export function runningServer(folder: string): ServerNote | null {
  const note = readNote(folder);
  return note && isAlive(note.server) && isAlive(note.owner) ? note : null;
}

/** Ends a server that an earlier, killed run left on this data, and removes its lock if that is only a leftover. */
export async function endOrphan(folder: string): Promise<void> {
  const data = join(folder, 'data');
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const holder = knownProcess(Number(readFileSync(lock, 'utf8').split('\n')[0]));
  // Nobody holds it: PostgreSQL sees that itself, and also looks for processes of a killed server.
  if (holder === null) return;
  if (!commandOf(holder.pid).includes(data)) {
    // The number belongs to somebody else by now, which PostgreSQL could take for a running server.
    rmSync(lock);
    return;
  }
  if (await endProcess(holder, 'SIGINT', 15_000)) return;
  if (await endProcess(holder, 'SIGQUIT', 10_000)) return;
  throw new Error(`Another PostgreSQL (process ${holder.pid}) uses ${data} and does not stop.`);
}
