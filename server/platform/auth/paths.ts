import type { Locale } from '../i18n/locales.ts';

/** Where a person signs in, to come back to `to` (a path of this site, with its locale). */
export function signInPath(locale: Locale, to: string): string {
  return `/${locale}/sign-in?${new URLSearchParams({ to }).toString()}`;
}
