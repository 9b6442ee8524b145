/** Reading items from the rows of a table. Pure but for the rows. */
import { problemsOf } from './edition.ts';
import { itemSchema, nameLanguages, type ImportProblem, type ImportReason, type Item } from './schema.ts';

export type TableRows = { header: readonly string[]; rows: AsyncIterable<{ row: number; cells: readonly string[] }> };
export type Reading = { items: Item[]; problems: ImportProblem[] };

export const itemColumns = ['code', 'parent', ...nameLanguages.map((language) => `name_${language}` as const), 'valid_from', 'valid_to'] as const;
type ItemColumn = (typeof itemColumns)[number];

export type Columns<Name extends string> = { places: ReadonlyMap<Name, number>; problems: ImportProblem[]; /** The cell of a row; empty where the column is absent. */ cell: (cells: readonly string[], name: Name) => string };

/** What our own export puts before a cell that a spreadsheet would run as a formula is taken off again. */
const cellText = (cell: string | undefined): string => (cell ?? '').replace(/^'(?=[=+\-@\t\r])/, '').trim();

/** Finds the columns by their names, in any order and case. */
export function findColumns<Name extends string>(header: readonly string[], known: readonly Name[], needed: readonly Name[]): Columns<Name> {
  const places = new Map<Name, number>();
  const problems: ImportProblem[] = [];
  for (const [at, title] of header.entries()) {
    const written = title.trim().toLowerCase().replaceAll(' ', '_');
    const name = known.find((one) => one.toLowerCase() === written || one.toLowerCase().replaceAll('-', '_') === written);
    if (written === '') continue;
    if (name === undefined) problems.push({ row: 1, column: title, value: title, reason: 'columnUnknown' });
    else if (places.has(name)) problems.push({ row: 1, column: name, value: title, reason: 'columnTwice' });
    else places.set(name, at);
  }
  for (const name of needed) if (!places.has(name)) problems.push({ row: 1, column: name, value: '', reason: 'columnMissing' });
  return { places, problems, cell: (cells, name) => cellText(cells[places.get(name) ?? -1]) };
}

/** Texts beyond the columns would be lost without a word. */
export function overflow(header: readonly string[], row: number, cells: readonly string[]): ImportProblem[] {
  const at = cells.findIndex((cell, index) => cell !== '' && (header[index] ?? '') === '');
  return at < 0 ? [] : [{ row, column: String(at + 1), value: cells[at] ?? '', reason: 'tooManyCells' }];
}

/** `27.11.2026` and `2026-11-27` as a civil day; null when it is none. */
function dayFrom(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  const written = day === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return itemSchema.shape.validFrom.safeParse(written).success ? written : null;
}

type Read = { row: number; item: Item };

/** All items of a table that can be read, and everything that is wrong with the others; null when there are too many. */
export async function readItems({ header, rows }: TableRows, most: number): Promise<Reading | null> {
  const columns = findColumns(header, itemColumns, ['code', 'name_uz']);
  if (columns.problems.length > 0) return { items: [], problems: columns.problems };
  const problems: ImportProblem[] = [];
  const found: Read[] = [];
  for await (const { row, cells } of rows) {
    if (found.length >= most) return null;
    const { item, wrong } = readRow((name) => columns.cell(cells, name));
    problems.push(...overflow(header, row, cells), ...wrong.map(([column, reason]) => ({ row, column, value: columns.cell(cells, column), reason })));
    if (item) found.push({ row, item });
  }
  problems.push(...structureProblems(found));
  return { items: found.map(({ item }) => item), problems: problems.toSorted((a, b) => a.row - b.row) };
}

/** A row with a usable code is an item even when the rest of it is wrong, so that what stands in it finds it. */
function readRow(cell: (name: ItemColumn) => string): { item: Item | null; wrong: [ItemColumn, ImportReason][] } {
  const wrong: [ItemColumn, ImportReason][] = [];
  const code = cell('code');
  const usable = itemSchema.shape.code.safeParse(code).success;
  if (!usable) wrong.push(['code', code === '' ? 'codeMissing' : 'codeInvalid']);
  const name: Partial<Record<(typeof nameLanguages)[number], string>> = {};
  for (const language of nameLanguages) {
    const text = cell(`name_${language}`).replace(/\s+/g, ' ');
    if (text === '' && language === 'uz') wrong.push(['name_uz', 'nameMissing']);
    if (text.length > 500) wrong.push([`name_${language}`, 'nameLong']);
    if (text !== '') name[language] = text;
  }
  const [from, to] = (['valid_from', 'valid_to'] as const).map((column) => {
    const text = cell(column);
    const day = text === '' ? null : dayFrom(text);
    if (text !== '' && day === null) wrong.push([column, 'dayInvalid']);
    return day;
  });
  if (from && to && from > to) wrong.push(['valid_to', 'daysReversed']);
  const item: Item = { code, parent: cell('parent') || null, name: { ...name, uz: name.uz ?? '' }, ...(from && { validFrom: from }), ...(to && { validTo: to }) };
  return { item: usable ? item : null, wrong };
}

/** What is wrong with the items together, in the row that says it. */
export function structureProblems(found: readonly Read[]): ImportProblem[] {
  const rowAt = (at: number) => found[at]?.row ?? 0;
  return problemsOf(found.map(({ item }) => item)).map((problem): ImportProblem => {
    switch (problem.kind) {
      case 'duplicate':
        return { row: rowAt(problem.second), column: 'code', value: problem.code, reason: 'codeTwice', other: rowAt(problem.first) };
      case 'unknownParent':
        return { row: rowAt(problem.at), column: 'parent', value: problem.parent, reason: 'parentUnknown' };
      case 'cycle':
        return { row: found.find(({ item }) => item.code === problem.codes[0])?.row ?? 0, column: 'parent', value: [...problem.codes.slice(0, 10), problem.codes[0]].join(' → '), reason: 'parentCycle' };
    }
  });
}
