import { beforeAll, describe, expect, it } from 'vitest';
import { postgresSearch } from '../platform/search/postgres.ts';
import { seedSynonyms } from '../search/seed.ts';
import { createTestDatabase } from '../testing/database.ts';
import { judge, judgeAll, labelledQueries, measuresOf } from '../testing/relevance.ts';
import { seedCatalogue, shippedServices } from './seed.ts';
import { reindexServices } from './service-index.ts';

createTestDatabase();

beforeAll(async () => {
  await seedCatalogue();
  await seedSynonyms();
  await reindexServices();
});

it('measures what it says', () => {
  const label = { query: 'q', category: 'everyday', language: 'en', services: { a: 3, b: 1 } } as const;
  expect(judge(label, ['a', 'b'])).toMatchObject({ ndcg: 1, recall: 1 });
  expect(judge(label, [])).toMatchObject({ ndcg: 0, recall: 0 });
  expect(judge(label, ['b', 'a']).ndcg).toBeCloseTo((1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)));
  expect(judge(label, ['x', 'a'])).toMatchObject({ recall: 0.5 });
});

describe('relevance of the shipped services', () => {
  it('is labelled once, for services that exist', () => {
    const labels = labelledQueries();
    const known = new Set(shippedServices().map(({ id }) => id));
    expect(labels.length).toBeGreaterThanOrEqual(220);
    expect(labels.flatMap(({ services }) => Object.keys(services)).filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(labels.map(({ query }) => query)).size).toBe(labels.length);
  });

  it('is no worse with PostgreSQL than it was', async () => {
    const judged = await judgeAll(postgresSearch);
    const { ndcg, recall, zero } = measuresOf(judged);
    expect(ndcg).toBeGreaterThan(0.945);
    expect(recall).toBeGreaterThan(0.92);
    expect(zero).toBeLessThan(0.01);
  });
});
