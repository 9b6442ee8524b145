/** Reading CSV piece by piece: encoding and separator are found out, quotes are RFC 4180's. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import { TableFileError } from './failure.ts';

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';
type Separator = ',' | ';' | '\t';

const headBytes = 65_536;

/** How a file is written: by its mark, else UTF-8 if all of it is, else Windows-1251 if its letters are Cyrillic. */
export async function encodingOf(path: string): Promise<CsvEncoding> {
  const file = await open(path);
  const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
  await file.close();
  const head = buffer.subarray(0, bytesRead);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  let [line, high, cyrillic] = [1, 0, 0];
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>) {
    const nul = chunk.indexOf(0);
    if (nul >= 0) throw new TableFileError('encoding', { row: line + count(chunk.subarray(0, nul), 10) });
    if (valid) {
      try {
        utf8.decode(chunk, { stream: true });
      } catch {
        valid = false;
      }
    }
    for (const byte of chunk) {
      if (byte < 0x80) continue;
      high += 1;
      // А–я are 0xC0–0xFF; Ё ё and the Ukrainian і, also used for Ўў Ққ Ғғ Ҳҳ in old fonts, lie below.
      if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) cyrillic += 1;
    }
    line += count(chunk, 10);
  }
  if (valid) {
    try {
      utf8.decode();
      return 'utf-8';
    } catch {
      // The file ends within a letter.
      throw new TableFileError('truncated', { row: line });
    }
  }
  if (cyrillic >= high * 0.6) return 'windows-1251';
  throw new TableFileError('encoding');
}

function count(bytes: Uint8Array, byte: number): number {
  let found = 0;
  for (const one of bytes) if (one === byte) found += 1;
  return found;
}

/** The separator that the header has most of, outside quotes. */
export function separatorOf(head: string): Separator {
  const counts: Record<Separator, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const char of head) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) break;
    else if (!quoted && (char === ',' || char === ';' || char === '\t')) counts[char] += 1;
  }
  const most = Math.max(...Object.values(counts));
  return counts['\t'] === most && most > 0 ? '\t' : counts[';'] === most && most > 0 ? ';' : ',';
}

async function* decoded(path: string, encoding: CsvEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The rows of a file, each with its number; rows without any text are counted and left out. */
export async function* csvRows(path: string, encoding: CsvEncoding, maxColumns: number): AsyncGenerator<{ row: number; cells: string[] }> {
  let head = '';
  for await (const piece of decoded(path, encoding)) {
    head += piece;
    if (head.length >= headBytes) break;
  }
  const parser = parse({ delimiter: separatorOf(head), relax_column_count: true, skip_empty_lines: false, max_record_size: 4_194_304 });
  const feeding = (async () => {
    try {
      for await (const piece of decoded(path, encoding)) if (!parser.write(piece)) await new Promise((ready) => parser.once('drain', ready));
      parser.end();
    } catch (error) {
      parser.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  })();
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (record.length > maxColumns) throw new TableFileError('tooManyColumns', { row, column: maxColumns + 1 });
      const cells = record.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) yield { row, cells };
    }
    await feeding;
  } catch (error) {
    if (error instanceof CsvError) throw new TableFileError(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'truncated' : error.code === 'CSV_MAX_RECORD_SIZE' ? 'tooLarge' : 'quote', { row: row + 1 });
    throw error;
  } finally {
    parser.destroy();
  }
}
