/** Lists and searches of records: paged by the key, so that the millionth page costs what the first does. */
import { prepared } from '../platform/db/index.ts';
import { columnsOf, partition, toVersion, type Version } from './repository-records.ts';

type Order = { field: string; descending: boolean };
export type ListQuery = { /** Records to pass over; for those who count pages. */ offset?: number; words: string | null; filters: readonly [string, string][]; order: Order | null; after: string | null; limit: number; valid: string; known: string | null };

type Row = Parameters<typeof toVersion>[0];

/** More matches than this are not worth paging through: the words say too little. */
const mostFound = 200;

/** Where a list goes on: the last key, and what it was ordered by. */
export function cursorOf(last: Version, order: Order | null): string {
  const value = order ? last.data[order.field] : undefined;
  return JSON.stringify(value === undefined || typeof value === 'object' ? [last.key] : [last.key, String(value)]);
}

function readCursor(after: string): [string, string | null] | null {
  try {
    const [key, value] = JSON.parse(after) as unknown[];
    return typeof key === 'string' ? [key, typeof value === 'string' ? value : null] : null;
  } catch {
    return null;
  }
}

/** Field ids come from a definition, whose schema lets letters and digits through only. */
const text = (field: string) => `(data ->> '${field}')`;

function conditions({ words, filters, valid, known }: Pick<ListQuery, 'words' | 'filters' | 'valid' | 'known'>, give: (value: unknown) => string): string[] {
  const day = give(valid);
  const where = [`valid_from <= ${day}::date`, `valid_to > ${day}::date`];
  if (known === null) where.push(`recorded_to = 'infinity'`);
  else {
    const instant = give(known);
    where.push(`recorded_from <= ${instant}::timestamptz`, `recorded_to > ${instant}::timestamptz`);
  }
  for (const [field, value] of filters) where.push(`${text(field)} = ${give(value)}`);
  if (words !== null) where.push(`words @@ ${give(words)}::tsquery`);
  return where;
}

/** `key` stands for the key itself, whatever its field is called. */
export const keyOrder = '@key';

export async function page(register: string, { words, filters, order: given, after, limit, valid, known, offset = 0 }: ListQuery): Promise<Version[]> {
  const values: unknown[] = [];
  const give = (value: unknown) => `$${values.push(value)}`;
  const where = conditions({ words, filters, valid, known }, give);
  const order = given?.field === keyOrder ? null : given;
  const backwards = given?.field === keyOrder && given.descending;
  const cursor = after === null ? null : readCursor(after);
  const direction = order?.descending ? 'desc' : 'asc';
  const sorting = order ? `${text(order.field)} ${direction}, key ${direction}` : `key ${backwards ? 'desc' : 'asc'}`;
  const beyond: string[] = [];
  if (cursor) {
    const [key, value] = cursor;
    if (!order) beyond.push(`key ${backwards ? '<' : '>'} ${give(key)}`);
    else if (value !== null) beyond.push(`(${text(order.field)}, key) ${order.descending ? '<' : '>'} (${give(value)}, ${give(key)})`);
  }
  // An order leaves out records without a value: there is no place for them in it.
  if (order) where.push(`${text(order.field)} is not null`);
  const from = partition(register);
  const columns = columnsOf(register);
  const sql =
    words === null
      ? `select ${columns} from ${from} v where ${[...where, ...beyond].join(' and ')} order by ${sorting} limit ${give(limit)} offset ${give(offset)}`
      : `select ${columns} from (select * from ${from} where ${where.join(' and ')} limit ${mostFound}) as v ${beyond.length > 0 ? `where ${beyond.join(' and ')}` : ''} order by ${sorting} limit ${give(limit)} offset ${give(offset)}`;
  // The shape of the question, without what was asked for, names the prepared statement.
  const shape = [backwards ? 'd' : '', filters.map(([field]) => field).join(','), order ? `${order.field}${direction}` : '', cursor ? (cursor[1] === null ? 'k' : 'v') : '', words === null ? '' : 'w', known === null ? '' : 'a'].join('.');
  return (await prepared<Row>(`${register}.list.${shape}`, sql, values)).map(toVersion);
}

/** Records that refer to any of the given ones, as believed now on a civil day. */
export async function referring(register: string, refs: readonly string[], day: string, limit: number): Promise<Version[]> {
  const rows = await prepared<Row>(
    `${register}.referring`,
    `select ${columnsOf(register)} from ${partition(register)} v where refs && $1::text[] and valid_from <= $2::date and valid_to > $2::date and recorded_to = 'infinity' order by key limit $3`,
    [refs, day, limit],
  );
  return rows.map(toVersion);
}

/** Records in force: counted up to `most`, beyond that as the planner's statistics have it. */
export async function countUpTo(register: string, most: number): Promise<{ records: number; exact: boolean }> {
  const [row] = await prepared<{ count: string; guess: string }>(
    `${register}.count`,
    `select (select count(*) from (select 1 from ${partition(register)} where recorded_to = 'infinity' and valid_to = 'infinity' limit $1) as seen)::text as count,
      (select greatest(reltuples, 0)::bigint::text from pg_class where oid = '${partition(register)}'::regclass) as guess`,
    [most + 1],
  );
  const count = Number(row?.count ?? 0);
  return count <= most ? { records: count, exact: true } : { records: Math.max(count, Number(row?.guess ?? 0)), exact: false };
}

/** Records that a list has, counted up to `most`. */
export async function countList(register: string, query: Pick<ListQuery, 'words' | 'filters' | 'valid' | 'known'>, most: number): Promise<{ records: number; exact: boolean }> {
  const values: unknown[] = [];
  const where = conditions(query, (value) => `$${values.push(value)}`);
  const shape = [query.filters.map(([field]) => field).join(','), query.words === null ? '' : 'w', query.known === null ? '' : 'a'].join('.');
  const [row] = await prepared<{ count: string }>(`${register}.countList.${shape}`, `select count(*)::text as count from (select 1 from ${partition(register)} where ${where.join(' and ')} limit $${values.push(most + 1)}) as seen`, values);
  const count = Number(row?.count ?? 0);
  return { records: Math.min(count, most), exact: count <= most };
}
