/** What every engine promises. Meilisearch is tested where a server is given by MEILISEARCH_URL. */
import { randomBytes } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../testing/database.ts';
import { db } from '../db/index.ts';
import { fingerprint } from './fingerprint.ts';
import type { SearchDocument, SearchEngine } from './index.ts';
import { meilisearch } from './meilisearch.ts';
import { postgresSearch } from './postgres.ts';
import { synonymKeys, type SynonymGroup } from './synonyms.ts';

const { MEILISEARCH_URL: url, MEILISEARCH_API_KEY: apiKey } = process.env;

createTestDatabase();

const prefix = `test-${randomBytes(4).toString('hex')}`;

async function unreachable(): Promise<string | null> {
  if (!url) return 'MEILISEARCH_URL is not set';
  return (await meilisearch({ url, apiKey }).isHealthy()) ? null : `no Meilisearch answers at ${url}`;
}

const reason = await unreachable();
if (reason !== null) console.warn(`Skipped: the contract of search with Meilisearch, because ${reason}.`);

const engines: { name: string; engine: SearchEngine; skipped: string | null }[] = [
  { name: 'postgresql', engine: postgresSearch, skipped: null },
  { name: 'meilisearch', engine: meilisearch({ url: url ?? 'http://127.0.0.1:1', apiKey, prefix }), skipped: reason },
];

afterAll(async () => {
  if (reason !== null || !url) return;
  const client = new Meilisearch({ host: url, ...(apiKey !== undefined && { apiKey }) });
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  for (const { uid } of results) if (uid.startsWith(prefix)) await client.deleteIndex(uid).waitTask();
});

const document = (id: string, title: string, more: Partial<SearchDocument> = {}): SearchDocument => ({ id, titles: [title], keywords: [], summaries: [], bodies: [], facets: {}, popularity: 0, ...more });

const documents = [
  document('passport', 'Замена паспорта', { keywords: ['ID карта', 'pasport almashtirish'], facets: { sphere: ['migration'], fee: ['paid'] }, popularity: 90 }),
  document('driving', 'Haydovchilik guvohnomasini almashtirish', { keywords: ['prava', 'водительское удостоверение'], facets: { sphere: ['transport'], fee: ['paid'] }, popularity: 80 }),
  document('vehicle', 'Регистрация автомобиля', { keywords: ['vehicle registration'], facets: { sphere: ['transport'], fee: ['free'] }, popularity: 70 }),
  document('kindergarten', 'Enrolling a child in a kindergarten', { keywords: ['bogʻcha'], summaries: ['Birth certificate and medical papers'], facets: { sphere: ['education'], fee: ['free'] }, popularity: 60 }),
  document('birth', 'Registering a birth', { keywords: ['birth certificate'], facets: { sphere: ['family'], fee: ['free'] }, popularity: 10 }),
];

