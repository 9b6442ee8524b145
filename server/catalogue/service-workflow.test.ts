import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/database.ts';
import { anonymous, type Person } from '../platform/auth/actor.ts';
import { freezeClock } from '../platform/clock/index.ts';
import { db } from '../platform/db/index.ts';
import { mayMove } from './policy.ts';
import { moves, openStates } from './schema-workflow.ts';
import { seedCatalogue } from './seed.ts';
import { findService, findServicePage, listServices } from './service.ts';
import { discardDraft, openDraft, saveDraft, serviceVersions, takeLock } from './service-editing.ts';
import * as workflow from './service-workflow.ts';

createTestDatabase();
const person = (n: number, ...roles: Person['roles'][number]['role'][]): Person => ({ ...anonymous(), kind: 'person', userId: `00000000-0000-7000-8000-00000000000${n}`, name: `Person ${n}`, roles: roles.map((role) => ({ role, agencyId: 'iiv' })) });
const author = person(1, 'agency_editor');
const everything = person(2, 'agency_editor', 'agency_reviewer', 'agency_publisher');
const reviewer = person(3, 'agency_reviewer');
const publisher = person(4, 'agency_publisher');
const serviceId = 'traffic-fines';
const reason = { uz: 'Xizmat tugatildi', ru: 'Услуга прекращена', en: 'The service has ended' };

async function written(actor: Person, en: string, id = serviceId): Promise<{ serviceId: string; revision: number }> {
  const { revision, passport } = await openDraft(actor, id);
  await takeLock(actor, { serviceId: id, takeOver: true });
  const saved = await saveDraft(actor, { serviceId: id, revision, passport: { ...passport, summary: { ...passport.summary, en } } });
  return { serviceId: id, revision: saved.revision };
}
const summary = async () => (await findService(serviceId))?.passport.summary.en;
const kinds = async () => (await serviceVersions(author, serviceId)).events.map(({ kind }) => kind);

beforeAll(seedCatalogue);

describe('the way to the portal', () => {
  it('leads through somebody who has not written any of it', async () => {
    const where = await written(everything, 'First words.');
    await workflow.submitDraft(everything, { ...where, changeNote: 'Said more plainly' });
    await expect(saveDraft(everything, { ...where, passport: (await openDraft(everything, serviceId)).passport })).rejects.toMatchObject({ key: 'catalogue.errors.moved' });
    await expect(workflow.approveDraft(everything, where)).rejects.toMatchObject({ key: 'catalogue.errors.ownWork' });
    await expect(workflow.approveDraft(author, where)).rejects.toMatchObject({ key: 'catalogue.errors.forbidden' });
    await workflow.returnDraft(reviewer, { ...where, comment: 'The law is not named.' });
    const again = await written(author, 'Second words.');
    await workflow.submitDraft(author, { ...again, changeNote: 'Said more plainly' });
    // The first author has a part in it still.
    await expect(workflow.approveDraft(everything, again)).rejects.toMatchObject({ key: 'catalogue.errors.ownWork' });
    await workflow.approveDraft(reviewer, again);
    await expect(workflow.publishDraft(reviewer, again)).rejects.toMatchObject({ key: 'catalogue.errors.forbidden' });
    expect(await workflow.publishDraft(publisher, again)).toEqual({ number: 2 });
    expect(await summary()).toBe('Second words.');
    expect(await kinds()).toEqual(['publish', 'approve', 'submit', 'return', 'submit']);
    expect((await serviceVersions(author, serviceId)).published).toMatchObject({ reviewedByName: 'Person 3', publishedByName: 'Person 4', changeNote: 'Said more plainly' });
  });

  it('is gone once, however many press at the same moment', async () => {
    const where = await written(author, 'Third words.');
    await workflow.submitDraft(author, { ...where, changeNote: 'Third time' });
    const answers = await Promise.allSettled([workflow.approveDraft(reviewer, where), workflow.approveDraft(reviewer, where), workflow.returnDraft(reviewer, { ...where, comment: 'Not yet' })]);
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    const { draft } = await serviceVersions(author, serviceId);
    expect(['ready', 'amends']).toContain(draft?.state);
    if (draft?.state === 'ready') await workflow.recallDraft(author, where);
    await discardDraft(author, where);
  });

  it('knows no move but those of the table', () => {
    fc.assert(fc.property(fc.constantFrom(...openStates), fc.constantFrom(...moves), fc.constantFrom(author, everything, reviewer, publisher, person(5)), fc.boolean(), (state, move, actor, own) => {
      const decision = mayMove(actor, { agencyId: 'iiv' }, { state, authorIds: own ? [actor.userId] : [] }, move);
      if (!decision.allow) return;
      expect(actor.roles.map(({ role }) => role)).toContain(decision.as);
      if (move === 'approve' || move === 'return') expect(own).toBe(false);
      if (move === 'publish' || move === 'schedule') expect(state).toBe('ready');
      expect(mayMove(actor, { agencyId: 'soliq' }, { state, authorIds: [] }, move).allow).toBe(false);
    }));
  });
});

