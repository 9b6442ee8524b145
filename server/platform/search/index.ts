/** The search port. Engines answer the same questions; see `postgres.ts` for the embedded default. */

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
  offset: number;
};

export type SearchAnswer = {
  ids: string[];
  total: number;
  /** How many results each facet value would leave, given the other filters. */
  facets: Record<string, Record<string, number>>;
  /** Beginnings of folded words that were sought: for highlighting. */
  terms: string[];
  /** Words that were understood as others, because nothing matches them as typed. */
  corrections: Correction[];
};

/** `typed` is a word of the query, or all of it when `layout` is set: it was typed on the other keyboard layout. */
export type Correction = { typed: string; meant: string; layout: boolean };

export interface SearchEngine {
  /** Replaces the whole index of a kind in one step. */
  rebuild(kind: string, documents: readonly SearchDocument[]): Promise<void>;
  upsert(kind: string, document: SearchDocument): Promise<void>;
  remove(kind: string, id: string): Promise<void>;
  search(kind: string, query: SearchQuery): Promise<SearchAnswer>;
}
