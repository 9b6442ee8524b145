/** Reading the catalogue: public data, the same for everyone. Editing is in `service-editing.ts`. */
import { civilDay, now } from '../platform/clock/index.ts';
import { textIn } from '../platform/i18n/text.ts';
import type { Locale } from '../platform/i18n/locales.ts';
import type { SearchAnswer } from '../platform/search/index.ts';
import { searching } from '../platform/search/engine.ts';
import { matchRanges } from '../platform/search/highlight.ts';
import { recordSearchMiss } from '../platform/search/misses.ts';
import { inGuideOrder } from './life-event-order.ts';
import * as repository from './repository.ts';
import { searchSchema, type SearchInput } from './schema.ts';
import { searchKind } from './search-documents.ts';
import { understoodAs } from './understood.ts';

export type { Agency, AgencyCard, PublishedService, PublishedVersion, Sphere } from './repository.ts';
export { agencies as listAgencies, agency as findAgency, lifeEvents as listLifeEvents, popularServices, publicHistory as serviceHistory, spheres as listSpheres } from './repository.ts';

/** A service that citizens can ask for. */
export async function findService(id: string): Promise<repository.PublishedService | null> {
  const [service] = await repository.publishedServices({ ids: [id] });
  return service ?? null;
}

/** The same, or what it was before it was withdrawn. */
export async function findServicePage(id: string): Promise<repository.PublishedService | null> {
  const [service] = await repository.publishedServices({ ids: [id], withdrawn: true });
  return service ?? null;
}

export function listServices(filter: Pick<repository.ServiceFilter, 'sphereId' | 'agencyId' | 'lifeEventId'>): Promise<repository.PublishedService[]> {
  return repository.publishedServices(filter);
}

/** The services of a life event in the order in which people need them. */
export async function guideOf(lifeEventId: string): Promise<repository.PublishedService[]> {
  return inGuideOrder(lifeEventId, await repository.publishedServices({ lifeEventId }));
}

/** Services people of the same need look at: same life event or sphere, most asked for first. */
export async function relatedServices(service: repository.PublishedService, limit = 4): Promise<repository.PublishedService[]> {
  const [event] = service.lifeEvents;
  const near = await repository.publishedServices(event ? { lifeEventId: event.id } : { sphereId: service.sphere.id });
  const same = near.length > limit || !event ? near : [...near, ...(await repository.publishedServices({ sphereId: service.sphere.id }))];
  const unique = new Map(same.filter((other) => other.id !== service.id).map((other) => [other.id, other]));
  return [...unique.values()].slice(0, limit);
}

/** The base calculation amount (BHM) in soum today. */
export function currentBaseAmount(): Promise<number | null> {
  return repository.baseAmountOn(civilDay(now()));
}

export const pageSize = 20;

export type SearchPage = Pick<SearchAnswer, 'total' | 'facets' | 'terms'> & {
  services: repository.PublishedService[];
  page: number;
  pages: number;
  /** The query as it was understood, when nothing matches it as typed. */
  understood: string | null;
};

/** Services by identifier, in the order of the identifiers. */
async function inOrder(ids: readonly string[]): Promise<repository.PublishedService[]> {
  const services = new Map((await repository.publishedServices({ ids })).map((service) => [service.id, service]));
  return ids.flatMap((id) => services.get(id) ?? []);
}

/** Full search with filters and counts. Unknown filter values simply match nothing. */
export async function searchServices(input: SearchInput): Promise<SearchPage> {
  const { q, filters, page } = searchSchema.parse(input);
  const ask = (offset: number) => searching().search(searchKind, { text: q, filters, limit: pageSize, offset });
  const asked = await ask((page - 1) * pageSize);
  const pages = Math.max(1, Math.ceil(asked.total / pageSize));
  // A page that is no longer there is the last one.
  const { ids, total, facets, terms, corrections } = page > pages ? await ask((pages - 1) * pageSize) : asked;
  if (total === 0 && Object.keys(filters).length === 0) await recordSearchMiss(searchKind, q);
  const services = await inOrder(ids);
  return { services, total, facets, terms, page: Math.min(page, pages), pages, understood: understoodAs(q, corrections, services) };
}

export type Suggestion = {
  id: string;
  title: string;
  agency: string;
  /** Parts of the title that were sought, as `[from, to)`. */
  marks: [number, number][];
};

/** Services for the words typed so far; the last one may be unfinished. */
export async function suggestServices(input: { q: string; locale: Locale }): Promise<Suggestion[]> {
  const { ids, terms } = await searching().suggest(searchKind, input.q, 8);
  return (await inOrder(ids)).map(({ id, passport, agency }) => {
    const title = textIn(passport.title, input.locale);
    return { id, title, agency: textIn(agency.abbreviation, input.locale), marks: matchRanges(title, terms) };
  });
}
