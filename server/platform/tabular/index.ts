/** Tables in files, read row by row: a million rows need no more memory than ten. */
import { stat } from 'node:fs/promises';
import { csvRows, encodingOf } from './csv-reading.ts';
import { TableFileError } from './failure.ts';
import { xlsxRows } from './xlsx-reading.ts';

export { TableFileError };

export type TableRow = { /** As a spreadsheet counts: the header is row 1. */ row: number; /** Trimmed; days as `YYYY-MM-DD`, numbers in plain digits. */ cells: string[] };
export type TableReader = { format: 'csv' | 'xlsx'; encoding?: string; header: string[]; /** Rows below the header, from a row number on. */ rows: (from?: number) => AsyncGenerator<TableRow> };
export type TableOptions = { maxBytes?: number; maxColumns?: number; sheet?: number };

/** Opens a table by its file's name and content. Fails with `TableFileError`. */
export async function openTable(file: { name: string; path: string }, { maxBytes = 1_073_741_824, maxColumns = 500, sheet = 0 }: TableOptions = {}): Promise<TableReader> {
  const { size } = await stat(file.path);
  if (size === 0) throw new TableFileError('empty');
  if (size > maxBytes) throw new TableFileError('tooLarge');
  const extension = /\.(csv|txt|tsv|xlsx)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (extension === undefined) throw new TableFileError('kind');
  const format = extension === 'xlsx' ? 'xlsx' : 'csv';
  const encoding = format === 'csv' ? await encodingOf(file.path) : undefined;
  const all = () => (encoding === undefined ? xlsxRows(file.path, { sheet, maxColumns }) : csvRows(file.path, encoding, maxColumns));
  const { header, at } = await headerOf(all());
  async function* rows(from = 0): AsyncGenerator<TableRow> {
    for await (const one of all()) if (one.row > at && one.row >= from) yield one;
  }
  return { format, ...(encoding !== undefined && { encoding }), header, rows };
}

async function headerOf(rows: AsyncGenerator<TableRow>): Promise<{ header: string[]; at: number }> {
  for await (const { row, cells } of rows) return { header: cells, at: row };
  throw new TableFileError('empty');
}
