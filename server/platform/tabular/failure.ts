/** Why a file cannot be read as a table. */
export const tableFileReasons = ['empty', 'encoding', 'notZip', 'notXlsx', 'zipBomb', 'tooLarge', 'truncated', 'quote', 'encrypted', 'tooManyColumns', 'kind'] as const;
export type TableFileReason = (typeof tableFileReasons)[number];

export class TableFileError extends Error {
  readonly reason: TableFileReason;
  /** As a spreadsheet counts: the header is row 1, the first column 1. */
  readonly place: { row?: number; column?: number } | undefined;

  constructor(reason: TableFileReason, place?: { row?: number; column?: number }) {
    super(`table file: ${reason}`);
    this.name = 'TableFileError';
    this.reason = reason;
    this.place = place;
  }
}
