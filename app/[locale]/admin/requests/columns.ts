import type { FigureRow } from '@/server/insight/service';
import type { Grouping, RequestKind } from '@/server/insight/schema';

type FigureColumn = { value: (row: FigureRow) => number | null; format: 'count' | 'share' | 'days'; /** The requests behind the number. */ kind?: RequestKind };

/** Columns of the table and of its export. The first one, the name, is made of words. */
export const columns = [
  { key: 'name', in: ['agency', 'service'] },
  { key: 'received', in: ['agency', 'service'], value: (row) => row.received, format: 'count', kind: 'all' },
  { key: 'open', in: ['service'], value: (row) => row.open, format: 'count', kind: 'open' },
  { key: 'new', in: ['agency'], value: (row) => row.states.new, format: 'count', kind: 'new' },
  { key: 'in_progress', in: ['agency'], value: (row) => row.states.in_progress, format: 'count', kind: 'in_progress' },
  { key: 'awaiting_correction', in: ['agency'], value: (row) => row.states.awaiting_correction, format: 'count', kind: 'awaiting_correction' },
  { key: 'decided', in: ['service'], value: (row) => row.decided, format: 'count', kind: 'decided' },
  { key: 'approved', in: ['agency'], value: (row) => row.states.approved, format: 'count', kind: 'approved' },
  { key: 'refused', in: ['agency'], value: (row) => row.states.refused, format: 'count', kind: 'refused' },
  { key: 'withdrawn', in: ['agency'], value: (row) => row.states.withdrawn, format: 'count', kind: 'withdrawn' },
  { key: 'overdue', in: ['agency', 'service'], value: (row) => row.overdue, format: 'count', kind: 'overdue' },
  { key: 'share', in: ['agency', 'service'], value: (row) => row.inTimeShare, format: 'share', kind: 'in_time' },
  { key: 'days', in: ['agency', 'service'], value: (row) => row.medianDays, format: 'days' },
] as const satisfies readonly ({ key: string; in: readonly Grouping[] } & ({ key: 'name' } | FigureColumn))[];

export type ColumnKey = (typeof columns)[number]['key'];
export type NumberColumn = { key: Exclude<ColumnKey, 'name'> } & FigureColumn;

export function columnsBy(by: Grouping): NumberColumn[] {
  return columns.filter((column): column is Exclude<(typeof columns)[number], { key: 'name' }> => column.key !== 'name' && (column.in as readonly Grouping[]).includes(by));
}

export type NamedRow = FigureRow & { name: string; /** Of a service's row: whose it is. */ agency: string };
export type Sorting = { key: ColumnKey; direction: 'asc' | 'desc' };

/** Most received first, unless somebody asked for another order; names by the alphabet; what has no value last. */
export function sorted(rows: readonly NamedRow[], { key, direction }: Sorting, by: Grouping, locale: string): NamedRow[] {
  const collator = new Intl.Collator(locale);
  const sign = direction === 'asc' ? 1 : -1;
  const column = columnsBy(by).find((one) => one.key === key);
  const byName = (a: NamedRow, b: NamedRow) => collator.compare(a.name, b.name) || collator.compare(a.agency, b.agency);
  return rows.toSorted((a, b) => {
    if (!column) return key === 'name' ? sign * byName(a, b) : b.received - a.received || byName(a, b);
    const [x, y] = [column.value(a), column.value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return sign * (x - y) || byName(a, b);
  });
}

export function sortingOf({ sort, dir }: { sort?: ColumnKey | undefined; dir?: 'asc' | 'desc' | undefined }): Sorting {
  const key = sort ?? 'received';
  return { key, direction: dir ?? (key === 'name' ? 'asc' : 'desc') };
}
