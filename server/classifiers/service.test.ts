import { beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/database.ts';
import { seedClassifiers, shippedClassifiers } from './seed.ts';
import { allItems, findClassifier, listClassifiers, listItems } from './service.ts';

createTestDatabase();

beforeAll(async () => {
  expect(await seedClassifiers()).toEqual({ classifiers: shippedClassifiers().length });
  // Again, and nothing twice.
  expect(await seedClassifiers()).toEqual({ classifiers: 0 });
});

it('ships territories, countries, currencies, spheres, activities, legal forms and documents, each in every language', async () => {
  expect((await listClassifiers()).map(({ id }) => id)).toEqual(['territories', 'countries', 'currencies', 'spheres', 'activity-sections', 'legal-forms', 'document-types']);
  for (const { items } of shippedClassifiers()) expect(items.filter(({ name }) => name.ru === undefined || name.en === undefined)).toEqual([]);
});

it('lists what stands at the top and below, page by page', async () => {
  const top = await listItems({ classifierId: 'territories' });
  expect(top.items.map(({ code }) => code)).toContain('1703');
  expect(top.items.every(({ parent }) => parent === null)).toBe(true);
  const andijan = top.items.find(({ code }) => code === '1703');
  const below = await listItems({ classifierId: 'territories', parent: '1703' });
  expect(below.items).toHaveLength(andijan?.children ?? -1);
  expect(below.path.map(({ code }) => code)).toEqual(['1703']);
  const seen: string[] = [];
  for (let after: number | null = null, more = true; more; ) {
    const { items, next } = await listItems({ classifierId: 'countries', after });
    seen.push(...items.map(({ code }) => code));
    after = next;
    more = next !== null;
  }
  expect(seen).toHaveLength(249);
  expect(new Set(seen).size).toBe(249);
});

it.each([
  ['Ўзбекистон', 'UZ'],
  ["o'zbek", 'UZ'],
  ['узбекистан', 'UZ'],
  ['uzbekistan', 'UZ'],
  ['kz', 'KZ'],
])('finds %s', async (q, code) => {
  expect((await listItems({ classifierId: 'countries', q })).items.map((item) => item.code)).toContain(code);
});

it('gives an edition whole and in order, and knows nothing of what does not exist', async () => {
  const { edition } = await findClassifier('currencies');
  const codes: string[] = [];
  for await (const { code } of allItems(edition.id)) codes.push(code);
  expect(codes).toEqual(shippedClassifiers().find(({ id }) => id === 'currencies')?.items.map(({ code }) => code));
  expect(codes).toHaveLength(edition.itemCount);
  for (const id of ['nothing', '', '../etc', 'a'.repeat(99)]) await expect(findClassifier(id)).rejects.toMatchObject({ category: 'notFound' });
  await expect(listItems({ classifierId: 'countries', parent: 'nowhere' })).rejects.toMatchObject({ category: 'notFound' });
});
