/** Reading the catalogue: public data, the same for everyone. Editing is in `service-editing.ts`. */
import { civilDay, now } from '../platform/clock/index.ts';
import { textIn } from '../platform/i18n/text.ts';
import type { Locale } from '../platform/i18n/locales.ts';
import type { SearchAnswer } from '../platform/search/index.ts';
import { postgresSearch } from '../platform/search/postgres.ts';
import { recordSearchMiss } from '../platform/search/misses.ts';
import * as repository from './repository.ts';
import { searchSchema, type SearchInput } from './schema.ts';
import { searchDocument, searchKind } from './search-documents.ts';

export type { Agency, AgencyCard, PublishedService, Sphere } from './repository.ts';
export { agencies as listAgencies, agency as findAgency, lifeEvents as listLifeEvents, popularServices, spheres as listSpheres } from './repository.ts';

export async function findService(id: string): Promise<repository.PublishedService | null> {
  const [service] = await repository.publishedServices({ ids: [id] });
  return service ?? null;
}

export function listServices(filter: Pick<repository.ServiceFilter, 'sphereId' | 'agencyId' | 'lifeEventId'>): Promise<repository.PublishedService[]> {
  return repository.publishedServices(filter);
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

export type SearchPage = Omit<SearchAnswer, 'ids'> & { services: repository.PublishedService[]; page: number; pages: number };

/** Full search with filters and counts. Unknown filter values simply match nothing. */
export async function searchServices(input: SearchInput): Promise<SearchPage> {
  const query = searchSchema.parse(input);
  const answer = await postgresSearch.search(searchKind, { text: query.q, filters: query.filters, limit: pageSize, offset: (query.page - 1) * pageSize });
  if (answer.total === 0 && query.q.trim().length > 2) await recordSearchMiss(searchKind, query.q);
  const services = await repository.publishedServices({ ids: answer.ids });
  const order = new Map(answer.ids.map((id, index) => [id, index]));
  services.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const { ids: _ids, ...rest } = answer;
  return { ...rest, services, page: query.page, pages: Math.max(1, Math.ceil(answer.total / pageSize)) };
}

export type Suggestion = { id: string; title: string; agency: string };

/** Services for the words typed so far; the last one may be unfinished. */
export async function suggestServices(input: { q: string; locale: Locale }): Promise<{ suggestions: Suggestion[]; terms: string[] }> {
  const { ids, terms } = await postgresSearch.search(searchKind, { text: input.q.slice(0, 120), filters: {}, limit: 8, offset: 0 });
  const services = await repository.publishedServices({ ids });
  const byId = new Map(services.map((service) => [service.id, service]));
  const suggestions = ids.flatMap((id) => {
    const service = byId.get(id);
    return service ? [{ id, title: textIn(service.passport.title, input.locale), agency: textIn(service.agency.abbreviation, input.locale) }] : [];
  });
  return { suggestions, terms };
}

/** Rebuilds the search index from what is published. */
export async function reindexServices(): Promise<number> {
  const services = await repository.publishedServices();
  await postgresSearch.rebuild(searchKind, services.map(searchDocument));
  return services.length;
}
