import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCatalogue } from '../catalogue/seed.ts';
import { findPage } from '../forms/engine.ts';
import { seedForms } from '../forms/seed.ts';
import type { Page } from '../forms/schema.ts';
import type { Person } from '../platform/auth/actor.ts';
import { freezeClock } from '../platform/clock/index.ts';
import { db } from '../platform/db/index.ts';
import { seedDirectories, seedRegisters } from '../registers/seed.ts';
import { createTestDatabase } from '../testing/database.ts';
import { answerPage, demoActor, pdfBytes } from '../testing/filling.ts';
import { fingerprintOf } from './draft-state.ts';
import { pruneDrafts } from './jobs.ts';
import { downloadUpload } from './service.ts';
import { deleteDraft, listDrafts, openDraft, startDraft } from './service-drafts.ts';
import { resolveConflict, savePage } from './service-filling.ts';
import { addUpload, removeUpload } from './service-uploads.ts';

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

const serviceId = 'criminal-record-certificate';

async function begin(login = 'dilnoza', service = serviceId) {
  const actor = await demoActor(login);
  const draftId = await startDraft(actor, { serviceId: service });
  const { form } = await openDraft(actor, { draftId });
  const page = (id: string): Page => findPage(form.definition, id) ?? expect.fail(id);
  return { actor, draftId, page };
}

const post = (actor: Person, draftId: string, page: Page, entered: Record<string, unknown[]>, seen: string) =>
  savePage(actor, { draftId, pageId: page.id, values: (name) => entered[name] ?? [], seen, back: null });

describe('a draft', () => {
  it('holds only the register fields that its form asks for, and their reading is recorded', async () => {
    const { actor, draftId } = await begin();
    const { draft } = await openDraft(actor, { draftId });
    expect(Object.keys(draft.prefill.individuals ?? {}).sort()).toEqual(['birthDate', 'fullName', 'passport', 'phone', 'pinfl']);
    expect(await db().registerRead.findFirst({ where: { ground: `draft:${draftId}` }, select: { fields: true, recordKey: true } })).toEqual({
      fields: ['surname', 'givenName', 'patronymic', 'birthDate', 'pinfl', 'passport', 'phone'],
      recordKey: actor.pinfl,
    });
  });

  it('is its owner’s alone', async () => {
    const { draftId, page } = await begin();
    for (const login of ['rustam', 'iiv-officer', 'admin']) {
      const other = await demoActor(login);
      await expect(openDraft(other, { draftId })).rejects.toThrow('notFound');
      await expect(post(other, draftId, page('about'), { about: ['self'] }, '')).rejects.toThrow('notFound');
      await expect(deleteDraft(other, { draftId })).rejects.toThrow('notFound');
      await expect(addUpload(other, { draftId, pageId: 'power-of-attorney', file: { name: 'a.pdf', bytes: pdfBytes } })).rejects.toThrow('notFound');
    }
    for (const wrong of ['', 'x', '../..', '00000000-0000-0000-0000-000000000000']) await expect(openDraft(await demoActor('dilnoza'), { draftId: wrong })).rejects.toThrow('notFound');
  });

  it('keeps what was refused, exactly as entered, until it is mended', async () => {
    const { actor, draftId, page } = await begin();
    const { draft } = await openDraft(actor, { draftId });
    const contact = page('contact');
    const entered = { phone: ['90 12'], email: ['дилноза@'], extra: ['ignored'] };
    expect(await post(actor, draftId, contact, entered, fingerprintOf(contact, draft.answers))).toEqual({ outcome: 'refused' });
    const after = await openDraft(actor, { draftId });
    expect(after.draft.attempt).toEqual({ pageId: 'contact', entered: { phone: ['90 12'], email: ['дилноза@'] } });
    expect(after.draft.answers).toEqual({});
    expect(await post(actor, draftId, contact, { phone: ['90 123 45 67'] }, fingerprintOf(contact, {}))).toMatchObject({ outcome: 'saved' });
    const mended = await openDraft(actor, { draftId });
    expect(mended.draft.attempt).toBeNull();
    expect(mended.draft.answers).toMatchObject({ phone: '+998901234567', email: '' });
  });

  it('never lets the browser replace what the register says', async () => {
    const { actor, draftId, page } = await begin();
    await post(actor, draftId, page('your-details'), { 'applicant-name': ['Mallory'], 'applicant-pinfl': ['52106180010066'] }, fingerprintOf(page('your-details'), {}));
    const { draft } = await openDraft(actor, { draftId });
    expect(draft.answers).toMatchObject({ 'applicant-name': 'Namunayeva Dilnoza Akmal qizi', 'applicant-pinfl': actor.pinfl });
  });

  it('survives entries of any kind and size', async () => {
    const { actor, draftId, page } = await begin();
    for (const value of [{}, null, 7, ['x'], 'x'.repeat(500_000), '\u0000', '\ud800', '__proto__', new Blob(['x'])]) {
      expect(await post(actor, draftId, page('about'), { about: [value] }, 'nonsense')).toEqual({ outcome: 'refused' });
    }
    await expect(post(actor, draftId, { ...page('about'), id: 'no-such-page' }, {}, '')).rejects.toThrow('notFound');
    // A page that the answers hide.
    await expect(post(actor, draftId, page('power-of-attorney'), {}, '')).rejects.toThrow('pageClosed');
  });

  it('does not let two tabs overwrite each other silently', async () => {
    const { actor, draftId, page } = await begin();
    const purpose = page('purpose');
    const seen = fingerprintOf(purpose, {});
    await post(actor, draftId, purpose, { purpose: ['job'] }, seen);
    // The same answer again, e.g. by pressing twice, is no conflict.
    expect(await post(actor, draftId, purpose, { purpose: ['job'] }, seen)).toMatchObject({ outcome: 'saved' });
    expect(await post(actor, draftId, purpose, { purpose: ['study'] }, seen)).toEqual({ outcome: 'conflict' });
    const { draft } = await openDraft(actor, { draftId });
    expect(draft.answers).toMatchObject({ purpose: 'job' });
    expect(draft.attempt).toMatchObject({ conflict: { purpose: 'study' } });
    const now = fingerprintOf(purpose, draft.answers);
    expect(await resolveConflict(actor, { draftId, pageId: 'purpose', keep: 'mine', seen, back: null })).toEqual({ outcome: 'conflict' });
    expect(await resolveConflict(actor, { draftId, pageId: 'purpose', keep: 'mine', seen: now, back: null })).toMatchObject({ outcome: 'saved' });
    expect((await openDraft(actor, { draftId })).draft.answers).toMatchObject({ purpose: 'study' });
  });

  it('saves different pages from different tabs at the same time', async () => {
    const { actor, draftId, page } = await begin();
    const outcomes = await Promise.all([
      post(actor, draftId, page('purpose'), { purpose: ['job'] }, fingerprintOf(page('purpose'), {})),
      post(actor, draftId, page('contact'), { phone: ['901234567'] }, fingerprintOf(page('contact'), {})),
      post(actor, draftId, page('about'), { about: ['self'] }, fingerprintOf(page('about'), {})),
    ]);
    expect(outcomes.every((outcome) => outcome.outcome === 'saved')).toBe(true);
    expect((await openDraft(actor, { draftId })).draft.answers).toMatchObject({ purpose: 'job', phone: '+998901234567', about: 'self' });
  });

  it('expires, says so, and is removed later', async () => {
    const { actor, draftId } = await begin('zuhra');
    await db().draft.update({ where: { id: draftId }, data: { updatedAt: new Date('2026-08-01') } });
    await expect(openDraft(actor, { draftId })).rejects.toThrow('draftExpired');
    expect(await listDrafts(actor)).toEqual([]);
    expect(await pruneDrafts()).toBe(1);
    await expect(openDraft(actor, { draftId })).rejects.toThrow('notFound');
  });

  it('can be deleted with its files', async () => {
    const { actor, draftId, page } = await begin('rustam');
    await post(actor, draftId, page('about'), { about: ['principal'] }, fingerprintOf(page('about'), {}));
    await addUpload(actor, { draftId, pageId: 'power-of-attorney', file: { name: 'x.pdf', bytes: pdfBytes } });
    await deleteDraft(actor, { draftId });
    expect(await db().upload.count({ where: { userId: actor.userId } })).toBe(0);
    expect(await listDrafts(actor)).toEqual([]);
  });
});

