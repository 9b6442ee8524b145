import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Person } from '../platform/auth/actor.ts';
import { freezeClock } from '../platform/clock/index.ts';
import { db } from '../platform/db/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { testCountry, type TestCountry } from '../testing/cases.ts';
import type { RequestState } from './schema.ts';
import { exportFigures, listRequests, requestFigures } from './service.ts';
import { auditChoices, readAudit } from './service-audit.ts';

createTestDatabase();

/** Thursday noon in Tashkent. */
const noon = '2026-11-26T07:00:00Z';
let country: TestCountry;
let administrator: Person, auditor: Person, manager: Person, officer: Person;
let reference: string;
let restore: () => void;

type Made = { at: string; agencyId?: string; state: RequestState; dueOn: string | null; closedAt?: string; paused?: boolean };

const made: Made[] = [
  // Decided: within the term, on its last day late in the evening of Tashkent, and the day after.
  { at: '2026-11-02T05:00:00Z', state: 'approved', dueOn: '2026-11-05', closedAt: '2026-11-04T05:00:00Z' },
  { at: '2026-11-06T05:00:00Z', state: 'refused', dueOn: '2026-11-11', closedAt: '2026-11-11T18:59:00Z' },
  { at: '2026-11-09T05:00:00Z', state: 'approved', dueOn: '2026-11-12', closedAt: '2026-11-12T19:01:00Z' },
  // Without a term: decided, but neither in time nor late. Four working days: the 18th is a holiday here.
  { at: '2026-11-16T05:00:00Z', state: 'approved', dueOn: null, closedAt: '2026-11-23T05:00:00Z' },
  // Open: overdue since yesterday, due today, overdue but waiting for the applicant, without a term.
  { at: '2026-11-20T05:00:00Z', state: 'in_progress', dueOn: '2026-11-25' },
  { at: '2026-11-21T05:00:00Z', state: 'new', dueOn: '2026-11-26' },
  { at: '2026-11-12T05:00:00Z', state: 'awaiting_correction', dueOn: '2026-11-17', paused: true },
  { at: '2026-11-13T05:00:00Z', state: 'new', dueOn: null },
  { at: '2026-11-14T05:00:00Z', state: 'withdrawn', dueOn: '2026-11-18', closedAt: '2026-11-15T05:00:00Z' },
  // Another agency; and the first and last moments of its days in Tashkent.
  { at: '2026-11-19T19:00:00Z', agencyId: 'soliq', state: 'new', dueOn: '2026-11-24' },
  { at: '2026-11-19T18:59:59Z', agencyId: 'soliq', state: 'new', dueOn: '2026-11-27' },
];

beforeAll(async () => {
  restore = freezeClock(noon);
  country = await testCountry();
  await db().calendarDay.create({ data: { date: new Date('2026-11-18T00:00:00Z'), working: false, title: { uz: 'Bayram', ru: 'Bayram', en: 'Bayram' } } });
  administrator = await country.person('Namunayev Timur', [{ role: 'platform_administrator', agencyId: null }]);
  auditor = await country.person('Misolova Kamola', [{ role: 'auditor', agencyId: null }]);
  manager = await country.person('Sinovova Nargiza', [{ role: 'agency_manager', agencyId: 'soliq' }]);
  officer = await country.person('Sinovov Botir', [{ role: 'agency_officer', agencyId: 'iiv' }]);
  const citizen = await country.person('Namunayeva Dilnoza');
  for (const { at, agencyId = 'iiv', state, dueOn, closedAt, paused } of made) {
    const { caseId, reference: number } = await country.apply(citizen, { agencyId });
    reference = number;
    await db().case.update({
      where: { id: caseId },
      data: { state, openedAt: new Date(at), dueOn: dueOn === null ? null : new Date(`${dueOn}T00:00:00Z`), closedAt: closedAt === undefined ? null : new Date(closedAt), pausedAt: paused ? new Date(at) : null },
    });
  }
});
afterAll(() => restore());