describe.each(engines)('search with $name', ({ engine, skipped }) => {
  const kind = 'contract';
  const search = (text: string, more: { filters?: Record<string, string[]>; limit?: number; offset?: number } = {}) => engine.search(kind, { text, filters: {}, limit: 10, offset: 0, ...more });
  const ids = async (text: string) => (await search(text)).ids;
  const setSynonyms = async (...groups: SynonymGroup[]) => {
    await db().searchSynonym.deleteMany();
    for (const group of groups) await db().searchSynonym.create({ data: { direction: group.direction, words: [...group.words], targets: [...group.targets], keys: synonymKeys(group), changedAt: new Date(), changedBy: 'test' }, select: { id: true } });
    await engine.refreshSynonyms(kind);
  };

  beforeAll(async () => {
    if (skipped === null) await engine.rebuild(kind, documents);
  });

  const test = it.skipIf(skipped !== null);

  test('finds a word in any script, spelling and form', async () => {
    for (const text of ['паспорт', 'pasport', 'ПАСПОРТОМ', 'passport']) expect((await ids(text))[0], text).toBe('passport');
    for (const text of ["haydovchilik", 'ҳайдовчилик', 'хайдовчилик гувохномаси', 'водительских удостоверений']) expect((await ids(text))[0], text).toBe('driving');
    expect((await ids('bogcha'))[0]).toBe('kindergarten');
  });

  test('forgives typing errors', async () => {
    for (const [text, id] of [['паспрот', 'passport'], ['kindergarden', 'kindergarten'], ['haydovchlik', 'driving']] as const) expect((await ids(text))[0], text).toBe(id);
  });

  test('reads what was typed on the other keyboard layout, and says so', async () => {
    const answer = await search('gfcgjhn');
    expect(answer.ids[0]).toBe('passport');
    expect(answer.corrections).toEqual([{ typed: 'gfcgjhn', meant: 'паспорт', layout: true }]);
  });

  test('puts titles and keywords before what is said in passing', async () => {
    expect((await ids('birth certificate'))[0]).toBe('birth');
  });

  test('gives everything, the most asked for first, when nothing is sought', async () => {
    expect(await ids('')).toEqual(['passport', 'driving', 'vehicle', 'kindergarten', 'birth']);
  });

  test('narrows by facets and counts what each choice would leave', async () => {
    const answer = await search('', { filters: { sphere: ['transport'], fee: ['paid', 'none'] } });
    expect(answer).toMatchObject({ ids: ['driving'], total: 1 });
    expect(answer.facets).toEqual({ sphere: { transport: 1, migration: 1 }, fee: { paid: 1, free: 1 } });
    expect((await search('', { filters: { sphere: ['"] or true'] } })).total).toBe(0);
  });

  test('pages with exact totals', async () => {
    const pages = await Promise.all([0, 2, 4].map((offset) => search('', { limit: 2, offset })));
    expect(pages.flatMap((page) => page.ids)).toEqual(await ids(''));
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
  });

  test('suggests from unfinished words', async () => {
    expect((await engine.suggest(kind, 'haydov', 3)).ids).toEqual(['driving']);
    expect((await engine.suggest(kind, 'замена пас', 3)).ids[0]).toBe('passport');
    expect(await engine.suggest(kind, '?', 3)).toEqual({ ids: [], terms: [] });
  });

  test('follows synonyms of several words, in their direction', async () => {
    await setSynonyms({ direction: 'both', words: ['zelyonka', 'права водителя', 'haydovchilik guvohnomasi'], targets: [] }, { direction: 'one_way', words: ['ласточка'], targets: ['автомобиль'] });
    expect((await ids('zelyonka'))[0]).toBe('driving');
    expect((await ids('права водителя'))[0]).toBe('driving');
    expect((await ids('ласточку'))[0]).toBe('vehicle');
    expect((await engine.suggest(kind, 'zelyonka', 3)).ids[0]).toBe('driving');
    await setSynonyms();
    expect(await ids('zelyonka')).toEqual([]);
  });

  test('knows what is indexed, and follows single changes', async () => {
    expect(await engine.fingerprints(kind)).toEqual(new Map(documents.map((one) => [one.id, fingerprint(one)])));
    const changed = document('birth', 'Quagga stamps');
    await engine.upsert(kind, changed);
    expect(await ids('quagga')).toEqual(['birth']);
    expect((await engine.fingerprints(kind)).get('birth')).toBe(fingerprint(changed));
    await engine.remove(kind, 'birth');
    expect(await ids('quagga')).toEqual([]);
    await engine.remove(kind, 'birth');
    expect([...(await engine.fingerprints(kind)).keys()]).not.toContain('birth');
  });

  test('is searched without a pause while it is rebuilt', async () => {
    const seen: number[] = [];
    const state = { rebuilding: true };
    const rebuilt = engine.rebuild(kind, documents).finally(() => {
      state.rebuilding = false;
    });
    while (state.rebuilding) seen.push((await search('паспорт')).total);
    await rebuilt;
    expect(seen.filter((total) => total === 0)).toEqual([]);
    expect(await ids('')).toHaveLength(5);
  });

  test('takes any text for words', async () => {
    for (const text of ["' & | ! ( ) <-> :* ''", '!!!', '\0', '\uD800', '%_\\', 'ab '.repeat(2_000), 'щ'.repeat(5_000), '"a" -b', '👨‍👩‍👧']) {
      await expect(search(text), text.slice(0, 20)).resolves.toBeDefined();
      await expect(engine.suggest(kind, text, 5)).resolves.toBeDefined();
    }
  });
});
