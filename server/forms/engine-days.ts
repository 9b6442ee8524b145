/** Days as people enter them and as forms bound them. */
import { isCivilDate } from '../registers/identifiers.ts';

/** A real day from its parts, `YYYY-MM-DD`, or null. Years are written in full. */
export function readDay(parts: { day: string; month: string; year: string }): string | null {
  if (!/^\d{1,2}$/.test(parts.day) || !/^\d{1,2}$/.test(parts.month) || !/^\d{4}$/.test(parts.year)) return null;
  const iso = `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  return parts.year >= '1000' && isCivilDate(iso) ? iso : null;
}

/** The day that a bound names on a given day: `today`, `-18y`, `+30d`, or the day itself. */
export function dayOf(bound: string, today: string): string {
  if (bound === 'today') return today;
  const relative = /^([+-])(\d{1,4})([ymd])$/.exec(bound);
  if (!relative) return bound;
  const count = Number(`${relative[1] ?? '+'}${relative[2] ?? '0'}`);
  const date = new Date(`${today}T00:00:00Z`);
  if (relative[3] === 'd') date.setUTCDate(date.getUTCDate() + count);
  else {
    const wanted = date.getUTCDate();
    date.setUTCMonth(date.getUTCMonth() + (relative[3] === 'y' ? 12 * count : count));
    // 29 February less a year is 28 February, not 1 March.
    if (date.getUTCDate() !== wanted) date.setUTCDate(0);
  }
  return date.toISOString().slice(0, 10);
}
