import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/database.ts';
import type { Person } from '../platform/auth/actor.ts';
import { freezeClock } from '../platform/clock/index.ts';
import { db } from '../platform/db/index.ts';
import { postgresSearch } from '../platform/search/postgres.ts';
import { jobs } from './jobs.ts';
import { searchKind } from './search-documents.ts';
import { seedCatalogue } from './seed.ts';
import { findService, serviceHistory } from './service.ts';
import { reindexServices } from './service-index.ts';
import { discardDraft, findWork, keepWork, listEditableServices, openDraft, releaseLock, saveDraft, serviceVersions, takeLock } from './service-editing.ts';
import { approveDraft, publishDraft, submitDraft } from './service-workflow.ts';

createTestDatabase();

const person = (n: number, roles: Person['roles']): Person => ({
  kind: 'person', userId: `00000000-0000-7000-8000-00000000000${n}`, name: `Editor ${n}`, pinfl: null, roles, onBehalfOf: null, locale: 'uz', requestId: null,
});
const anna = person(1, [{ role: 'agency_editor', agencyId: 'iiv' }]);
const bobur = person(2, [{ role: 'agency_editor', agencyId: 'iiv' }]);
const reviewer = person(6, [{ role: 'agency_reviewer', agencyId: 'iiv' }, { role: 'agency_publisher', agencyId: 'iiv' }]);
const stranger = person(3, [{ role: 'agency_editor', agencyId: 'soliq' }]);
const auditor = person(4, [{ role: 'auditor', agencyId: null }]);
const serviceId = 'id-card';

const indexJobs = () => db().$queryRaw<{ key: string; payload: { serviceId: string } }[]>`
  select job.key, task.payload from graphile_worker.jobs job join graphile_worker._private_jobs task on task.id = job.id where job.task_identifier = 'catalogue.index'`;
const actions = async () => (await db().auditEntry.findMany({ where: { subjectId: serviceId }, select: { action: true }, orderBy: { id: 'asc' } })).map((entry) => entry.action);

beforeAll(async () => {
  await seedCatalogue();
  await reindexServices();
});

