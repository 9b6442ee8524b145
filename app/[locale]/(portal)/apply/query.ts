/** Reading what a page's address says. */
import { hasLocale } from 'next-intl';
import { defaultLocale, locales, type Locale } from '@/server/platform/i18n/locales';
import type { Back } from './paths';

export type Query = Record<string, string | string[] | undefined>;

export const localeOf = (value: string): Locale => (hasLocale(locales, value) ? value : defaultLocale);

export function one(query: Query, name: string): string | null {
  const value = query[name];
  return typeof value === 'string' ? value : null;
}

export const backOf = (value: unknown): Back => (value === 'check' ? 'check' : null);
