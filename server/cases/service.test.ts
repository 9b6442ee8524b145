import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../platform/auth/actor.ts';
import { loadCalendar } from '../platform/calendar/repository.ts';
import { freezeClock, now } from '../platform/clock/index.ts';
import { db, transaction } from '../platform/db/index.ts';
import { Failure } from '../platform/errors/index.ts';
import { withdraw } from '../applications/service-submission.ts';
import { createTestDatabase } from '../testing/database.ts';
import { testCountry, type TestCountry } from '../testing/cases.ts';
import { loadPeople, openRegisters } from '../testing/registers.ts';
import { findCase } from './repository.ts';
import { approveCase, askForCorrection, assignCase, assignCases, messageApplicant, refuseCase, releaseCase, resumeCase, takeCase } from './service.ts';
import { readCase } from './service-reading.ts';
import { checkRegister } from './service-register.ts';

createTestDatabase();

let country: TestCountry;
let applicant: Person;
let officer: Person;
let colleague: Person;
let manager: Person;
let stranger: Person;
let citizen: Person;
let thaw: () => void = () => undefined;

const pinfl = '30211870010021';

beforeAll(async () => {
  country = await testCountry();
  applicant = await country.person('Namunayev Rustam Baxtiyor oʻgʻli', [], pinfl);
  officer = await country.person('Sinovov Botir', [{ role: 'agency_officer', agencyId: 'iiv' }]);
  colleague = await country.person('Misolov Dilshod', [{ role: 'agency_officer', agencyId: 'iiv' }]);
  manager = await country.person('Sinovova Nargiza', [{ role: 'agency_manager', agencyId: 'iiv' }]);
  stranger = await country.person('Namunayev Otabek', [{ role: 'agency_officer', agencyId: 'soliq' }]);
  citizen = await country.person('Misolova Madina');
  await openRegisters();
  await loadPeople([{ pinfl, surname: 'Namunayev', givenName: 'Rustam', patronymic: 'Baxtiyor oʻgʻli', sex: 'male', birthDate: '1987-11-02', passport: 'AA9000002' }]);
});

afterEach(() => thaw());

async function keyOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Failure) return error.key;
    throw error;
  }
}

async function opened(by?: Person) {
  const { caseId, applicationId, reference } = await country.apply(applicant);
  if (by) await takeCase(by, { caseId, revision: 1 });
  return { caseId, applicationId, reference, revision: by ? 2 : 1 };
}

const auditOf = (caseId: string) => db().auditEntry.findMany({ where: { subjectType: 'case', subjectId: caseId }, orderBy: { id: 'asc' } });
const noticesOf = async (applicationId: string) => {
  const { reference } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
  return (await db().notification.findMany({ where: { link: `/cabinet/applications/${reference}` }, orderBy: { createdAt: 'asc' } })).map(({ kind }) => kind);
};
const reason = 'Taqdim etilgan maʼlumotlar reyestrga mos kelmadi.';

