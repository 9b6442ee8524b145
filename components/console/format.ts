/** Days, times and numbers in the console. Not every browser knows Uzbek, so its writing is ours; no server code, no surprises. */
import type { Locale } from '@/server/platform/i18n/locales';

const timeZone = 'Asia/Tashkent';

/** A day for tables: `27.11.2026`, in English `27 Nov 2026`. */
export function shortDay(locale: Locale, at: Date): string {
  return locale === 'en'
    ? new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone }).format(at)
    : new Intl.DateTimeFormat('ru', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone }).format(at);
}

/** The same with hours and minutes. */
export function shortTime(locale: Locale, at: Date): string {
  return `${shortDay(locale, at)}, ${new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at)}`;
}

export function numberText(locale: Locale, value: number): string {
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'ru', { maximumFractionDigits: 4 }).format(value);
}
