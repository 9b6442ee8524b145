/** Files given with a draft. Downloading them is in `service.ts`. */
import type { Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { transaction } from '../platform/db/index.ts';
import { sha256, storeObject } from '../platform/storage/index.ts';
import { findPage } from '../forms/engine.ts';
import type { Answers, FieldOf, Page } from '../forms/schema.ts';
import { failure } from './errors.ts';
import { cleanName, mediaTypes, sniff } from './file-kinds.ts';
import * as drafts from './repository-drafts.ts';
import * as uploads from './repository-uploads.ts';
import { openDraft, signedIn, type OpenDraft } from './service-drafts.ts';
import { mayAnswer } from './service-filling.ts';

/** A file as it came: `tooLarge` when its end was not even read. */
export type IncomingFile = { name: string; bytes: Uint8Array } | { name: string; tooLarge: true };

type Place = { draftId: string; pageId: string };

function fileField(opened: OpenDraft, pageId: string): { page: Page; field: FieldOf<'file'> } {
  const page = findPage(opened.form.definition, pageId);
  const field = page?.fields[0];
  if (!page || field?.kind !== 'file') throw failure('notFound');
  if (!mayAnswer(opened, pageId)) throw failure('pageClosed');
  return { page, field };
}

const listed = (answers: Answers, fieldId: string): string[] => {
  const answer = Object.hasOwn(answers, fieldId) ? answers[fieldId] : undefined;
  return Array.isArray(answer) ? answer : [];
};

const attempts = 5;

/** Adds a file to a page of a draft, or keeps with the draft why it was refused. Where one file is asked for, it replaces the one before. */
export async function addUpload(actor: Actor, input: Place & { file: IncomingFile }): Promise<{ outcome: 'saved' | 'refused' }> {
  const person = signedIn(actor);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const opened = await openDraft(person, input);
    const { page, field } = fileField(opened, input.pageId);
    const { draft } = opened;
    const before = listed(draft.answers, field.id);
    const problem = problemOf(input.file, field, before.length);
    if (problem || !('bytes' in input.file)) {
      await drafts.setAttempt(draft.id, { pageId: page.id, entered: {}, upload: problem ?? { key: 'attach', params: {} } }, now());
      return { outcome: 'refused' };
    }
    const { bytes, name } = input.file;
    const type = sniff(bytes) ?? 'pdf';
    const storageKey = await storeObject(bytes);
    const saved = await transaction(async (tx) => {
      const id = await uploads.insertUpload(tx, {
        userId: person.userId, draftId: draft.id, fieldId: field.id, name: cleanName(name, type), mediaType: mediaTypes[type], size: bytes.length, sha256: sha256(bytes), storageKey,
      });
      const answers = { ...draft.answers, [field.id]: field.maxCount === 1 ? [id] : [...before, id] };
      const kept = await drafts.saveDraft(tx, draft.id, draft.revision, { answers, pageId: page.id, updatedAt: now() });
      if (!kept) await uploads.deleteDraftUpload(tx, draft.id, id);
      return kept;
    });
    if (saved) return { outcome: 'saved' };
  }
  throw failure('busy');
}

function problemOf(file: IncomingFile, field: FieldOf<'file'>, count: number): { key: string; params: Record<string, string | number> } | null {
  if (!('bytes' in file) || file.bytes.length > field.maxMegabytes * 1_048_576) return { key: 'fileTooLarge', params: { megabytes: field.maxMegabytes } };
  if (file.bytes.length === 0) return { key: 'fileEmpty', params: {} };
  const type = sniff(file.bytes);
  if (type === null || !field.types.includes(type)) return { key: 'fileType', params: { types: field.types.join(', ').toUpperCase() } };
  return field.maxCount > 1 && count >= field.maxCount ? { key: 'tooManyFiles', params: { max: field.maxCount } } : null;
}

/** Takes a file off a draft. One that was sent before stays with the application and leaves the answer only. */
export async function removeUpload(actor: Actor, input: Place & { uploadId: string }): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const opened = await openDraft(actor, input);
    const { page, field } = fileField(opened, input.pageId);
    const { draft } = opened;
    const before = listed(draft.answers, field.id);
    if (!before.includes(input.uploadId)) return;
    const saved = await transaction(async (tx) => {
      const answers = { ...draft.answers, [field.id]: before.filter((id) => id !== input.uploadId) };
      if (!(await drafts.saveDraft(tx, draft.id, draft.revision, { answers, pageId: page.id, updatedAt: now() }))) return false;
      await uploads.deleteDraftUpload(tx, draft.id, input.uploadId);
      return true;
    });
    if (saved) return;
  }
  throw failure('busy');
}
