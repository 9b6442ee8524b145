/** Loads what the pages of a draft show, or leads to where the person should be instead. */
import { cache } from 'react';
import { notFound, redirect } from 'next/navigation';
import { openDraft, type OpenDraft } from '@/server/applications/service-drafts';
import { findService, type PublishedService } from '@/server/catalogue/service';
import { requirePerson } from '@/server/platform/auth/guard';
import type { Person } from '@/server/platform/auth/actor';
import { Failure } from '@/server/platform/errors';
import type { Locale } from '@/server/platform/i18n/locales';
import { applicationPath, cabinetPath, draftPath, sentPath, startPath } from './paths';

export type LoadedDraft = { person: Person; opened: OpenDraft; service: PublishedService };

/** The draft of the address for its owner, read once a request. */
export const loadDraft = cache(async (locale: Locale, serviceId: string, draftId: string): Promise<LoadedDraft> => {
  const person = await requirePerson(locale, draftPath({ locale, serviceId, draftId }));
  const opened = await openDraft(person, { draftId }).catch((error: unknown) => leave(error, locale, serviceId));
  const service = await findService(serviceId);
  if (!service || opened.draft.serviceId !== serviceId) notFound();
  return { person, opened, service };
});

function leave(error: unknown, locale: Locale, serviceId: string): never {
  if (!(error instanceof Failure)) throw error;
  const { reference } = error.params;
  if (error.key === 'applications.errors.alreadySubmitted') redirect(sentPath(locale, String(reference)));
  if (error.key === 'applications.errors.draftExpired') redirect(`${startPath(locale, serviceId)}?expired=1`);
  if (error.key === 'applications.errors.wrongState') redirect(typeof reference === 'string' ? applicationPath(locale, reference) : cabinetPath(locale));
  notFound();
}
