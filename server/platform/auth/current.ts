import { cache } from 'react';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { actorOfSession } from '../../identity/session.ts';
import { isLocale } from '../i18n/locales.ts';
import { anonymous, isPerson, type Actor, type Person } from './actor.ts';

/** The actor of the request being served, read once a request. Makes the page dynamic: never on public pages. */
export const currentActor = cache(async (): Promise<Actor> => {
  const list = await headers();
  const locale = await getLocale();
  const requestId = list.get('x-request-id');
  const base = anonymous(isLocale(locale) ? locale : undefined, requestId);
  return actorOfSession(base);
});

/** The signed-in person of the request, or null. */
export async function currentPerson(): Promise<Person | null> {
  const actor = await currentActor();
  return isPerson(actor) ? actor : null;
}
