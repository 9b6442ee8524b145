/** The search port. Engines answer the same questions and pass the same tests; `engine.ts` chooses between them. */

export type SearchDocument = {
  id: string;
  /** Text by weight; every language together, since folding makes one alphabet of them. */
  titles: readonly string[];
  keywords: readonly string[];
  summaries: readonly string[];
  bodies: readonly string[];
  /** Facet values by facet name. */
  facets: Readonly<Record<string, readonly string[]>>;
  popularity: number;
};

export type SearchQuery = {
  text: string;
  /** Chosen facet values; several values of one facet are alternatives. */
  filters: Readonly<Record<string, readonly string[]>>;
  limit: number;
  /** A multiple of the limit. */
  offset: number;
};

export type SearchAnswer = {
  ids: string[];
  total: number;
  /** How many results each facet value would leave, given the other filters. */
  facets: Record<string, Record<string, number>>;
  /** Beginnings of folded words that were sought: for highlighting. */
  terms: string[];
  /** Words that were understood as others, because nothing matches them as typed; engines that forgive errors silently name the layout only. */
  corrections: Correction[];
};

export type Suggestions = Pick<SearchAnswer, 'ids' | 'terms'>;

/** `typed` is a word of the query, or all of it when `layout` is set: it was typed on the other keyboard layout. */
export type Correction = { typed: string; meant: string; layout: boolean };

export interface SearchEngine {
  readonly name: 'postgresql' | 'meilisearch';
  /** Replaces the whole index of a kind in one step; readers see the old one until then. */
  rebuild(kind: string, documents: readonly SearchDocument[]): Promise<void>;
  upsert(kind: string, document: SearchDocument): Promise<void>;
  remove(kind: string, id: string): Promise<void>;
  search(kind: string, query: SearchQuery): Promise<SearchAnswer>;
  /** The best few for words of which the last may be unfinished; costs the same however many documents there are. */
  suggest(kind: string, text: string, limit: number): Promise<Suggestions>;
  /** What is indexed: `fingerprint` of each document, by its identifier. */
  fingerprints(kind: string): Promise<Map<string, string>>;
  /** Takes over the synonyms as they are in the database now; true when something had to change. */
  refreshSynonyms(kind: string): Promise<boolean>;
}
