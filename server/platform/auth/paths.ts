import type { SignInProblem } from '../../identity/schema.ts';
import type { Locale } from '../i18n/locales.ts';

/** Where somebody goes who signed in from nowhere in particular. */
export const homePath = (locale: Locale): string => `/${locale}/cabinet`;

/** Where a person signs in, to come back to `to` (a path of this site, with its locale). */
export function signInPath(locale: Locale, to: string): string {
  return `/${locale}/sign-in?${new URLSearchParams({ to }).toString()}`;
}

/** The sign-in page with a problem to explain. */
export function problemPath(locale: Locale, to: string, problem: SignInProblem): string {
  return `${signInPath(locale, to)}&problem=${problem}`;
}