describe('a case', () => {
  test('is taken, and the applicant sees it at once', async () => {
    const { caseId, applicationId } = await opened(officer);
    expect(await findCase({ id: caseId })).toMatchObject({ state: 'in_progress', officerId: officer.userId, revision: 2 });
    expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({ state: 'in_progress' });
    expect(await noticesOf(applicationId)).toEqual(['in_progress']);
    expect(await auditOf(caseId)).toMatchObject([{ action: 'cases.take', actorRole: 'agency_officer', agencyId: 'iiv', actorUserId: officer.userId }]);
  });

  test('is approved: result with a number, decision, timeline, letter and audit entry together', async () => {
    const { caseId, applicationId, revision } = await opened(officer);
    const { number } = await approveCase(officer, { caseId, revision, note: null, validUntil: '2027-12-31' });
    expect(number).toMatch(/^IIV-\d{4}-\d{6}-/);
    expect(await findCase({ id: caseId })).toMatchObject({ state: 'approved' });
    expect(await db().application.findUnique({ where: { id: applicationId } })).toMatchObject({ state: 'approved' });
    expect(await db().document.findFirst({ where: { applicationId } })).toMatchObject({ kind: 'result', number, validUntil: new Date('2027-12-31') });
    expect(await noticesOf(applicationId)).toEqual(['in_progress', 'approved']);
    expect((await auditOf(caseId)).map(({ action }) => action)).toEqual(['cases.take', 'cases.approve']);
    const jobs = await db().$queryRaw<{ n: bigint }[]>`select count(*) as n from graphile_worker.jobs where task_identifier = 'documents.render'`;
    expect(Number(jobs[0]?.n)).toBeGreaterThan(0);
  });

  test('is refused with grounds in the applicant’s language and the officer’s words', async () => {
    const { caseId, applicationId } = await country.apply(applicant, { locale: 'ru' });
    await takeCase(officer, { caseId, revision: 1 });
    await refuseCase(officer, { caseId, revision: 2, grounds: [1, 1, 77], reason });
    expect(await findCase({ id: caseId })).toMatchObject({ state: 'refused', decisionReason: `Hujjat yaroqsiz (ru)\n\n${reason}` });
    const event = await db().applicationEvent.findFirst({ where: { applicationId, kind: 'refused' } });
    expect(event?.detail).toEqual({ reason: `Hujjat yaroqsiz (ru)\n\n${reason}` });
    expect((await auditOf(caseId)).at(-1)).toMatchObject({ action: 'cases.refuse', reason: `Hujjat yaroqsiz (ru)\n\n${reason}` });
  });

  test('is not refused without a proper reason', async () => {
    const { caseId, revision } = await opened(officer);
    expect(() => refuseCase(officer, { caseId, revision, grounds: [0], reason: 'yoʻq' })).toThrow();
    expect(await findCase({ id: caseId })).toMatchObject({ state: 'in_progress' });
  });

  test('stands still while the applicant corrects, and its term grows by the working days waited', async () => {
    thaw = freezeClock('2026-11-23T06:00:00Z'); // Monday
    const { caseId, applicationId, revision } = await opened(officer);
    expect(await findCase({ id: caseId })).toMatchObject({ dueOn: '2026-11-26' });
    await askForCorrection(officer, { caseId, revision, pageIds: ['purpose'], note: 'Maqsadni toʻliq yozing.' });
    expect(await findCase({ id: caseId })).toMatchObject({ state: 'awaiting_correction', pausedAt: now() });
    thaw = freezeClock('2026-11-27T06:00:00Z'); // Friday: 4 working days later
    const { dueOn } = await transaction(async (tx) => resumeCase(tx, { applicationId, at: now(), calendar: await loadCalendar() }));
    expect(dueOn).toBe('2026-12-02');
    expect(await findCase({ id: caseId })).toMatchObject({ state: 'in_progress', pausedAt: null, dueOn: '2026-12-02' });
  });

  test('is decided by one of two who press at the same time; the other learns by whom', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { caseId, applicationId, revision } = await opened(officer);
      const outcomes = await Promise.all([
        keyOf(approveCase(officer, { caseId, revision, note: null, validUntil: null })),
        keyOf(refuseCase(officer, { caseId, revision, grounds: [], reason })),
        keyOf(assignCase(manager, { caseId, revision, officerId: colleague.userId })),
      ]);
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome !== 'done').every((key) => /^cases\.errors\.(decided|changed|changedBy|wrongState)$/.test(key))).toBe(true);
      const decisions = await db().applicationEvent.count({ where: { applicationId, kind: { in: ['approved', 'refused'] } } });
      expect(decisions).toBe(outcomes[2] === 'done' ? 0 : 1);
      expect(await db().document.count({ where: { applicationId } })).toBe(decisions);
    }
  });

  test('is taken by one of two who press at the same time, and the other learns by whom', async () => {
    const { caseId, revision } = await opened();
    const results = await Promise.allSettled([takeCase(officer, { caseId, revision }), takeCase(colleague, { caseId, revision })]);
    const lost = results.find((result) => result.status === 'rejected');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(lost?.reason).toMatchObject({ key: 'cases.errors.changedBy', category: 'conflict' });
    const { officerName } = (await findCase({ id: caseId })) ?? {};
    expect((lost?.reason as Failure).params).toEqual({ by: officerName });
  });

  test('cannot be decided and withdrawn at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { caseId, reference, revision } = await opened(officer);
      const outcomes = await Promise.all([keyOf(approveCase(officer, { caseId, revision, note: null, validUntil: null })), keyOf(withdraw(applicant, { reference }))]);
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      const found = await findCase({ id: caseId });
      expect(found?.state).toBe(outcomes[0] === 'done' ? 'approved' : 'withdrawn');
    }
  });

  test('an error on the way leaves nothing behind', async () => {
    const { caseId, applicationId, revision } = await opened(officer);
    const before = await noticesOf(applicationId);
    expect(await keyOf(askForCorrection(officer, { caseId, revision, pageIds: ['nowhere'], note: 'Bu sahifa yoʻq edi.' }))).toBe('applications.errors.pageClosed');
    expect(await findCase({ id: caseId })).toMatchObject({ state: 'in_progress', revision });
    expect(await noticesOf(applicationId)).toEqual(before);
    expect(await auditOf(caseId)).toHaveLength(1);
  });
});

