/**
 * The timeline of a record as it is believed now: periods of valid time that do not overlap. Changing it
 * says which periods are believed no more and which are believed from now on; the database keeps both. Pure.
 */
import type { RecordData } from './schema-definition.ts';

/** From a civil day on, until before another; `null` is without end. */
export type Period = { from: string; to: string | null };
export type Segment = Period & { data: RecordData };
export type Rewrite<S extends Segment> = { closed: S[]; opened: Segment[] };

const forever = '9999-12-31';
const end = (to: string | null) => to ?? forever;

export const overlaps = (a: Period, b: Period): boolean => a.from < end(b.to) && b.from < end(a.to);
export const isPeriod = ({ from, to }: Period): boolean => from < end(to);

/** Keys in one order, so that equal contents are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

/** Neighbours with the same content are one period. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last && last.to === segment.from && canonical(last.data) === canonical(segment.data)) last.to = segment.to;
    else result.push({ ...segment });
  }
  return result;
}

/** What to close and what to open so that `before` becomes `after`. Periods that stay as they are stay untouched. */
function rewritten<S extends Segment>(before: readonly S[], after: readonly Segment[]): Rewrite<S> {
  const same = (a: Segment, b: Segment) => a.from === b.from && a.to === b.to && canonical(a.data) === canonical(b.data);
  const wanted = joined(after);
  return { closed: before.filter((old) => !wanted.some((one) => same(old, one))), opened: wanted.filter((one) => !before.some((old) => same(old, one))) };
}

function outside(segment: Segment, period: Period): Segment[] {
  const parts: Segment[] = [];
  if (segment.from < period.from) parts.push({ ...segment, to: period.from });
  if (period.to !== null && period.to < end(segment.to)) parts.push({ ...segment, from: period.to });
  return parts;
}

function inside(segment: Segment, period: Period): Segment {
  return { ...segment, from: segment.from > period.from ? segment.from : period.from, to: end(segment.to) < end(period.to) ? segment.to : period.to };
}

/** In the whole period the content is `data`, whatever was believed of it before. */
export function put<S extends Segment>(timeline: readonly S[], period: Period, data: RecordData): Rewrite<S> {
  const kept = timeline.flatMap((segment) => (overlaps(segment, period) ? outside(segment, period) : [segment]));
  return rewritten(timeline, [...kept, { ...period, data }]);
}

/** Fields change, where the record exists in the period; `undefined` takes a value away. */
export function patch<S extends Segment>(timeline: readonly S[], period: Period, changes: Readonly<Record<string, RecordData[string] | undefined>>): Rewrite<S> {
  const changed = timeline.flatMap((segment): Segment[] => {
    if (!overlaps(segment, period)) return [segment];
    const data = Object.fromEntries(Object.entries({ ...segment.data, ...changes }).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
    return [...outside(segment, period), { ...inside(segment, period), data }];
  });
  return rewritten(timeline, changed);
}

/** From a day on the record is not valid any more. */
export function endFrom<S extends Segment>(timeline: readonly S[], day: string): Rewrite<S> {
  const period = { from: day, to: null };
  return rewritten(timeline, timeline.flatMap((segment) => (overlaps(segment, period) ? outside(segment, period) : [segment])));
}

/** The timeline after a change. */
export function applied<S extends Segment>(timeline: readonly S[], { closed, opened }: Rewrite<S>): Segment[] {
  return [...timeline.filter((segment) => !closed.includes(segment)), ...opened].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

export const at = <S extends Period>(timeline: readonly S[], day: string): S | null => timeline.find(({ from, to }) => from <= day && day < end(to)) ?? null;
