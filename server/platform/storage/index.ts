import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { env } from '../env/index.ts';

/**
 * The object store. Keys are content addresses, so that storing the same bytes twice is harmless and
 * a retried job cannot leave two files.
 */
function pathOf(key: string): string {
  if (!/^[a-f0-9]{64}$/.test(key)) throw new Error('Not a storage key');
  return join(env().YAGONA_DATA_DIR, 'objects', key.slice(0, 2), key);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Stores bytes durably and returns their key (their SHA-256 in hexadecimal). */
export async function storeObject(bytes: Uint8Array): Promise<string> {
  const key = sha256(bytes);
  const path = pathOf(key);
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  return key;
}

/** More came than is kept. */
export class TooLarge extends Error {}

/** Stores what comes piece by piece, without holding it in memory; nothing is kept when it is more than `maxBytes`. */
export async function storeStream(pieces: AsyncIterable<Uint8Array>, maxBytes: number): Promise<{ key: string; size: number }> {
  const folder = join(env().YAGONA_DATA_DIR, 'objects');
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `incoming.${randomUUID()}`);
  const hash = createHash('sha256');
  const file = await open(temporary, 'wx', 0o600);
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > maxBytes) throw new TooLarge();
      hash.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
    await file.close();
    const key = hash.digest('hex');
    await mkdir(dirname(pathOf(key)), { recursive: true });
    await rename(temporary, pathOf(key));
    return { key, size };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Where an object can be read piece by piece. */
export const objectFile = (key: string): string => pathOf(key);

/** Reads an object; throws when it is missing or its bytes no longer match its key. */
export async function readObject(key: string): Promise<Buffer> {
  const bytes = await readFile(pathOf(key));
  if (sha256(bytes) !== key) throw new Error('Stored object is damaged');
  return bytes;
}

export async function removeObject(key: string): Promise<void> {
  await rm(pathOf(key), { force: true });
}
