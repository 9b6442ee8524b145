/** Comma-separated values as RFC 4180 has them, for spreadsheets. Pure. */

/** A cell that a spreadsheet would run as a formula is shown as text instead. */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export const csvLine = (cells: readonly string[]): string => `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`;

/** The file piece by piece. The mark at its beginning tells spreadsheets that it is UTF-8. */
export function* csvPieces(header: readonly string[], rows: Iterable<readonly string[]>): Generator<string, undefined> {
  yield `\ufeff${csvLine(header)}`;
  for (const row of rows) yield csvLine(row);
}
