import type { FigureRow, RequestFigures } from '@/server/insight/service';
import type { Unit } from '@/server/insight/periods';
import { timeZone } from '@/server/platform/clock';
import type { Locale, LocalizedText } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import type { NamedRow, NumberColumn } from './columns';

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

/** A day for tables: `27.11.2026`, in English `27 Nov 2026`. */
export function instantWords(locale: Locale, at: Date): string {
  return locale === 'en'
    ? new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone }).format(at)
    : new Intl.DateTimeFormat('ru', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone }).format(at);
}

export const dayWords = (locale: Locale, day: string) => instantWords(locale, noonOf(day));

const language = (locale: Locale) => (locale === 'en' ? 'en-GB' : locale);

/** A figure as the language writes it. `plain` for spreadsheets: digits are not grouped. */
export function figureWords(locale: Locale, value: number | null, format: NumberColumn['format'], plain = false): string {
  if (value === null) return plain ? '' : '–';
  return new Intl.NumberFormat(language(locale), { maximumFractionDigits: format === 'count' ? 0 : 1, useGrouping: !plain }).format(value);
}

export function percentWords(locale: Locale, share: number): string {
  return new Intl.NumberFormat(language(locale), { style: 'percent', maximumFractionDigits: 1 }).format(share / 100);
}

/** A point of time on an axis: a day, the first day of a week, a month. */
export function bucketWords(locale: Locale, bucket: string, unit: Unit, acrossYears: boolean): string {
  const at = noonOf(bucket);
  if (unit !== 'month') return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru', { day: '2-digit', month: locale === 'en' ? 'short' : '2-digit', timeZone: 'UTC' }).format(at);
  const month = new Intl.DateTimeFormat(language(locale), { month: 'short', timeZone: 'UTC' }).format(at).replace('.', '');
  return acrossYears ? `${month} ’${bucket.slice(2, 4)}` : month;
}

type AgencyWords = { id: string; name: LocalizedText };

/** Rows with the names of what they count. */
export function namedRows(rows: readonly FigureRow[], { titles }: Pick<RequestFigures, 'titles'>, agencies: readonly AgencyWords[], locale: Locale): NamedRow[] {
  const names = new Map(agencies.map(({ id, name }) => [id, textIn(name, locale)]));
  return rows.map((row) => {
    const agency = names.get(row.agencyId) ?? row.agencyId;
    const title = row.serviceId === null ? undefined : titles.get(row.serviceId);
    return { ...row, agency, name: row.serviceId === null ? agency : title ? textIn(title, locale) : row.serviceId };
  });
}
