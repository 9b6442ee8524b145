import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../platform/auth/actor.ts';
import { freezeClock } from '../platform/clock/index.ts';
import { db } from '../platform/db/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { testCountry, type TestCountry } from '../testing/cases.ts';
import { approveCase, askForCorrection, takeCase } from './service.ts';
import { countCases, listCases, workload } from './service-queue.ts';
import type { QueueFilter } from './schema.ts';

createTestDatabase();

let country: TestCountry;
let officer: Person;
let manager: Person;
let stranger: Person;
let thaw: () => void = () => undefined;
const references: string[] = [];

async function all(actor: Person, filter: Partial<QueueFilter>) {
  const seen: string[] = [];
  let after: QueueFilter['after'] = null;
  do {
    const page = await listCases(actor, { ...filter, after });
    seen.push(...page.items.map(({ reference }) => reference));
    after = page.next;
  } while (after);
  return seen;
}

beforeAll(async () => {
  country = await testCountry();
  const [dilnoza, oybek] = [await country.person('NAMUNAYEVA DILNOZA'), await country.person('Oʻrinov Oybek')];
  officer = await country.person('Xodim', [{ role: 'agency_officer', agencyId: 'iiv' }]);
  manager = await country.person('Rahbar', [{ role: 'agency_manager', agencyId: 'iiv' }, { role: 'agency_officer', agencyId: 'soliq' }]);
  stranger = await country.person('Begona');
  const cases: { caseId: string }[] = [];
  // 60 over three weeks: their terms of three working days end on many days, several on the same.
  for (let index = 0; index < 60; index += 1) {
    thaw = freezeClock(new Date(Date.parse('2026-11-02T06:00:00Z') + (index % 15) * 86_400_000));
    const made = await country.apply(index % 10 === 0 ? oybek : dilnoza);
    references.push(made.reference);
    cases.push(made);
  }
  await db().case.updateMany({ where: { id: cases[7]?.caseId ?? '' }, data: { dueOn: null } });
  await db().case.updateMany({ where: { id: cases[8]?.caseId ?? '' }, data: { dueOn: null } });
  thaw = freezeClock('2026-11-16T06:00:00Z');
  for (const { caseId } of cases.slice(0, 30)) await takeCase(officer, { caseId, revision: 1 });
  for (const { caseId } of cases.slice(0, 28)) await approveCase(officer, { caseId, revision: 2, note: null, validUntil: null });
  await askForCorrection(officer, { caseId: cases[28]?.caseId ?? '', revision: 2, pageIds: ['purpose'], note: 'Maqsadni yozing, iltimos.' });
  await country.apply(dilnoza, { agencyId: 'soliq' });
}, 120_000);
afterAll(() => thaw());

test('every view is paged without loss or repetition', async () => {
  for (const view of ['unassigned', 'open', 'closed', 'mine', 'waiting'] as const) {
    const seen = await all(officer, { view });
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe({ unassigned: 30, open: 32, closed: 28, mine: 2, waiting: 1 }[view]);
  }
});

test('what ends first comes first, what has no term last', async () => {
  await db().case.updateMany({ where: { applicationId: (await db().application.findUniqueOrThrow({ where: { reference: references[45] ?? '' } })).id }, data: { dueOn: null } });
  const days: (string | null)[] = [];
  let after: QueueFilter['after'] = null;
  do {
    const page = await listCases(officer, { view: 'open', after });
    days.push(...page.items.map(({ dueOn }) => dueOn));
    after = page.next;
  } while (after);
  expect(days).toEqual(days.toSorted((a, b) => (a ?? '9').localeCompare(b ?? '9')));
  expect(days.at(-1)).toBeNull();
});

test('a search looks through everything, in any script', async () => {
  expect(await all(officer, { q: 'ўринов' })).toHaveLength(6);
  expect(await all(officer, { q: "o'rinov oy" })).toHaveLength(6);
  expect(await all(officer, { q: 'Намунаева' })).toHaveLength(54);
  expect(await all(officer, { q: references[3] ?? '' })).toEqual([references[3]]);
  expect(await all(officer, { q: (references[3] ?? '').replaceAll('-', ' ').toLowerCase() })).toEqual([references[3]]);
  expect(await all(officer, { q: (references[3] ?? '').slice(0, 7) })).toContain(references[3]);
  expect(await all(officer, { q: 'nobody' })).toEqual([]);
  expect(await all(officer, { q: '%%' })).toEqual([]);
});

test('each sees the cases of their own agencies', async () => {
  expect(await all(manager, { view: 'open' })).toHaveLength(33);
  expect(await all(manager, { view: 'open', agencyId: 'soliq' })).toHaveLength(1);
  await expect(listCases(officer, { agencyId: 'soliq' })).rejects.toMatchObject({ key: 'cases.errors.forbidden' });
  await expect(listCases(stranger, {})).rejects.toMatchObject({ key: 'cases.errors.forbidden' });
  await expect(workload(officer, { agencyId: 'iiv' })).rejects.toMatchObject({ key: 'cases.errors.forbidden' });
});

test('counts and workload agree with the lists', async () => {
  const counts = await countCases(officer);
  expect(counts).toMatchObject({ mine: 2, unassigned: 30, open: 32, waiting: 1 });
  expect(await all(officer, { view: 'open', overdue: true })).toHaveLength(counts.overdue);
  const { officers, unassigned } = await workload(manager, { agencyId: 'iiv' });
  expect(unassigned.open).toBe(30);
  expect(officers.find(({ officerId }) => officerId === officer.userId)).toMatchObject({ open: 2, waiting: 1, decided: 28 });
  expect(officers.reduce((sum, { overdue }) => sum + overdue, unassigned.overdue)).toBe(counts.overdue);
});

test('the queue is read through an index', async () => {
  const plan = await db().$transaction(async (tx) => {
    await tx.$executeRaw`set local enable_seqscan = off`;
    return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`explain select "id" from "Case" where "agencyId" = 'iiv' and "closedAt" is null order by "dueOn", "id" limit 26`;
  });
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('Case_open_due');
});
