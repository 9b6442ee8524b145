import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { createTestDatabase } from '../../testing/database.ts';
import { env } from '../env/index.ts';
import { readObject, storeStream, TooLarge } from './index.ts';

createTestDatabase();

it('keeps what comes piece by piece, and nothing of what is too much or breaks off', async () => {
  const { key, size } = await storeStream(Readable.from([Buffer.from('one '), Buffer.from('two')]), 10);
  expect([(await readObject(key)).toString(), size]).toEqual(['one two', 7]);
  async function* endless() {
    for (;;) yield Buffer.alloc(1_024);
  }
  await expect(storeStream(endless(), 100_000)).rejects.toBeInstanceOf(TooLarge);
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('the sender has gone');
  }
  await expect(storeStream(broken(), 100)).rejects.toThrow('the sender has gone');
  expect(readdirSync(join(env().YAGONA_DATA_DIR, 'objects'))).toEqual([key.slice(0, 2)]);
});