describe('figures', () => {
  test('of every agency add up', async () => {
    const { total, agencies, services, period } = await requestFigures(administrator, {});
    expect(period).toEqual({ from: '2026-10-28', to: '2026-11-26' });
    expect(total).toEqual({
      received: 11, open: 6, overdue: 2, decided: 4, inTime: 2, late: 1, inTimeShare: expect.closeTo(66.667, 2) as number,
      // 2, 3, 4 (closed on Friday the 13th) and 4 working days.
      medianDays: 3.5,
      states: { new: 4, in_progress: 1, awaiting_correction: 1, approved: 3, refused: 1, withdrawn: 1 },
    });
    expect(agencies.map(({ agencyId, received, overdue }) => [agencyId, received, overdue]).toSorted()).toEqual([['iiv', 9, 1], ['soliq', 2, 1]]);
    expect(services.map(({ serviceId }) => serviceId)).toEqual(['test-service', 'test-service']);
  });

  test('of days are counted by the days of Tashkent', async () => {
    const { overTime, unit, total } = await requestFigures(auditor, { preset: '7' });
    expect(unit).toBe('day');
    expect(overTime.map(({ bucket, received, decided }) => [bucket.slice(8), received, decided])).toEqual([['20', 2, 0], ['21', 1, 0], ['22', 0, 0], ['23', 0, 1], ['24', 0, 0], ['25', 0, 0], ['26', 0, 0]]);
    expect(total.received).toBe(3);
  });

  test('of weeks count every request once', async () => {
    const { overTime, unit } = await requestFigures(auditor, {});
    expect(unit).toBe('week');
    expect(overTime.reduce((sum, { received }) => sum + received, 0)).toBe(11);
    expect(overTime.reduce((sum, { decided }) => sum + decided, 0)).toBe(4);
  });

  test('of one agency or service', async () => {
    expect((await requestFigures(administrator, { agencyId: 'soliq' })).total).toMatchObject({ received: 2, overdue: 1, medianDays: null, inTimeShare: null });
    expect((await requestFigures(administrator, { serviceId: 'another-one' })).total.received).toBe(0);
    expect((await requestFigures(administrator, { from: '2026-11-14', to: '2026-11-15' })).total).toMatchObject({ received: 1, open: 0, states: { withdrawn: 1 } });
  });

  test('overdue grows as days pass', async () => {
    const again = freezeClock('2026-11-26T19:00:00Z');
    expect((await requestFigures(administrator, {})).total.overdue).toBe(3);
    again();
    freezeClock(noon);
  });

  test('are a manager’s own agency only, and nobody else’s', async () => {
    expect((await requestFigures(manager, {})).total.received).toBe(2);
    await expect(requestFigures(manager, { agencyId: 'iiv' })).rejects.toMatchObject({ key: 'insight.errors.forbidden' });
    for (const actor of [officer, anonymous()]) {
      await expect(requestFigures(actor, {})).rejects.toMatchObject({ key: 'insight.errors.forbidden' });
      await expect(listRequests(actor, {})).rejects.toMatchObject({ key: 'insight.errors.forbidden' });
      await expect(exportFigures(actor, { by: 'agency' })).rejects.toMatchObject({ key: 'insight.errors.forbidden' });
    }
  });

  test('of a period that is none are refused in words', async () => {
    await expect(requestFigures(administrator, { from: '2026-11-20', to: '2026-11-01' })).rejects.toMatchObject({ key: 'insight.errors.periodReversed' });
  });
});

test('every number is as long as the list behind it', async () => {
  const { total } = await requestFigures(administrator, {});
  const expected = { all: total.received, open: total.open, overdue: total.overdue, decided: total.decided, in_time: total.inTime, late: total.late, ...total.states };
  for (const [kind, count] of Object.entries(expected)) {
    const { items } = await listRequests(administrator, { kind: kind as keyof typeof expected });
    expect([kind, items.length]).toEqual([kind, count]);
    expect(items.filter(({ overdue }) => overdue)).toHaveLength(['all', 'open', 'overdue'].includes(kind) ? 2 : kind === 'new' || kind === 'in_progress' ? 1 : 0);
  }
});

test('the list goes on where it stopped', async () => {
  const citizen = await country.person('Koʻp Soʻragan');
  const at = freezeClock('2026-01-15T05:00:00Z');
  for (let i = 0; i < 30; i += 1) await country.apply(citizen);
  at();
  freezeClock(noon);
  const january = { from: '2026-01-01', to: '2026-01-31' };
  const first = await listRequests(administrator, january);
  const second = await listRequests(administrator, { ...january, after: first.next });
  expect([first.items.length, second.items.length, second.next]).toEqual([25, 5, null]);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(30);
});

