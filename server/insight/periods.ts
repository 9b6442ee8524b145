/** Periods of figures: civil days from `from` to `to`, both included. Pure. */
import { addDays } from '../platform/calendar/index.ts';
import type { Failure } from '../platform/errors/index.ts';
import { failure } from './errors.ts';
import type { RequestFilter } from './schema.ts';

export type Period = { from: string; to: string };
export type Unit = 'day' | 'week' | 'month';

/** Longer periods are better looked at one after another. */
export const longestPeriod = 366;

const days = ({ from, to }: Period): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** The days a filter means, or why it means none. What has not come yet is left out. */
export function periodOf({ preset, from, to }: Pick<RequestFilter, 'preset' | 'from' | 'to'>, today: string): Period | Failure {
  if (from === undefined && to !== undefined) return failure('periodOpen');
  if (from === undefined) return { from: preset === 'year' ? `${today.slice(0, 4)}-01-01` : addDays(today, 1 - Number(preset)), to: today };
  if (from > today) return failure('periodFuture');
  if (to !== undefined && to < from) return failure('periodReversed');
  const period = { from, to: to === undefined || to > today ? today : to };
  return days(period) > longestPeriod ? failure('periodLong', { days: longestPeriod }) : period;
}

/** How finely a period is drawn: so that there are at most about fifteen points. */
export function unitOf(period: Period): Unit {
  const length = days(period);
  if (length <= 14) return 'day';
  return length <= 100 ? 'week' : 'month';
}

/** First day of the unit in which a day lies; weeks begin on Monday. */
export function startOf(day: string, unit: Unit): string {
  if (unit === 'day') return day;
  if (unit === 'month') return `${day.slice(0, 8)}01`;
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The units of a period, each by its first day, even those in which nothing happened. */
export function bucketsOf({ from, to }: Period, unit: Unit): string[] {
  const buckets: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const start = startOf(day, unit);
    if (buckets.at(-1) !== start) buckets.push(start);
  }
  return buckets;
}