describe('a file', () => {
  async function ready(login: string) {
    const started = await begin(login);
    await answerPage(started.actor, started.draftId, started.page('about'), { about: 'principal' });
    return { ...started, place: { draftId: started.draftId, pageId: 'power-of-attorney' } };
  }
  const attempt = async (actor: Person, draftId: string) => (await openDraft(actor, { draftId })).draft.attempt?.upload;

  it('is refused for what it is, not for what it is called', async () => {
    const { actor, draftId, place } = await ready('madina');
    const exe = new Uint8Array([0x4d, 0x5a, 0x90, 0x00, 0x03]);
    expect(await addUpload(actor, { ...place, file: { name: 'ishonchnoma.pdf', bytes: exe } })).toEqual({ outcome: 'refused' });
    expect(await attempt(actor, draftId)).toEqual({ key: 'fileType', params: { types: 'PDF, JPG, PNG' } });
    await addUpload(actor, { ...place, file: { name: 'a.pdf', bytes: new Uint8Array() } });
    expect(await attempt(actor, draftId)).toMatchObject({ key: 'fileEmpty' });
    await addUpload(actor, { ...place, file: { name: 'a.pdf', tooLarge: true } });
    expect(await attempt(actor, draftId)).toMatchObject({ key: 'fileTooLarge' });
    expect(await db().upload.count({ where: { draftId } })).toBe(0);
    // Pages without a file field take none.
    await expect(addUpload(actor, { draftId, pageId: 'about', file: { name: 'a.pdf', bytes: pdfBytes } })).rejects.toThrow('notFound');
  });

  it('gets a harmless name, replaces the one before and is read by its owner only', async () => {
    const { actor, draftId, place } = await ready('jamshid');
    await addUpload(actor, { ...place, file: { name: '../../etc/<b>пасс\u202eworf.exe', bytes: pdfBytes } });
    await addUpload(actor, { ...place, file: { name: 'ikkinchi.PDF', bytes: pdfBytes } });
    const { uploads, draft } = await openDraft(actor, { draftId });
    const [id] = draft.answers['power-of-attorney'] ?? [];
    expect(uploads.map((upload) => upload.name)).toEqual(['bпассworf.pdf', 'ikkinchi.pdf']);
    const file = await downloadUpload(actor, { id: id ?? '' });
    expect(file).toMatchObject({ name: 'ikkinchi.pdf', mediaType: 'application/pdf' });
    for (const login of ['rustam', 'iiv-officer', 'admin']) await expect(downloadUpload(await demoActor(login), { id: id ?? '' })).rejects.toThrow('uploadMissing');
    await removeUpload(actor, { ...place, uploadId: id ?? '' });
    expect((await openDraft(actor, { draftId })).draft.answers['power-of-attorney']).toEqual([]);
  });
});
