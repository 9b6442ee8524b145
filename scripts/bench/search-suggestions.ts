/** Suggestions on generated services: how long a person waits while typing, at two sizes of the catalogue. */
import pg from 'pg';
import type { SearchDocument } from '../../server/platform/search/index.ts';
import type { LabelledQuery } from '../../server/testing/relevance.ts';

const sizes = [2_000, 20_000];
const syllables = ['ba', 'kor', 'shi', 'mar', 'tu', 'zan', 'gul', 'o', 'vil', 'tash', 'sar', 'me', 'qum', 'dil', 'yur', 'ken', 'sho', 'lar', 'bek', 'nam'];

/** Words that differ from service to service, as names of places and branches do. */
const nameOf = (index: number): string => [index % 20, Math.floor(index / 20) % 20, Math.floor(index / 400) % 20].map((n) => syllables[n] ?? '').join('');

/** Shipped services again and again, each with words of its own in title and keywords. */
function generated(shipped: readonly SearchDocument[], index: number): SearchDocument {
  const base = shipped[index % shipped.length];
  if (!base) throw new Error('No services are shipped.');
  const [own, other] = [nameOf(index), nameOf(index * 7 + 3)];
  return { ...base, id: `bench-${index}`, titles: base.titles.map((title) => `${title} ${own}`), keywords: [...base.keywords, `${other} ${own}`], popularity: (index * 37) % 101 };
}

/** Rows for the cards of suggestions: every generated service has the passport of a shipped one. */
async function fillServices(client: pg.Client, from: number, to: number): Promise<void> {
  await client.query(
    `with shipped as (select row_number() over (order by id) - 1 as n, "agencyId", "sphereId", popularity from "Service" where id not like 'bench-%')
     insert into "Service" (id, "agencyId", "sphereId", popularity)
     select 'bench-' || i, "agencyId", "sphereId", popularity from generate_series($1::int, $2::int - 1) i join shipped on n = i % (select count(*) from shipped)`, [from, to]);
  await client.query(
    `with shipped as (select row_number() over (order by s.id) - 1 as n, v.passport from "Service" s join "ServiceVersion" v on v.id = s."publishedVersionId" where s.id not like 'bench-%')
     insert into "ServiceVersion" (id, "serviceId", number, state, passport, "publishedAt")
     select gen_random_uuid(), 'bench-' || i, 1, 'published', passport, now() from generate_series($1::int, $2::int - 1) i join shipped on n = i % (select count(*) from shipped)`, [from, to]);
  await client.query(`update "Service" s set "publishedVersionId" = v.id from "ServiceVersion" v where v."serviceId" = s.id and s."publishedVersionId" is null`);
}

export function percentiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(6);
  return `p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms   most ${at(1)} ms`;
}

/** What people have typed before they stop: beginnings of the labelled queries, of every length. */
const typed = (labels: readonly LabelledQuery[]) => [...new Set(labels.flatMap(({ query }) => [2, 3, 4, 6, 9, 14, 60].map((length) => query.slice(0, length).trim())))].filter((text) => text.length >= 2);

async function timed(texts: readonly string[], ask: (text: string) => Promise<unknown>): Promise<string> {
  for (const text of texts.slice(0, 40)) await ask(text);
  const times: number[] = [];
  for (const text of texts) {
    const started = performance.now();
    await ask(text);
    times.push(performance.now() - started);
  }
  return percentiles(times);
}

/** The port, the whole answer with cards, and plain prepared SQL for the same beginnings. */
export async function benchSuggestions(databaseUrl: string, labels: readonly LabelledQuery[]): Promise<void> {
  const { suggestServices } = await import('../../server/catalogue/service.ts');
  const { searchDocument, searchKind } = await import('../../server/catalogue/search-documents.ts');
  const { publishedServices } = await import('../../server/catalogue/repository.ts');
  const { fold } = await import('../../server/platform/search/fold.ts');
  const { searching } = await import('../../server/platform/search/engine.ts');
  const shipped = (await publishedServices()).map(searchDocument);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const texts = typed(labels);
  let filled = 0;
  for (const size of sizes) {
    await fillServices(client, filled, size);
    filled = size;
    const started = performance.now();
    await searching().rebuild(searchKind, Array.from({ length: size }, (_, index) => generated(shipped, index)));
    const rebuilt = (performance.now() - started) / 1_000;
    await client.query('vacuum analyze "SearchDocument", "SearchWord", "Service", "ServiceVersion"');
    console.log(`\n  ${size.toLocaleString('en')} services, ${texts.length} beginnings (index rebuilt in ${rebuilt.toFixed(1)} s)`);
    for (const engine of searching().engines) console.log(`    ${`suggest, ${engine.name}`.padEnd(36)} ${await timed(texts, (text) => engine.suggest(searchKind, text, 8))}`);
    console.log(`    ${'suggestions with cards and marks'.padEnd(36)} ${await timed(texts, (text) => suggestServices({ q: text, locale: 'uz' }))}`);
    const sql = `select id from "SearchDocument" where kind = 'service' and head @@ $1::tsquery order by popularity desc limit 8`;
    const reference = (text: string) => client.query({ name: 'suggest', text: sql, values: [text.split(' ').map((word) => fold(word).replace(/[^\p{L}\p{N}]/gu, '')).filter((word) => word !== '').map((word) => `'${word}':*`).join(' & ') || "'0'"] });
    console.log(`    ${'reference: prepared SQL, ids only'.padEnd(36)} ${await timed(texts, reference)}`);
    const [one] = shipped;
    if (one) console.log(`    ${'one service published again'.padEnd(36)} ${await timed(Array.from({ length: 30 }, (_, n) => `bench-${n}`), (id) => searching().upsert(searchKind, { ...one, id }))}`);
  }
  await client.end();
}
