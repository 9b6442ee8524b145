import { timeZone } from '../clock/index.ts';
import type { Locale } from './locales.ts';
import { toCyrillic } from './transliterate.ts';

const uzbekMonths = ['yanvar', 'fevral', 'mart', 'aprel', 'may', 'iyun', 'iyul', 'avgust', 'sentabr', 'oktabr', 'noyabr', 'dekabr'];

/**
 * A calendar day in words, as each language's own documents write it: `2026-yil 23-noyabr`,
 * `2026 йил 23 ноябрь`, `23 ноября 2026 г.`, `23 November 2026`.
 */
export function longDate(locale: Locale, instant: Date): string {
  if (locale === 'ru' || locale === 'en') return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru', { dateStyle: 'long', timeZone }).format(instant);
  const parts = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone }).formatToParts(instant);
  const part = (type: 'year' | 'month' | 'day') => Number(parts.find((one) => one.type === type)?.value);
  const latin = `${part('year')}-yil ${part('day')}-${uzbekMonths[part('month') - 1] ?? ''}`;
  return locale === 'uz' ? latin : toCyrillic(latin);
}

/** A civil day (`YYYY-MM-DD`) in words; anything else as it is. */
export function dayInWords(day: string, locale: Locale): string {
  const noon = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(noon.getTime()) ? day : longDate(locale, noon);
}

/** An instant in words, in the country's time. */
export function timeInWords(at: Date, locale: Locale): string {
  return `${longDate(locale, at)}, ${new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at)}`;
}

export function numberInWords(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, { maximumFractionDigits: 4 }).format(value);
}
