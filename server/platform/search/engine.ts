/** Which engine answers: Meilisearch where there is one and it answers in time, PostgreSQL otherwise. */
import { env } from '../env/index.ts';
import { logger } from '../log/index.ts';
import type { SearchEngine } from './index.ts';
import { answerTimeoutMs, meilisearch } from './meilisearch.ts';
import { postgresSearch } from './postgres.ts';

export type SearchHealth = { engine: SearchEngine['name']; /** PostgreSQL answers in the place of another engine that does not. */ fallback: boolean };

export type Searching = SearchEngine & {
  /** Every index there is: what reconciling compares. */
  engines: readonly SearchEngine[];
  health: () => Promise<SearchHealth>;
};

/** An engine that was slow or down is left alone for so long: nobody waits for it twice. */
const pauseMs = 10_000;

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks `first`; what it does not answer in time, or refuses, `second` answers. Both are kept up to date. */
export function withFallback(first: SearchEngine & { isHealthy: () => Promise<boolean> }, second: SearchEngine, { timeoutMs = answerTimeoutMs * 1.5, pause = pauseMs }: { timeoutMs?: number; pause?: number } = {}): Searching {
  const state = { down: false, pausedUntil: 0 };
  const works = () => {
    if (state.down) logger().warn({ engine: first.name }, 'the search engine answers again');
    state.down = false;
  };
  const fails = (error: unknown) => {
    if (!state.down) logger().warn({ engine: first.name, instead: second.name, reason: error instanceof Error ? error.name : 'unknown', err: error }, 'the search engine does not answer; another answers instead');
    state.down = true;
    state.pausedUntil = performance.now() + pause;
  };
  const read = async <T>(ask: (engine: SearchEngine) => Promise<T>): Promise<T> => {
    if (state.down && performance.now() < state.pausedUntil) return ask(second);
    try {
      const answer = await within(timeoutMs, ask(first));
      works();
      return answer;
    } catch (error) {
      fails(error);
      return ask(second);
    }
  };
  // The second engine must be able to answer at any time; the first one's refusal makes the job try again.
  const write = async (change: (engine: SearchEngine) => Promise<unknown>) => {
    await change(second);
    await change(first);
  };
  return {
    name: first.name,
    engines: [second, first],
    rebuild: (kind, documents) => write((engine) => engine.rebuild(kind, documents)),
    upsert: (kind, document) => write((engine) => engine.upsert(kind, document)),
    remove: (kind, id) => write((engine) => engine.remove(kind, id)),
    search: (kind, query) => read((engine) => engine.search(kind, query)),
    suggest: (kind, text, limit) => read((engine) => engine.suggest(kind, text, limit)),
    fingerprints: (kind) => first.fingerprints(kind),
    refreshSynonyms: async (kind) => [await second.refreshSynonyms(kind), await first.refreshSynonyms(kind)].some(Boolean),
    health: async () => {
      const healthy = await within(timeoutMs, first.isHealthy()).catch(() => false);
      return healthy ? { engine: first.name, fallback: false } : { engine: second.name, fallback: true };
    },
  };
}

let made: { url: string | undefined; engine: Searching } | undefined;

/** The search of this process. */
export function searching(): Searching {
  const { MEILISEARCH_URL: url, MEILISEARCH_API_KEY: apiKey } = env();
  if (made?.url === url && made) return made.engine;
  const alone: Searching = { ...postgresSearch, engines: [postgresSearch], health: () => Promise.resolve({ engine: postgresSearch.name, fallback: false }) };
  made = { url, engine: url === undefined ? alone : withFallback(meilisearch({ url, apiKey }), postgresSearch) };
  return made.engine;
}
