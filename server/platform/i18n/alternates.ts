import type { Metadata } from 'next';
import { env } from '../env/index.ts';
import { defaultLocale, locales, type Locale } from './locales.ts';

/** The full address of a page; `path` begins with a slash and has no locale. The home page is `/`. */
export function pageUrl(locale: Locale, path: string): string {
  return `${env().PUBLIC_URL}/${locale}${path === '/' ? '' : path}`;
}

/** Tells search engines the page's one address and its addresses in the other languages. */
export function alternates(locale: Locale, path: string): NonNullable<Metadata['alternates']> {
  return {
    canonical: pageUrl(locale, path),
    languages: { ...Object.fromEntries(locales.map((other) => [other, pageUrl(other, path)])), 'x-default': pageUrl(defaultLocale, path) },
  };
}
