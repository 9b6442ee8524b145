import { Meilisearch, MeilisearchApiError, type EnqueuedTaskPromise, type Index } from 'meilisearch';
import { swapLayout } from './fold.ts';
import type { SearchAnswer, SearchDocument, SearchEngine, SearchQuery, Suggestions } from './index.ts';
import { filteredFacets, meiliDocument, meiliFacets, meiliQueries, meiliSettings, meiliSynonyms, meiliText, type MeiliDocument } from './meilisearch-index.ts';
import { allSynonyms } from './synonyms.ts';
import { queryTerms } from './terms.ts';

/** People wait for answers, jobs for tasks of the server. */
export const answerTimeoutMs = 600;
const requestTimeoutMs = 15_000;
const taskTimeoutMs = 300_000;
const batchSize = 1_000;

export type MeilisearchOptions = { url: string; apiKey?: string | undefined; /** Begins the names of all indexes. */ prefix?: string };

const isMissing = (error: unknown): boolean => error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found';

/** Waits for a task of the server; one that failed is an error here too. */
async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, type, error } = await task.waitTask({ timeout: taskTimeoutMs, interval: 50 });
  if (status !== 'succeeded') throw new Error(`Meilisearch: ${type} ${status}: ${error?.code ?? 'no reason given'}`);
}

const isLayoutOfSomething = (answer: SearchAnswer, text: string) => answer.total === 0 && text.length >= 3;

/** Full-text search in a Meilisearch server, over the same folded words as in PostgreSQL. */
export function meilisearch({ url, apiKey, prefix = 'yagona' }: MeilisearchOptions): SearchEngine & { isHealthy: () => Promise<boolean> } {
  const connect = (timeout: number) => new Meilisearch({ host: url, timeout, ...(apiKey !== undefined && { apiKey }) });
  const [reader, writer] = [connect(answerTimeoutMs), connect(requestTimeoutMs)];
  const uid = (kind: string) => `${prefix}-${kind}`;

  async function create(name: string): Promise<Index<MeiliDocument>> {
    await done(writer.createIndex(name, { primaryKey: 'id' }));
    const index = writer.index<MeiliDocument>(name);
    await done(index.updateSettings(meiliSettings(await allSynonyms())));
    return index;
  }

  /** The index of a kind. Made here where it is missing: the server would make one without settings. */
  async function open(kind: string): Promise<Index<MeiliDocument>> {
    try {
      await writer.getRawIndex(uid(kind));
      return writer.index<MeiliDocument>(uid(kind));
    } catch (error) {
      if (isMissing(error)) return create(uid(kind));
      throw error;
    }
  }

  async function rebuild(kind: string, documents: readonly SearchDocument[]): Promise<void> {
    const next = `${uid(kind)}-next`;
    await open(kind);
    await drop(next);
    const index = await create(next);
    for (let from = 0; from < documents.length; from += batchSize) await done(index.addDocuments(documents.slice(from, from + batchSize).map(meiliDocument)));
    await done(writer.swapIndexes([{ indexes: [uid(kind), next], rename: false }]));
    await drop(next);
  }

  async function drop(name: string): Promise<void> {
    try {
      await writer.getRawIndex(name);
    } catch (error) {
      if (isMissing(error)) return;
      throw error;
    }
    await done(writer.deleteIndex(name));
  }

  async function ask(kind: string, text: string, query: SearchQuery): Promise<SearchAnswer> {
    const { results } = await reader.multiSearch<{ queries: ReturnType<typeof meiliQueries> }, { id: string }>({ queries: meiliQueries(uid(kind), meiliText(text), query) });
    const [found] = results;
    const facets = meiliFacets(results.map((result) => result.facetDistribution?.['facets'] ?? {}), filteredFacets(query.filters));
    const terms = [...new Set(queryTerms(text).flatMap((term) => term.beginnings))];
    return { ids: found?.hits.map(({ id }) => id) ?? [], total: found?.totalHits ?? 0, facets, terms, corrections: [] };
  }

  async function search(kind: string, query: SearchQuery): Promise<SearchAnswer> {
    const answer = await ask(kind, query.text, query);
    if (!isLayoutOfSomething(answer, query.text)) return answer;
    const swapped = swapLayout(query.text.slice(0, 200));
    const other = await ask(kind, swapped, query);
    return other.total === 0 ? answer : { ...other, corrections: [{ typed: query.text, meant: swapped, layout: true }] };
  }

  async function suggest(kind: string, text: string, limit: number): Promise<Suggestions> {
    if (meiliText(text) === '') return { ids: [], terms: [] };
    const { ids, terms } = await search(kind, { text, filters: {}, limit, offset: 0 });
    return { ids, terms };
  }

  async function fingerprints(kind: string): Promise<Map<string, string>> {
    const index = await open(kind);
    const found = new Map<string, string>();
    for (let offset = 0; ; offset += batchSize) {
      const { results } = await index.getDocuments<MeiliDocument>({ fields: ['id', 'fingerprint'], limit: batchSize, offset });
      for (const { id, fingerprint } of results) found.set(id, fingerprint);
      if (results.length < batchSize) return found;
    }
  }

  async function refreshSynonyms(kind: string): Promise<boolean> {
    const index = await open(kind);
    const wanted = meiliSynonyms(await allSynonyms());
    const sorted = (synonyms: Record<string, string[]>) => JSON.stringify(Object.entries(synonyms).map(([word, others]) => [word, [...others].sort()]).sort());
    if (sorted(await index.getSynonyms()) === sorted(wanted)) return false;
    await done(index.updateSynonyms(wanted));
    return true;
  }

  return {
    name: 'meilisearch',
    rebuild,
    upsert: async (kind, document) => done((await open(kind)).addDocuments([meiliDocument(document)])),
    remove: async (kind, id) => done((await open(kind)).deleteDocument(id)),
    search,
    suggest,
    fingerprints,
    refreshSynonyms,
    isHealthy: () => reader.isHealthy(),
  };
}
