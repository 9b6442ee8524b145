/** Addresses of applying and of the cabinet, with their locale. */
import type { Step } from '@/server/applications/draft-state';
import type { Locale } from '@/server/platform/i18n/locales';

/** Where a draft is: its language, service and id. */
export type DraftPlace = { locale: Locale; serviceId: string; draftId: string };

export type Back = 'check' | null;

export const startPath = (locale: Locale, serviceId: string) => `/${locale}/apply/${encodeURIComponent(serviceId)}`;
export const draftPath = ({ locale, serviceId, draftId }: DraftPlace) => `${startPath(locale, serviceId)}/${encodeURIComponent(draftId)}`;

function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries).toString()}`;
}

export type PageQuery = { from?: Back; /** Show what was refused. */ again?: boolean; problem?: string };

/** A page of the form, or one of the draft's own pages: `tasks`, `check`, `delete`. */
export function pagePath(place: DraftPlace, pageId: string, { from, again, problem }: PageQuery = {}): string {
  return withQuery(`${draftPath(place)}/${encodeURIComponent(pageId)}`, { from, again: again ? '1' : null, problem });
}

export const conflictPath = (place: DraftPlace, pageId: string, from: Back) => withQuery(`${draftPath(place)}/conflict`, { page: pageId, from });

export function stepPath(place: DraftPlace, step: Step, from: Back = null): string {
  return step.to === 'page' ? pagePath(place, step.pageId, { from }) : pagePath(place, step.to);
}

export const cabinetPath = (locale: Locale, query: { done?: string } = {}) => withQuery(`/${locale}/cabinet`, query);
export const applicationPath = (locale: Locale, reference: string, query: { done?: string; problem?: string } = {}) =>
  withQuery(`/${locale}/cabinet/applications/${encodeURIComponent(reference)}`, query);
export const sentPath = (locale: Locale, reference: string) => `${applicationPath(locale, reference)}/sent`;
