/** Keeping the search index in line with what is published; jobs do it for single services. */
import { searching } from '../platform/search/engine.ts';
import { fingerprint } from '../platform/search/fingerprint.ts';
import type { SearchEngine } from '../platform/search/index.ts';
import { publishedServices } from './repository.ts';
import { searchDocument, searchKind } from './search-documents.ts';

export { searchKind };

const published = async () => (await publishedServices()).map(searchDocument);

export type Reconciled = { engine: SearchEngine['name']; checked: number; missing: number; stale: number; leftOver: number; synonyms: boolean };

/** Writes one document as it is published now, or takes it out: what was compared may be old by then. */
async function settle(engine: SearchEngine, id: string): Promise<void> {
  const [service] = await publishedServices({ ids: [id] });
  if (service) await engine.upsert(searchKind, searchDocument(service));
  else await engine.remove(searchKind, id);
}

async function reconcile(engine: SearchEngine): Promise<Reconciled> {
  const indexed = await engine.fingerprints(searchKind);
  const wanted = new Map((await published()).map((document) => [document.id, fingerprint(document)]));
  const missing = [...wanted.keys()].filter((id) => !indexed.has(id));
  const stale = [...wanted].flatMap(([id, mark]) => (indexed.has(id) && indexed.get(id) !== mark ? [id] : []));
  const leftOver = [...indexed.keys()].filter((id) => !wanted.has(id));
  for (const id of [...missing, ...stale, ...leftOver]) await settle(engine, id);
  return { engine: engine.name, checked: wanted.size, missing: missing.length, stale: stale.length, leftOver: leftOver.length, synonyms: await engine.refreshSynonyms(searchKind) };
}

/** Compares what is published with what each engine has indexed, and repairs the differences. */
export async function reconcileServices(): Promise<Reconciled[]> {
  const done: Reconciled[] = [];
  for (const engine of searching().engines) done.push(await reconcile(engine));
  return done;
}

/** Rebuilds the index of every engine while people search the old one; then catches up with what was published meanwhile. */
export async function reindexServices(): Promise<number> {
  const documents = await published();
  await searching().rebuild(searchKind, documents);
  await reconcileServices();
  return documents.length;
}

/** Brings the engines' copies of the synonyms up to date. */
export function refreshServiceSynonyms(): Promise<boolean> {
  return searching().refreshSynonyms(searchKind);
}
