/** What Meilisearch is given: pure, so that it can be tested without a server. */
import type { MultiSearchQuery, Settings } from 'meilisearch';
import { fingerprint } from './fingerprint.ts';
import { formsOf, isCommonWord, spellings, stems, wordsOf } from './fold.ts';
import type { SearchDocument, SearchQuery } from './index.ts';
import type { SynonymGroup } from './synonyms.ts';

export type MeiliDocument = { id: string; fingerprint: string; popularity: number; facets: string[] } & Record<'titles' | 'keywords' | 'summaries' | 'bodies', string[]>;

/** Every form of every word, in one alphabet: the server's own analysis knows nothing of two scripts of Uzbek. */
const allForms = (texts: readonly string[]) => [...new Set(texts.map((text) => wordsOf(text).flatMap(formsOf).join(' ')))].filter((text) => text !== '');

export function meiliDocument(document: SearchDocument): MeiliDocument {
  const { id, titles, keywords, summaries, bodies, facets, popularity } = document;
  return {
    id, fingerprint: fingerprint(document), popularity,
    facets: Object.entries(facets).flatMap(([name, values]) => values.map((value) => `${name}:${value}`)),
    titles: allForms(titles), keywords: allForms(keywords), summaries: allForms(summaries), bodies: allForms(bodies),
  };
}

/** A word as it is sought: its shortest stem, which all its forms begin with. */
const stemOf = (word: string): string => stems(word).filter((stem) => stem.length >= 3).sort((a, b) => a.length - b.length)[0] ?? spellings(word)[0] ?? '';

/** A text as the server is asked for it; empty when it has no words. */
export function meiliText(text: string): string {
  const words = wordsOf(text.slice(0, 200));
  const telling = words.filter((word) => !isCommonWord(word));
  return (telling.length > 0 ? telling : words).map(stemOf).filter((word) => word !== '').slice(0, 10).join(' ');
}

/** How a phrase may stand in a query. The server compares synonyms letter by letter, and forms of a word differ in their stems. */
function asSought(phrase: string): string[] {
  const words = wordsOf(phrase);
  return [...new Set([meiliText(phrase), ...(words.length === 1 ? formsOf(words[0] ?? '').filter((form) => form.length >= 3) : [])])].filter((text) => text !== '');
}

/** The server's synonyms: from a phrase to what it may be replaced by. */
export function meiliSynonyms(groups: readonly SynonymGroup[]): Record<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { direction, words, targets } of groups) {
    for (const phrase of words) {
      const own = asSought(phrase);
      const others = (direction === 'one_way' ? targets : words).map(meiliText).filter((other) => other !== '' && !own.includes(other));
      if (others.length > 0) for (const word of own) found.set(word, new Set([...(found.get(word) ?? []), ...others]));
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, others]) => [word, [...others].sort()]));
}

export function meiliSettings(synonyms: readonly SynonymGroup[]): Settings {
  return {
    searchableAttributes: ['titles', 'keywords', 'summaries', 'bodies'],
    displayedAttributes: ['id', 'fingerprint'],
    filterableAttributes: ['facets'],
    // Where a word stands says more here than how near words are: all forms of a word stand beside each other.
    rankingRules: ['words', 'typo', 'attribute', 'exactness', 'proximity', 'popularity:desc'],
    proximityPrecision: 'byAttribute',
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
    faceting: { maxValuesPerFacet: 2_000 },
    pagination: { maxTotalHits: 20_000 },
    synonyms: meiliSynonyms(synonyms),
  };
}

const quoted = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** All facets must fit, each by any of its values. */
export function meiliFilter(filters: SearchQuery['filters'], except?: string): string[][] {
  return Object.entries(filters)
    .filter(([name, values]) => name !== except && values.length > 0)
    .map(([name, values]) => values.map((value) => `facets = ${quoted(`${name}:${value}`)}`));
}

/** Names of the facets that are filtered: each needs its counts without its own choice. */
export const filteredFacets = (filters: SearchQuery['filters']): string[] => Object.entries(filters).flatMap(([name, values]) => (values.length > 0 ? [name] : []));

/** The results, then for each filtered facet the counts of its other values. */
export function meiliQueries(indexUid: string, q: string, { filters, limit, offset }: SearchQuery): MultiSearchQuery[] {
  const base = { indexUid, q, facets: ['facets'], attributesToRetrieve: ['id'], matchingStrategy: 'frequency' as const, ...(q !== '' && { rankingScoreThreshold: 0.3 }) };
  return [
    // Pages give exact totals, where offsets only estimate them.
    { ...base, filter: meiliFilter(filters), page: Math.floor(offset / limit) + 1, hitsPerPage: limit },
    ...filteredFacets(filters).map((name) => ({ ...base, filter: meiliFilter(filters, name), page: 1, hitsPerPage: 1 })),
  ];
}

/** Counts by facet out of the one attribute that holds all; those of a filtered facet come from its own query. */
export function meiliFacets(distributions: readonly Readonly<Record<string, number>>[], filtered: readonly string[]): Record<string, Record<string, number>> {
  const facets: Record<string, Record<string, number>> = {};
  distributions.forEach((distribution, n) => {
    for (const [facet, count] of Object.entries(distribution)) {
      const [name = '', value = ''] = facet.split(/:(.*)/s);
      const own = filtered.indexOf(name) + 1;
      if (own === n) (facets[name] ??= {})[value] = count;
    }
  });
  return facets;
}
