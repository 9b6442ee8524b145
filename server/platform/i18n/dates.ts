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