describe('two editors of one passport', () => {
  it('get one draft, even when both open it at once', async () => {
    const drafts = await Promise.all([openDraft(anna, serviceId), openDraft(bobur, serviceId), openDraft(anna, serviceId)]);
    expect(new Set(drafts.map((draft) => draft.id)).size).toBe(1);
    expect(drafts[0]).toMatchObject({ number: 2, state: 'draft', revision: 1 });
    expect(await actions()).toEqual(['catalogue.open-draft']);
  });

  it('cannot overwrite each other', async () => {
    const { passport, revision } = await openDraft(anna, serviceId);
    const change = (en: string) => ({ ...passport, summary: { ...passport.summary, en } });
    expect(await saveDraft(anna, { serviceId, revision, passport: change('By Anna.') })).toEqual({ revision: revision + 1 });
    await expect(saveDraft(bobur, { serviceId, revision, passport: change('By Bobur.') })).rejects.toMatchObject({ key: 'catalogue.errors.locked', params: { name: 'Editor 1' } });
    expect(await takeLock(bobur, { serviceId })).toMatchObject({ mine: false, name: 'Editor 1' });
    expect(await takeLock(bobur, { serviceId, takeOver: true })).toEqual({ mine: true });
    await expect(saveDraft(bobur, { serviceId, revision, passport: change('By Bobur.') })).rejects.toMatchObject({ key: 'catalogue.errors.changed', status: 409 });
    const draft = await openDraft(bobur, serviceId);
    expect(draft.passport.summary.en).toBe('By Anna.');
    expect(draft.authorName).toBe('Editor 1');
    await saveDraft(bobur, { serviceId, revision: draft.revision, passport: change('By both.') });
  });

  it('are told who is writing, until that one has gone away or let go', async () => {
    expect(await takeLock(anna, { serviceId })).toMatchObject({ mine: false, name: 'Editor 2' });
    const thaw = freezeClock(new Date(Date.now() + 3 * 60_000));
    expect(await takeLock(anna, { serviceId })).toEqual({ mine: true });
    thaw();
    await releaseLock(anna, serviceId);
    expect(await takeLock(bobur, { serviceId })).toEqual({ mine: true });
  });

  it('find again what they typed and did not save, and nobody else does', async () => {
    const { revision, passport } = await openDraft(bobur, serviceId);
    expect(await keepWork(bobur, { serviceId, revision, work: { title: 'half a wo' } })).toEqual({ kept: true });
    expect(await keepWork(anna, { serviceId, revision, work: 'another' })).toEqual({ kept: false });
    expect([await findWork(bobur, serviceId), await findWork(anna, serviceId)]).toEqual([{ title: 'half a wo' }, null]);
    await saveDraft(bobur, { serviceId, revision, passport });
    expect(await findWork(bobur, serviceId)).toBeNull();
  });

  it('saving at the same moment, one of them wins', async () => {
    const { passport, revision } = await openDraft(anna, serviceId);
    const answers = await Promise.allSettled([bobur, bobur].map((actor) => saveDraft(actor, { serviceId, revision, passport })));
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('cannot publish or discard what somebody changed meanwhile', async () => {
    const { revision } = await openDraft(anna, serviceId);
    await expect(submitDraft(anna, { serviceId, revision: revision - 1, changeNote: 'Too early' })).rejects.toMatchObject({ key: 'catalogue.errors.changed' });
    await expect(discardDraft(bobur, { serviceId, revision: revision - 1 })).rejects.toMatchObject({ key: 'catalogue.errors.changed' });
    // Nothing of the refused publication stays: the published version is still the public one.
    expect((await findService(serviceId))?.versionNumber).toBe(1);
    expect(await indexJobs()).toEqual([]);
  });
});

describe('publishing', () => {
  it('replaces the public version, keeps the old one, and queues the index in the same transaction', async () => {
    const before = await findService(serviceId);
    const { passport, revision } = await openDraft(bobur, serviceId);
    const saved = await saveDraft(bobur, { serviceId, revision, passport: { ...passport, title: { ...passport.title, en: 'Quagga card for everybody' } } });
    expect((await findService(serviceId))?.passport.title.en).toBe(before?.passport.title.en);
    await submitDraft(anna, { serviceId, revision: saved.revision, changeNote: 'New name of the card' });
    await approveDraft(reviewer, { serviceId, revision: saved.revision });
    expect(await publishDraft(reviewer, { serviceId, revision: saved.revision })).toEqual({ number: 2 });
    expect(await findService(serviceId)).toMatchObject({ versionNumber: 2, passport: { title: { en: 'Quagga card for everybody' } } });
    expect(await serviceHistory(serviceId)).toMatchObject([{ number: 2, changeNote: 'New name of the card' }, { number: 1 }]);
    expect((await actions()).at(-1)).toBe('catalogue.publish');
    expect(await indexJobs()).toEqual([{ key: `catalogue.index:${serviceId}`, payload: { serviceId } }]);
    await expect(publishDraft(reviewer, { serviceId, revision: saved.revision })).rejects.toMatchObject({ key: 'catalogue.errors.moved' });
  });

  it('reaches the search when the job has run, however often it runs', async () => {
    const find = async () => (await postgresSearch.search(searchKind, { text: 'quagga', filters: {}, limit: 5, offset: 0 })).ids;
    expect(await find()).toEqual([]);
    await jobs['catalogue.index']?.({ serviceId });
    await jobs['catalogue.index']?.({ serviceId });
    expect(await find()).toEqual([serviceId]);
    await jobs['catalogue.index']?.({ serviceId: 'never-published' });
  });

  it('never changes a version that was published', async () => {
    const history = await serviceVersions(anna, serviceId);
    expect(history.history.map((version) => version.state)).toEqual(['published', 'superseded']);
    await openDraft(anna, serviceId);
    const draft = await openDraft(anna, serviceId);
    expect(draft.number).toBe(3);
    await discardDraft(bobur, { serviceId, revision: draft.revision });
    expect((await serviceVersions(anna, serviceId)).draft).toBeNull();
  });
});

describe('rights', () => {
  it('belong to editors of the service’s own agency', async () => {
    const { passport } = (await findService(serviceId)) ?? {};
    if (!passport) throw new Error('seeded');
    await expect(openDraft(stranger, serviceId)).rejects.toMatchObject({ status: 403 });
    await expect(saveDraft(stranger, { serviceId, revision: 1, passport })).rejects.toMatchObject({ status: 403 });
    await openDraft(anna, serviceId);
    await expect(publishDraft(auditor, { serviceId, revision: 1 })).rejects.toMatchObject({ status: 403 });
    await expect(serviceVersions(stranger, serviceId)).rejects.toMatchObject({ status: 403 });
    await expect(openDraft(anna, 'no-such-service')).rejects.toMatchObject({ status: 404 });
    expect((await serviceVersions(auditor, serviceId)).editable).toBe(false);
  });

  it('decide which services a person sees in the list, page by page', async () => {
    const first = await listEditableServices(anna, { after: null, limit: 2 });
    expect(first.items).toHaveLength(2);
    expect(first.items.every((service) => service.agencyId === 'iiv')).toBe(true);
    const second = await listEditableServices(anna, { after: first.next, limit: 100 });
    expect(second.next).toBeNull();
    expect(second.items.some((service) => service.id === first.items[0]?.id)).toBe(false);
    const everything = await listEditableServices(auditor, { after: null, limit: 100 });
    expect(everything.items.length).toBeGreaterThan(first.items.length + second.items.length);
    await expect(listEditableServices(person(5, []), { after: null, limit: 10 })).rejects.toMatchObject({ status: 403 });
  });
});
