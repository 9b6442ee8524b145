import { expect, it } from 'vitest';
import { createTestDatabase } from '../../testing/database.ts';
import { db, isUniqueViolation, prepared } from './index.ts';

createTestDatabase();

it('knows refusals of unique and exclusion constraints, from statements of our own too', async () => {
  await db().$executeRawUnsafe('create table once (id int primary key, during daterange, exclude using gist (during with &&))');
  const insert = (id: number, during: string) => db().$executeRawUnsafe('insert into once values ($1::int, $2::daterange)', id, during);
  await insert(1, '[2026-01-01,2026-02-01)');
  const errors: unknown[] = [];
  for (const attempt of [() => insert(1, '[2027-01-01,2027-02-01)'), () => insert(2, '[2026-01-15,2026-03-01)'), () => db().$executeRawUnsafe('select 1/0')]) await attempt().catch((error: unknown) => errors.push(error));
  expect(errors.map(isUniqueViolation)).toEqual([true, true, false]);
});

it('tells prepared statements with long names apart', async () => {
  const long = 'a'.repeat(70);
  expect([await prepared(`${long}1`, 'select 1 as one', []), await prepared(`${long}2`, 'select 2 as two', []), await prepared(`${long}1`, 'select 1 as one', [])]).toEqual([[{ one: 1 }], [{ two: 2 }], [{ one: 1 }]]);
});
