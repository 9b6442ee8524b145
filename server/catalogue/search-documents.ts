import type { SearchDocument } from '../platform/search/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import { toCyrillic } from '../platform/i18n/transliterate.ts';
import { isFree, type Passport } from './schema.ts';

export const searchKind = 'service';

const all = (text: LocalizedText): string[] => [text.uz, text['uz-Cyrl'] ?? toCyrillic(text.uz), text.ru, text.en];

export type Searchable = {
  id: string;
  agencyId: string;
  agency: { name: LocalizedText; abbreviation: LocalizedText };
  sphere: { id: string; title: LocalizedText };
  lifeEvents: readonly { id: string; title: LocalizedText }[];
  popularity: number;
  online: boolean;
  passport: Passport;
};

/** What a search can find a service by: its words in every language, its agency, and its facets. */
export function searchDocument(service: Searchable): SearchDocument {
  const { passport } = service;
  return {
    id: service.id,
    titles: all(passport.title),
    keywords: [...passport.keywords.uz, ...passport.keywords.ru, ...passport.keywords.en],
    summaries: [...all(passport.summary), ...all(service.agency.name), ...all(service.agency.abbreviation), ...all(service.sphere.title), ...service.lifeEvents.flatMap((event) => all(event.title))],
    bodies: [...passport.eligibility, ...passport.requirements.map((item) => item.text), ...passport.steps, passport.result].flatMap((text) => [text.uz, text.ru, text.en]),
    facets: {
      sphere: [service.sphere.id],
      agency: [service.agencyId],
      audience: passport.audiences,
      fee: [isFree(passport.fee) ? 'free' : 'paid'],
      online: [service.online ? 'yes' : 'no'],
      event: service.lifeEvents.map((event) => event.id),
    },
    popularity: service.popularity,
  };
}
