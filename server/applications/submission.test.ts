import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCatalogue } from '../catalogue/seed.ts';
import { issueResult, listDocuments, downloadDocument } from '../documents/service.ts';
import { renderFile } from '../documents/jobs.ts';
import { verifyDocument } from '../documents/service-verification.ts';
import { seedForms, shippedForms } from '../forms/seed.ts';
import { freezeClock } from '../platform/clock/index.ts';
import { db, transaction } from '../platform/db/index.ts';
import { seedDirectories, seedRegisters } from '../registers/seed.ts';
import { createTestDatabase } from '../testing/database.ts';
import { answerPage, demoActor, fillDraft } from '../testing/filling.ts';
import { findPage, incompletePages } from '../forms/engine.ts';
import { readForCase, recordDecision, requestCorrection, sendMessage, startReview } from './service.ts';
import { openDraft, startCorrection } from './service-drafts.ts';
import { listApplications, readConfirmation, readOwnApplication, sendOwnMessage } from './service-own.ts';
import { resubmitCorrection, submitDraft, withdraw } from './service-submission.ts';

createTestDatabase();

let thaw = () => {};
beforeAll(async () => {
  thaw = freezeClock('2026-11-23T09:00:00Z');
  await seedDirectories();
  await seedCatalogue();
  await seedForms();
  await seedRegisters(50, () => {});
});
afterAll(() => thaw());

const submit = async (login: string, serviceId: string) => {
  const actor = await demoActor(login);
  const { reference } = await submitDraft(actor, { draftId: await fillDraft(actor, serviceId), declared: true });
  return { actor, reference };
};

const jobs = () => db().$queryRaw<{ identifier: string; n: number }[]>`select identifier, count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id group by 1`;

describe('sending an application', () => {
  it.each(shippedForms().map(({ service }) => service))('works from the first question to the reference: %s', async (serviceId) => {
    const { actor, reference } = await submit('dilnoza', serviceId);
    expect(reference).toMatch(/^YG-/);
    const { application, sections } = await readOwnApplication(actor, { reference });
    expect(application.state).toBe('submitted');
    expect(sections.flatMap((section) => section.rows).length).toBeGreaterThan(3);
    expect(sections.flatMap((section) => section.rows).some((row) => row.fromRegister)).toBe(true);
  });

  it('writes everything that belongs to it, once', async () => {
    const before = await jobs();
    const count = (all: typeof before, name: string) => all.find((job) => job.identifier === name)?.n ?? 0;
    const { actor, reference } = await submit('rustam', 'criminal-record-certificate');
    const after = await jobs();
    expect(count(after, 'documents.render') - count(before, 'documents.render')).toBe(1);
    expect(count(after, 'notifications.mail') - count(before, 'notifications.mail')).toBe(1);
    const { application, events, workingDaysLeft, documents } = await readOwnApplication(actor, { reference });
    // Two working days from a Monday.
    expect(application.dueOn).toBe('2026-11-25');
    expect(workingDaysLeft).toBe(2);
    expect(application.applicantName).toMatch(/Rustam/);
    expect(events.map((event) => event.kind)).toEqual(['submitted']);
    expect(documents.map((document) => [document.kind, document.number, document.ready])).toEqual([['receipt', reference, false]]);
    expect(await db().case.count({ where: { applicationId: application.id, agencyId: 'iiv' } })).toBe(1);
    expect(await db().auditEntry.count({ where: { subjectId: application.id, action: 'applications.submit' } })).toBe(1);
    expect(await db().draft.count({ where: { userId: actor.userId } })).toBe(0);
  });

  it('stays one application when sent ten times at once and again later', async () => {
    const actor = await demoActor('zuhra');
    const draftId = await fillDraft(actor, 'address-certificate');
    const results = await Promise.all(Array.from({ length: 10 }, () => submitDraft(actor, { draftId, declared: true })));
    const again = await submitDraft(actor, { draftId, declared: true });
    expect(new Set([...results, again].map((result) => result.reference)).size).toBe(1);
    expect(await db().application.count({ where: { userId: actor.userId } })).toBe(1);
    expect(await db().case.count({ where: { application: { userId: actor.userId } } })).toBe(1);
    expect(await db().notification.count({ where: { userId: actor.userId } })).toBe(1);
  });

  it('is refused without the declaration, when incomplete and to strangers, and then nothing is written', async () => {
    const actor = await demoActor('jamshid');
    const stranger = await demoActor('madina');
    const draftId = await fillDraft(actor, 'income-certificate');
    await expect(submitDraft(actor, { draftId, declared: false })).rejects.toThrow('declarationMissing');
    await expect(submitDraft(stranger, { draftId, declared: true })).rejects.toThrow('notFound');
    await db().draft.update({ where: { id: draftId }, data: { answers: {} } });
    await expect(submitDraft(actor, { draftId, declared: true })).rejects.toThrow('incomplete');
    expect(await db().application.count({ where: { userId: actor.userId } })).toBe(0);
  });

  it('works for a person whom the register does not know', async () => {
    const { actor, reference } = await submit('alex', 'criminal-record-certificate');
    const { sections } = await readOwnApplication(actor, { reference });
    expect(sections.flatMap((section) => section.rows).every((row) => !row.fromRegister)).toBe(true);
  });

  it('shows an application to nobody else', async () => {
    const { reference } = await submit('dilnoza', 'income-certificate');
    const stranger = await demoActor('rustam');
    await expect(readOwnApplication(stranger, { reference })).rejects.toThrow('notFound');
    await expect(readConfirmation(stranger, { reference })).rejects.toThrow('notFound');
    await expect(withdraw(stranger, { reference })).rejects.toThrow('notFound');
    await expect(readOwnApplication(stranger, { reference: 'nonsense' })).rejects.toThrow('notFound');
  });
});

