/** Entries of an XLSX's zip, inflated piece by piece and counted: a bomb is found by what it really holds. */
import { open } from 'node:fs/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { TableFileError } from './failure.ts';

const mebibyte = 1_048_576;
/** Tables repeat themselves, but not two hundred times over in hundreds of megabytes. */
const limits = { ratio: 200, suspicious: 100 * mebibyte, entry: 2_048 * mebibyte };

export type Zip = { has: (name: string) => boolean; read: (name: string) => AsyncGenerator<Buffer>; close: () => void };

async function kindOf(path: string): Promise<void> {
  const file = await open(path);
  const { bytesRead, buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
  await file.close();
  if (bytesRead === 0) throw new TableFileError('empty');
  const magic = buffer.subarray(0, bytesRead).toString('hex');
  if (magic.startsWith('d0cf11e0')) throw new TableFileError('encrypted');
  if (!magic.startsWith('504b')) throw new TableFileError('notZip');
}

function openFile(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: false }, (error, zip) => {
      if (error) reject(new TableFileError('truncated'));
      else resolve(zip);
    });
  });
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > 10_000) reject(new TableFileError('tooLarge'));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new TableFileError('truncated')));
    zip.readEntry();
  });
}

export async function openZip(path: string): Promise<Zip> {
  await kindOf(path);
  const zip = await openFile(path);
  const entries = await entriesOf(zip).catch((error: unknown) => {
    zip.close();
    throw error;
  });
  async function* read(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) throw new TableFileError('notXlsx');
    if (entry.isEncrypted()) throw new TableFileError('encrypted');
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => {
        if (error) reject(new TableFileError('truncated'));
        else resolve(opened);
      });
    });
    let size = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > limits.entry || (size > limits.suspicious && size > limits.ratio * Math.max(1, entry.compressedSize))) throw new TableFileError('zipBomb');
        yield chunk;
      }
    } catch (error) {
      throw error instanceof TableFileError ? error : new TableFileError('truncated');
    }
  }
  return { has: (name) => entries.has(name), read, close: () => zip.close() };
}
