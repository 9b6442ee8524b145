import { createHash } from 'node:crypto';
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

/** Reads an object; throws when it is missing or its bytes no longer match its key. */
export async function readObject(key: string): Promise<Buffer> {
  const bytes = await readFile(pathOf(key));
  if (sha256(bytes) !== key) throw new Error('Stored object is damaged');
  return bytes;
}

export async function removeObject(key: string): Promise<void> {
  await rm(pathOf(key), { force: true });
}