describe('what follows', () => {
  it('goes from review over a correction to a result that anybody can verify', async () => {
    const { actor, reference } = await submit('dilnoza', 'criminal-record-certificate');
    const officer = await demoActor('iiv-officer');
    const { application } = await readOwnApplication(actor, { reference });
    const applicationId = application.id;
    await transaction((tx) => startReview(tx, officer, { applicationId }));
    await transaction((tx) => startReview(tx, officer, { applicationId }));
    const seen = await readForCase(officer, applicationId);
    expect(seen.pages.map((page) => page.id)).toContain('purpose');
    await expect(transaction((tx) => requestCorrection(tx, officer, { applicationId, pageIds: ['no-such-page'], note: 'Aniqlik kiriting' }))).rejects.toThrow('pageClosed');
    await transaction(async (tx) => {
      await requestCorrection(tx, officer, { applicationId, pageIds: ['purpose'], note: 'Maqsadni aniqlashtiring' });
      await tx.case.update({ where: { applicationId }, data: { state: 'awaiting_correction', pausedAt: new Date('2026-11-23T09:00:00Z') } });
    });
    const { draftId } = await startCorrection(actor, { reference });
    expect(await startCorrection(actor, { reference })).toMatchObject({ draftId });
    const { form, correction, draft, context } = await openDraft(actor, { draftId });
    expect(correction?.note).toBe('Maqsadni aniqlashtiring');
    // Nothing else is asked again, neither what was skipped.
    expect(incompletePages(form.definition, draft.answers, context)).toEqual([]);
    const page = (id: string) => findPage(form.definition, id) ?? expect.fail(id);
    await expect(answerPage(actor, draftId, page('about'))).rejects.toThrow('pageClosed');
    expect(await answerPage(actor, draftId, page('purpose'), { purpose: 'other' })).toMatchObject({ outcome: 'saved' });
    // The answer shows one more page, which may be answered although it was not asked for.
    await expect(resubmitCorrection(actor, { draftId, declared: true })).rejects.toThrow('incomplete');
    await answerPage(actor, draftId, page('purpose-other'));
    thaw();
    thaw = freezeClock('2026-11-30T09:00:00Z');
    await resubmitCorrection(actor, { draftId, declared: true });
    const corrected = await readOwnApplication(actor, { reference });
    expect(corrected.application.state).toBe('in_progress');
    // Two working days were left when the clock stopped.
    expect(corrected.application.dueOn).toBe('2026-12-02');
    expect(corrected.events.map((event) => event.kind)).toEqual(['submitted', 'in_progress', 'correction_requested', 'corrected']);
    await sendMessage(officer, { applicationId, body: 'Rahmat' });
    await sendOwnMessage(actor, { reference, body: 'Iltimos' });
    expect((await readOwnApplication(actor, { reference })).messages.map((message) => message.fromStaff)).toEqual([true, false]);

    const issued = await transaction(async (tx) => {
      await recordDecision(tx, officer, { applicationId, outcome: 'approved', reason: null });
      return issueResult(tx, officer, { applicationId, agencyId: 'iiv', kind: 'result', reason: null, validUntil: '2027-02-28' });
    });
    expect(issued.number).toMatch(/^IIV-2026-\d{6}-/);
    await expect(transaction((tx) => recordDecision(tx, officer, { applicationId, outcome: 'refused', reason: 'x' }))).rejects.toThrow('wrongState');
    await renderFile(issued.documentId);
    await renderFile(issued.documentId);
    const file = await downloadDocument(actor, { id: issued.documentId });
    expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await expect(downloadDocument(await demoActor('rustam'), { id: issued.documentId })).rejects.toThrow('notFound');
    await expect(downloadDocument(await demoActor('soliq-officer'), { id: issued.documentId })).rejects.toThrow('notFound');
    await downloadDocument(officer, { id: issued.documentId });
    expect(await db().auditEntry.findMany({ where: { subjectId: issued.documentId, action: 'documents.download' }, select: { actorRole: true }, orderBy: { id: 'asc' } })).toEqual([{ actorRole: 'citizen' }, { actorRole: 'agency_officer' }]);

    const { verifyCode } = await db().document.findUniqueOrThrow({ where: { id: issued.documentId }, select: { verifyCode: true } });
    const verified = await verifyDocument({ typed: verifyCode, client: 'test' });
    expect(verified).toMatchObject({ status: 'genuine', number: issued.number, maskedName: 'N••• D••• A•••' });
    expect(JSON.stringify(verified)).not.toMatch(/Namunayeva|41403900010017/);
    expect(await verifyDocument({ typed: issued.number.toLowerCase(), client: 'test' })).toMatchObject({ status: 'genuine' });
    expect(await verifyDocument({ typed: 'YG-2222-2222', client: 'test' })).not.toMatchObject({ status: 'genuine' });
    await db().document.update({ where: { id: issued.documentId }, data: { revokedAt: new Date() } });
    expect(await verifyDocument({ typed: verifyCode, client: 'test' })).toMatchObject({ status: 'revoked' });
    await expect(Promise.all(Array.from({ length: 30 }, () => verifyDocument({ typed: 'x', client: 'flood' })))).rejects.toThrow('tooMany');
  });

  it('lets the applicant withdraw until it is decided, with its case', async () => {
    const { actor, reference } = await submit('rustam', 'property-absence-certificate');
    await withdraw(actor, { reference });
    await withdraw(actor, { reference });
    const { application, documents } = await readOwnApplication(actor, { reference });
    expect(application.state).toBe('withdrawn');
    expect(await db().case.count({ where: { applicationId: application.id, state: 'withdrawn' } })).toBe(1);
    expect(await listDocuments(await demoActor('dilnoza'), { applicationId: application.id })).toEqual([]);
    expect(documents).toHaveLength(1);
    await expect(sendOwnMessage(actor, { reference, body: 'Salom' })).rejects.toThrow('wrongState');
  });

  it('pages the list by keyset without losing or repeating anything', async () => {
    const actor = await demoActor('dilnoza');
    const all = await listApplications(actor, { filter: 'all', limit: 100 });
    const walked: string[] = [];
    for (let after: Parameters<typeof listApplications>[1]['after'] = null; ; ) {
      const page = await listApplications(actor, { filter: 'all', limit: 3, after });
      walked.push(...page.items.map((item) => item.reference));
      if (!page.next) break;
      after = page.next;
    }
    expect(walked).toEqual(all.items.map((item) => item.reference));
    expect(walked.length).toBeGreaterThan(8);
  });

  it('refuses staff of other agencies and citizens', async () => {
    const { actor, reference } = await submit('madina', 'criminal-record-certificate');
    const { application } = await readOwnApplication(actor, { reference });
    const applicationId = application.id;
    for (const login of ['soliq-officer', 'iiv-editor', 'admin', 'auditor', 'rustam', 'madina']) {
      const other = await demoActor(login);
      await expect(readForCase(other, applicationId)).rejects.toThrow('notFound');
      await expect(transaction((tx) => recordDecision(tx, other, { applicationId, outcome: 'approved', reason: null }))).rejects.toThrow('notFound');
      await expect(transaction((tx) => issueResult(tx, other, { applicationId, agencyId: 'iiv', kind: 'result', reason: null }))).rejects.toThrow('forbidden');
    }
  });
});