describe('a set time', () => {
  it('is kept to the minute, and made good when it was missed', async () => {
    const where = await written(author, 'Words of tomorrow.');
    await workflow.submitDraft(author, { ...where, changeNote: 'From tomorrow on' });
    await workflow.approveDraft(reviewer, where);
    const at = new Date(Date.now() + 86_400_000);
    await expect(workflow.scheduleDraft(publisher, { ...where, at: new Date(Date.now() - 1_000).toISOString() })).rejects.toMatchObject({ key: 'catalogue.errors.pastTime' });
    await workflow.scheduleDraft(publisher, { ...where, at: at.toISOString() });
    expect(await db().$queryRaw`select 1 from graphile_worker.jobs where task_identifier = 'catalogue.publish-due' and run_at = ${at}::timestamptz`).toHaveLength(1);
    let thaw = freezeClock(new Date(at.getTime() - 1_000));
    expect(await workflow.publishDue()).toBe(0);
    thaw();
    thaw = freezeClock(new Date(at.getTime() + 3_600_000));
    expect((await Promise.all([workflow.publishDue(), workflow.publishDue()])).reduce((sum, count) => sum + count, 0)).toBe(1);
    thaw();
    expect(await summary()).toBe('Words of tomorrow.');
  });

  it('can be cancelled', async () => {
    const where = await written(author, 'Words of never.');
    await workflow.submitDraft(author, { ...where, changeNote: 'From never on' });
    await workflow.approveDraft(reviewer, where);
    await workflow.scheduleDraft(publisher, { ...where, at: new Date(Date.now() + 60_000).toISOString() });
    await workflow.unscheduleDraft(publisher, where);
    const thaw = freezeClock(new Date(Date.now() + 120_000));
    expect(await workflow.publishDue()).toBe(0);
    thaw();
    await workflow.recallDraft(author, where);
    await discardDraft(author, where);
    expect(await summary()).toBe('Words of tomorrow.');
  });
});

describe('an emergency', () => {
  it('publishes at once, and stays marked until somebody else has looked', async () => {
    const where = await written(everything, 'Urgent words.');
    await expect(workflow.publishInEmergency(author, { ...where, changeNote: 'Wrong account', reason: 'People pay to a wrong account' })).rejects.toMatchObject({ key: 'catalogue.errors.forbidden' });
    const { number } = await workflow.publishInEmergency(everything, { ...where, changeNote: 'Wrong account', reason: 'People pay to a wrong account' });
    expect(await summary()).toBe('Urgent words.');
    expect((await workflow.deskOf(reviewer)).approve).toMatchObject([{ serviceId, number }]);
    await expect(workflow.approveLater(everything, { serviceId, number })).rejects.toMatchObject({ key: 'catalogue.errors.ownWork' });
    await workflow.approveLater(reviewer, { serviceId, number });
    await expect(workflow.approveLater(reviewer, { serviceId, number })).rejects.toMatchObject({ key: 'catalogue.errors.moved' });
    expect((await workflow.deskOf(reviewer)).approve).toEqual([]);
  });
});

describe('an old version', () => {
  it('is begun from again, unless another is being worked on', async () => {
    await workflow.restoreVersion(author, { serviceId, number: 2 });
    expect((await openDraft(author, serviceId)).passport.summary.en).toBe('Second words.');
    await expect(workflow.restoreVersion(author, { serviceId, number: 1 })).rejects.toMatchObject({ key: 'catalogue.errors.openVersion' });
    await expect(db().serviceVersion.create({ data: { serviceId, number: 99, state: 'draft', passport: {} } })).rejects.toThrow();
    await discardDraft(author, { serviceId, revision: 1 });
  });
});

describe('a service that is withdrawn', () => {
  it('leaves the lists and the search at once, and comes back as it was', async () => {
    const listed = async () => (await listServices({ agencyId: 'iiv' })).some(({ id }) => id === serviceId);
    await expect(workflow.withdrawService(author, { serviceId, withdrawal: { mode: 'banner', reason } })).rejects.toMatchObject({ status: 403 });
    await expect(workflow.withdrawService(publisher, { serviceId, withdrawal: { mode: 'redirect', reason, to: serviceId } })).rejects.toMatchObject({ key: 'catalogue.errors.noSuccessor' });
    await workflow.withdrawService(publisher, { serviceId, withdrawal: { mode: 'redirect', reason, to: 'id-card' } });
    expect([await listed(), await findService(serviceId), (await findServicePage(serviceId))?.withdrawal]).toEqual([false, null, { mode: 'redirect', reason, to: 'id-card' }]);
    await workflow.archiveService(publisher, { serviceId, reason: 'Nothing more to come' });
    await workflow.reinstateService(publisher, { serviceId, reason: 'The law was changed back' });
    expect([await listed(), (await findService(serviceId))?.withdrawal]).toEqual([true, null]);
  });
});

it('the history is only ever added to', async () => {
  await expect(db().serviceEvent.deleteMany({})).rejects.toThrow(/only ever added/);
});
