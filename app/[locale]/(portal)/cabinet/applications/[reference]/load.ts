import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readConfirmation, readOwnApplication } from '@/server/applications/service-own';
import { requirePerson } from '@/server/platform/auth/guard';
import { Failure } from '@/server/platform/errors';
import type { Locale } from '@/server/platform/i18n/locales';
import { applicationPath } from '../../../apply/paths';

function missing(error: unknown): never {
  if (error instanceof Failure && error.category === 'notFound') notFound();
  throw error;
}

/** One of the person's applications with everything that belongs to it, read once a request. */
export const loadApplication = cache(async (locale: Locale, reference: string) => {
  const person = await requirePerson(locale, applicationPath(locale, reference));
  return readOwnApplication(person, { reference }).catch(missing);
});

/** The facts of a confirmation; reads no answers. */
export const loadConfirmation = cache(async (locale: Locale, reference: string) => {
  const person = await requirePerson(locale, applicationPath(locale, reference));
  return readConfirmation(person, { reference }).catch(missing);
});