describe('who may', () => {
  test('decide: only who holds the case', async () => {
    const { caseId, revision } = await opened(officer);
    expect(await keyOf(approveCase(colleague, { caseId, revision, note: null, validUntil: null }))).toBe('cases.errors.notHolder');
    expect(await keyOf(approveCase(manager, { caseId, revision, note: null, validUntil: null }))).toBe('cases.errors.notHolder');
    expect(await keyOf(approveCase(stranger, { caseId, revision, note: null, validUntil: null }))).toBe('cases.errors.notFound');
    expect(await keyOf(approveCase(citizen, { caseId, revision, note: null, validUntil: null }))).toBe('cases.errors.notFound');
    expect(await keyOf(approveCase(applicant, { caseId, revision, note: null, validUntil: null }))).toBe('cases.errors.notFound');
  });

  test('assign: managers, to people who handle cases of the agency', async () => {
    const { caseId, revision } = await opened();
    expect(await keyOf(assignCase(officer, { caseId, revision, officerId: officer.userId }))).toBe('cases.errors.forbidden');
    expect(await keyOf(assignCase(manager, { caseId, revision, officerId: stranger.userId }))).toBe('cases.errors.officerUnfit');
    expect(await keyOf(assignCase(manager, { caseId, revision, officerId: citizen.userId }))).toBe('cases.errors.officerUnfit');
    expect(await keyOf(assignCase(manager, { caseId, revision, officerId: colleague.userId }))).toBe('done');
    expect((await auditOf(caseId)).at(-1)).toMatchObject({ action: 'cases.assign', actorRole: 'agency_manager', detail: { officer: colleague.name } });
  });

  test('handle their own application: nobody', async () => {
    const clerk = await country.person('Xodim', [{ role: 'agency_officer', agencyId: 'iiv' }, { role: 'agency_manager', agencyId: 'iiv' }]);
    const { caseId, reference } = await country.apply(clerk);
    expect(await keyOf(takeCase(clerk, { caseId, revision: 1 }))).toBe('cases.errors.ownApplication');
    expect(await keyOf(readCase(clerk, { reference }))).toBe('cases.errors.ownApplication');
    expect(await keyOf(assignCase(manager, { caseId, revision: 1, officerId: clerk.userId }))).toBe('cases.errors.officerUnfit');
  });

  test('write to the applicant: holder and manager', async () => {
    const { caseId, applicationId } = await opened(officer);
    await messageApplicant(officer, { caseId, body: 'Salom' });
    expect(await keyOf(messageApplicant(colleague, { caseId, body: 'Salom' }))).toBe('cases.errors.notHolder');
    expect(await keyOf(messageApplicant(stranger, { caseId, body: 'Salom' }))).toBe('cases.errors.notFound');
    expect(await noticesOf(applicationId)).toEqual(['in_progress', 'message']);
  });
});

test('several are assigned at once; one that changed meanwhile stays', async () => {
  const [one, two, three] = [await opened(), await opened(), await opened(officer)];
  const stale = { caseId: three.caseId, revision: 1 };
  expect(await assignCases(manager, { cases: [{ caseId: one.caseId, revision: 1 }, { caseId: two.caseId, revision: 1 }, stale], officerId: colleague.userId })).toEqual({ assigned: 2, left: 1 });
  expect(await keyOf(assignCases(manager, { cases: [stale], officerId: colleague.userId }))).toBe('cases.errors.noneAssigned');
  expect(await keyOf(assignCases(officer, { cases: [{ caseId: one.caseId, revision: 2 }], officerId: officer.userId }))).toBe('cases.errors.forbidden');
});

test('a released case is new again, for anybody', async () => {
  const { caseId, revision } = await opened(officer);
  await releaseCase(officer, { caseId, revision });
  expect(await findCase({ id: caseId })).toMatchObject({ state: 'new', officerId: null });
  await takeCase(colleague, { caseId, revision: revision + 1 });
});

test('the register is read on the ground of the case by its holder, and the reading is recorded', async () => {
  const { caseId, reference } = await opened(officer);
  expect(await keyOf(checkRegister(colleague, { caseId }))).toBe('cases.errors.notHolder');
  expect(await keyOf(checkRegister(stranger, { caseId }))).toBe('cases.errors.notFound');
  const check = await checkRegister(officer, { caseId });
  expect(check.fields.map(({ fieldId, outcome }) => [fieldId, outcome])).toEqual([['name', 'match'], ['born', 'match']]);
  expect(check.warnings).toEqual([]);
  expect(await db().registerRead.findMany({ where: { ground: caseId } })).toMatchObject([{ readerId: officer.userId, agencyId: 'iiv', recordKey: pinfl }]);
  const opened2 = await readCase(officer, { reference });
  expect(opened2.may).toMatchObject({ approve: true, refuse: true, ask_correction: true, take: false, assign: false, message: true });
  expect((await readCase(manager, { reference: reference.toLowerCase() })).may).toMatchObject({ approve: false, assign: true, release: true });
  expect(await keyOf(readCase(stranger, { reference }))).toBe('cases.errors.notFound');
  expect(await keyOf(readCase(officer, { reference: 'YG-XXXX-XXXX' }))).toBe('cases.errors.notFound');
});

test('a decided case gives no ground to read registers', async () => {
  const { caseId, revision } = await opened(officer);
  await approveCase(officer, { caseId, revision, note: 'Berildi', validUntil: null });
  expect(await keyOf(checkRegister(officer, { caseId }))).toBe('cases.errors.wrongState');
});
