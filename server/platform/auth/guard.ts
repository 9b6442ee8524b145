import { redirect } from 'next/navigation';
import type { Locale } from '../i18n/locales.ts';
import { isPerson, type Actor, type Person, type StaffRole } from './actor.ts';
import { currentActor } from './current.ts';
import { problemPath, signInPath } from './paths.ts';

/** The current actor with the language of the page being served. */
async function actorIn(locale: Locale): Promise<Actor> {
  return { ...(await currentActor()), locale };
}

/**
 * For pages: the signed-in person, or a redirect to sign in and come back to `returnPath` (with locale,
 * e.g. `/uz/cabinet`). This only decides which page is shown; services authorise for themselves.
 */
export async function requirePerson(locale: Locale, returnPath: string): Promise<Person> {
  const actor = await actorIn(locale);
  if (!isPerson(actor)) redirect(signInPath(locale, returnPath));
  return actor;
}

/**
 * For pages of the console: a person who holds one of `roles` (any staff role when none is named).
 * Somebody signed in without the role is told so, and can sign in as somebody else.
 */
export async function requireStaff(locale: Locale, returnPath: string, ...roles: StaffRole[]): Promise<Person> {
  const person = await requirePerson(locale, returnPath);
  const fits = person.roles.some((held) => roles.length === 0 || roles.includes(held.role));
  if (!fits) redirect(problemPath(locale, returnPath, 'role'));
  return person;
}
