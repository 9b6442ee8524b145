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
  /** Words actually sought, folded: for highlighting. */
  terms: string[];
  /** Set when the words were corrected, because nothing matched as typed. */
  corrected: string | null;
};

export interface SearchEngine {
  /** Replaces the whole index of a kind in one step. */
  rebuild(kind: string, documents: readonly SearchDocument[]): Promise<void>;
  upsert(kind: string, document: SearchDocument): Promise<void>;
  remove(kind: string, id: string): Promise<void>;
  search(kind: string, query: SearchQuery): Promise<SearchAnswer>;
}