test('an export is the rows of the table and leaves an entry', async () => {
  const { rows } = await exportFigures(auditor, { by: 'agency', agencyId: 'soliq' });
  expect(rows).toMatchObject([{ agencyId: 'soliq', received: 2 }]);
  const entry = await db().auditEntry.findFirst({ where: { action: 'insight.export' } });
  expect(entry).toMatchObject({ actorRole: 'auditor', actorName: auditor.name, agencyId: 'soliq', subjectId: 'agency', detail: { from: '2026-10-28', to: '2026-11-26', rows: 1 } });
});

describe('the audit trail', () => {
  test('is found by what, who, on what, agency and day; each look is an entry', async () => {
    const write = (at: string, more: object) => ({ at: new Date(at), actorRole: 'agency_officer', actorName: 'Sinovov Botir', action: 'cases.take', subjectType: 'case', subjectId: 'a', agencyId: 'iiv', ...more });
    await db().auditEntry.createMany({
      data: [
        write('2026-10-01T05:00:00Z', {}),
        write('2026-10-02T18:59:59Z', { action: 'cases.approve', subjectId: 'b' }),
        write('2026-10-02T19:00:00Z', { actorName: 'Ol_g‘a 100%', agencyId: 'soliq', reason: 'Sabab' }),
      ],
    });
    const found = async (filter: Parameters<typeof readAudit>[1]) => (await readAudit(auditor, { to: '2026-10-31', ...filter })).items.map(({ at }) => at.toISOString().slice(8, 16));
    expect(await found({})).toEqual(['02T19:00', '02T18:59', '01T05:00']);
    expect(await found({ action: 'cases.take' })).toEqual(['02T19:00', '01T05:00']);
    expect(await found({ actor: 'sinovov' })).toEqual(['02T18:59', '01T05:00']);
    expect(await found({ actor: 'ol_' })).toEqual(['02T19:00']);
    expect(await found({ actor: '%' })).toEqual([]);
    expect(await found({ agencyId: 'soliq' })).toEqual(['02T19:00']);
    expect(await found({ subject: 'b' })).toEqual(['02T18:59']);
    expect(await found({ subject: 'b', subjectType: 'user' })).toEqual([]);
    expect(await found({ from: '2026-10-03' })).toEqual(['02T19:00']);
    expect(await found({ to: '2026-10-02' })).toEqual(['02T18:59', '01T05:00']);
    const looks = await db().auditEntry.findMany({ where: { action: 'insight.read-audit', actorUserId: auditor.userId }, orderBy: { id: 'asc' } });
    expect(looks).toHaveLength(10);
    expect(looks[1]).toMatchObject({ actorRole: 'auditor', detail: { action: 'cases.take', to: '2026-10-31' } });
  });

  test('of an application is found by its reference', async () => {
    const { items } = await readAudit(administrator, { subject: reference.toLowerCase() });
    const owner = await db().application.findUniqueOrThrow({ where: { reference }, select: { case: { select: { id: true } } } });
    expect(items).toEqual([]);
    await db().auditEntry.create({ data: { at: new Date(noon), actorRole: 'system', actorName: 'x', action: 'cases.take', subjectType: 'case', subjectId: owner.case?.id ?? '' } });
    expect((await readAudit(administrator, { subject: reference })).items).toHaveLength(1);
  });

  test('is paged, newest first, without a gap', async () => {
    await db().auditEntry.createMany({ data: Array.from({ length: 60 }, (_, i) => ({ at: new Date(Date.parse('2026-09-01T05:00:00Z') + Math.floor(i / 7) * 1_000), actorRole: 'system', actorName: 'jobs', action: 'test.page', subjectType: 'x', subjectId: String(i) })) });
    const seen: string[] = [];
    let after = null;
    do {
      const page = await readAudit(administrator, { action: 'test.page', after });
      seen.push(...page.items.map(({ subjectId }) => subjectId));
      after = page.next;
    } while (after);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => String(59 - i)));
  });

  test('offers what occurs, and is closed to everybody else', async () => {
    const choices = await auditChoices(auditor);
    expect(choices.actions).toEqual(['cases.approve', 'cases.take', 'insight.export', 'insight.read-audit', 'test.page']);
    expect(choices.subjectTypes).toEqual(['audit', 'case', 'figures', 'x']);
    for (const actor of [manager, officer, anonymous()]) {
      await expect(readAudit(actor, {})).rejects.toMatchObject({ key: 'insight.errors.forbidden' });
      await expect(auditChoices(actor)).rejects.toMatchObject({ key: 'insight.errors.forbidden' });
    }
  });
});
