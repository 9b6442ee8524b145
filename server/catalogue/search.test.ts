import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/database.ts';
import { searchLabels } from '../testing/search-labels.ts';
import { db } from '../platform/db/index.ts';
import { shippedServices, seedCatalogue } from './seed.ts';
import { findService, searchServices, suggestServices } from './service.ts';
import { reindexServices } from './service-index.ts';

createTestDatabase();

beforeAll(async () => {
  await seedCatalogue();
  await reindexServices();
});

describe('finding shipped services', () => {
  it.each(searchLabels)('%s', async (query, answers, within) => {
    const { services } = await searchServices({ q: query });
    const wanted = [answers].flat();
    expect(services.slice(0, within).map((service) => service.id)).toEqual(expect.arrayContaining([expect.toBeOneOf(wanted)]));
  });

  /** Queries that do not lead to their service among the first results. */
  async function lost(queries: readonly { id: string; q: string }[], within: number): Promise<string[]> {
    const answers = await Promise.all(queries.map(async ({ id, q }) => ({ id, q, ids: (await searchServices({ q })).services.slice(0, within).map((service) => service.id) })));
    return answers.filter(({ id, ids }) => !ids.includes(id)).map(({ id, q }) => `${q} (${id})`);
  }

  it('finds every service by its own title in every language, among the first three', async () => {
    const titles = shippedServices().flatMap(({ id, passport }) => [passport.title.uz, passport.title.ru, passport.title.en].map((q) => ({ id, q })));
    expect(await lost(titles, 3)).toEqual([]);
  });

  it('finds services by their own keywords, nearly always among the first five', async () => {
    const keywords = shippedServices().flatMap(({ id, passport }) => [passport.keywords.uz, passport.keywords.ru, passport.keywords.en].flatMap((list) => list.slice(0, 1)).map((q) => ({ id, q })));
    expect((await lost(keywords, 5)).length / keywords.length).toBeLessThan(0.03);
  });
});

describe('what was understood', () => {
  it.each([
    ['ghfdf', 'права'],
    ['загранпаспрот', 'загранпаспорт'],
    ['haydovchlik', 'haydovchilik'],
    ['drivng license', 'driving license'],
    ['паспорт', null],
  ])('%s: %s', async (query, understood) => {
    expect((await searchServices({ q: query })).understood).toBe(understood);
  });

  it('finds nothing for words of no language, and remembers them for editors without numbers', async () => {
    const answer = await searchServices({ q: 'бцдщшгк 30211975910033' });
    expect(answer.total).toBe(0);
    expect(await db().searchMiss.findMany({ select: { query: true, count: true } })).toEqual([{ query: 'бцдщшгк', count: 1 }]);
  });
});

describe('filters', () => {
  it('counts what each choice would leave, and narrows by all chosen facets', async () => {
    const all = await searchServices({});
    expect(all.total).toBe(shippedServices().length);
    const transport = await searchServices({ filters: { sphere: ['transport'] } });
    expect(transport.total).toBe(all.facets['sphere']?.['transport']);
    expect(transport.services.every((service) => service.sphere.id === 'transport')).toBe(true);
    // The other values of the chosen facet keep their counts; those of other facets are within it.
    expect(transport.facets['sphere']).toEqual(all.facets['sphere']);
    const free = await searchServices({ filters: { sphere: ['transport'], fee: ['free'] } });
    expect(free.total).toBe(transport.facets['fee']?.['free'] ?? 0);
    const two = await searchServices({ filters: { sphere: ['transport', 'pension'] } });
    expect(two.total).toBe((all.facets['sphere']?.['transport'] ?? 0) + (all.facets['sphere']?.['pension'] ?? 0));
    expect((await searchServices({ filters: { agency: ['nowhere'] } })).total).toBe(0);
  });

  it('pages without gaps or repetitions', async () => {
    const first = await searchServices({});
    const ids: string[] = [];
    for (let page = 1; page <= first.pages; page += 1) ids.push(...(await searchServices({ page })).services.map((service) => service.id));
    expect(new Set(ids).size).toBe(first.total);
    expect(ids).toHaveLength(first.total);
    expect(await searchServices({ page: 400 })).toMatchObject({ page: first.pages, services: [{ id: ids.at(-(first.total % 20 || 20)) }, ...Array.from({ length: (first.total % 20 || 20) - 1 }, () => ({}))] });
  });
});

describe('suggestions', () => {
  it('marks the words in the script of the page', async () => {
    const [suggestion] = await suggestServices({ q: 'загранпасп', locale: 'uz-Cyrl' });
    expect(suggestion?.id).toBe('biometric-passport');
    const [driving] = await suggestServices({ q: 'haydovchilik', locale: 'uz-Cyrl' });
    expect(driving?.marks.map(([from, to]) => driving.title.slice(from, to))).toEqual(['Ҳайдовчилик']);
    const [english] = await suggestServices({ q: "driver's", locale: 'en' });
    expect(english?.title).toMatch(/driving/i);
  });
});

describe('any text', () => {
  const nasty = ["' & | ! ( ) <-> :* ''", 'a:*ABCD', '!!!', '\0', 'пас\0порт', '\uD800', 'x\uDFFFy', '%_\\', '"; drop table "Service"; --', 'ab '.repeat(4000), 'щ'.repeat(10_000), '\u202E', '👨‍👩‍👧', 'İıŞ', '{}', '$1', '0паспорт', '1e5', '12.5', '0x1F', 'a-b_c', "ʼʼʼ", 'ﷺ'.repeat(300)];

  it.each(nasty.map((text) => [text.slice(0, 40), text]))('%j is only words', async (_, text) => {
    await expect(searchServices({ q: text })).resolves.toBeDefined();
    await expect(suggestServices({ q: text, locale: 'uz' })).resolves.toBeDefined();
  });

  it('is never an error', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.constantFrom('паспорт', '&', '|', '!', ':*', "'", '\\', '\0', 'gu', '<->', '(', ')'), { maxLength: 12 }).map((parts) => parts.join('')));
    await fc.assert(fc.asyncProperty(text, async (q) => {
      await searchServices({ q });
    }), { numRuns: 150 });
  });
});

it('knows a service by its identifier only', async () => {
  expect((await findService('id-card'))?.passport.title.en).toContain('identity card');
  expect(await findService('no-such-service')).toBeNull();
});
