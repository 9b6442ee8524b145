/** Opening an imported file; whatever keeps it from being read becomes a failure in plain words. */
import { readFile, stat } from 'node:fs/promises';
import type { FailureParams } from '../platform/errors/index.ts';
import { openTable, TableFileError, type TableReader } from '../platform/tabular/index.ts';
import { failure } from './errors.ts';

export type ImportFile = { name: string; path: string };

export const mostBytes = 50 * 1_048_576;

const reasons = {
  empty: 'fileEmpty', encoding: 'fileEncoding', notZip: 'fileNotZip', notXlsx: 'fileNotXlsx', zipBomb: 'fileZipBomb', tooLarge: 'fileTooLarge',
  truncated: 'fileTruncated', quote: 'fileQuote', encrypted: 'fileEncrypted', tooManyColumns: 'fileTooManyColumns', kind: 'fileKind',
} as const satisfies Record<TableFileError['reason'], string>;

/** Runs what reads a table; row 0 in the words stands for a row that is not known. */
export async function withTable<T>(file: ImportFile, work: (table: TableReader) => Promise<T>): Promise<T> {
  try {
    return await work(await openTable(file, { maxBytes: mostBytes, maxColumns: 50 }));
  } catch (error) {
    if (!(error instanceof TableFileError)) throw error;
    const params: FailureParams = { row: error.place?.row ?? 0 };
    throw failure(reasons[error.reason], params);
  }
}

export const isJson = ({ name }: ImportFile): boolean => /\.json$/i.test(name);

/** The text of a JSON file. */
export async function readText({ path }: ImportFile): Promise<string> {
  const { size } = await stat(path);
  if (size === 0) throw failure('fileEmpty');
  if (size > mostBytes) throw failure('fileTooLarge', { row: 0 });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch {
    throw failure('fileEncoding', { row: 0 });
  }
}
