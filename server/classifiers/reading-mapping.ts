/** Reading a mapping from the rows of a table. Pure but for the rows. */
import { findColumns, overflow, type TableRows } from './reading-table.ts';
import type { ImportProblem, ImportReason } from './schema.ts';
import { relations, type MappingRow } from './schema-mappings.ts';

export const mappingColumns = ['from', 'to', 'relation'] as const;
type Column = (typeof mappingColumns)[number];

/** All rows that say something that can be, and what is wrong with the others; null when there are too many. */
export async function readMapping({ header, rows }: TableRows, known: { from: ReadonlySet<string>; to: ReadonlySet<string> }, most: number): Promise<{ rows: MappingRow[]; problems: ImportProblem[] } | null> {
  const columns = findColumns(header, mappingColumns, mappingColumns);
  const problems = [...columns.problems];
  const found: MappingRow[] = [];
  const pairs = new Map<string, number>();
  if (problems.length > 0) return { rows: found, problems };
  let read = 0;
  for await (const { row, cells } of rows) {
    if ((read += 1) > most) return null;
    const cell = (column: Column) => columns.cell(cells, column);
    const [from, to] = [cell('from'), cell('to')];
    const relation = relations.find((one) => one === cell('relation').toLowerCase());
    const pair = `${from} ${to}`;
    const first = pairs.get(pair);
    const wrong: [Column, ImportReason][] = [];
    if (!known.from.has(from)) wrong.push(['from', from === '' ? 'fromMissing' : 'fromUnknown']);
    if (!known.to.has(to)) wrong.push(['to', to === '' ? 'toMissing' : 'toUnknown']);
    if (!relation) wrong.push(['relation', 'relationInvalid']);
    if (first === undefined) pairs.set(pair, row);
    else if (wrong.length === 0) wrong.push(['to', 'pairTwice']);
    problems.push(...overflow(header, row, cells), ...wrong.map(([column, reason]) => ({ row, column, value: cell(column), reason, ...(reason === 'pairTwice' && { other: first ?? 0 }) })));
    if (relation && wrong.length === 0) found.push({ from, to, relation });
  }
  return { rows: found, problems };
}
