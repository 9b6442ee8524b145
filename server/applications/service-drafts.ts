/** Starting, finding and giving up drafts. Filling in their pages is in `service-filling.ts`. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isPerson, type Actor, type Person } from '../platform/auth/actor.ts';
import { audit } from '../platform/audit/index.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { isUniqueViolation, transaction } from '../platform/db/index.ts';
import { authorise, Failure } from '../platform/errors/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { textIn } from '../platform/i18n/text.ts';
import { findService } from '../catalogue/service.ts';
import { withSkipped, type StateContext } from '../forms/engine.ts';
import { findActiveForm, findForm, type Form } from '../forms/service.ts';
import { listTerritories } from '../registers/service.ts';
import { failure } from './errors.ts';
import { mayReadOwn, mayUseDraft } from './policy.ts';
import { readPrefill } from './prefill.ts';
import * as applications from './repository.ts';
import * as drafts from './repository-drafts.ts';
import { eventsOf } from './repository-events.ts';
import { deleteUploadsOf, uploadsOf, type Upload } from './repository-uploads.ts';

const day = 86_400_000;
/** A draft untouched for this long is given up. */
export const draftLifeDays = 90;
const maxDrafts = 30;

const livingSince = () => new Date(now().getTime() - draftLifeDays * day);

export function signedIn(actor: Actor): Person {
  if (!isPerson(actor)) throw new Failure('common.errors.unauthenticated', 'unauthenticated');
  return actor;
}

/** Starts a draft of the service's form, with the applicant's register data. Returns its id. */
export async function startDraft(actor: Actor, input: { serviceId: string }): Promise<string> {
  const person = signedIn(actor);
  const [service, form] = await Promise.all([findService(input.serviceId), findActiveForm(input.serviceId)]);
  if (!service || !form) throw failure('notOnline');
  if ((await drafts.countDrafts(person.userId, livingSince())) >= maxDrafts) throw failure('tooManyDrafts', { max: maxDrafts });
  const id = randomUUID();
  const prefill = await readPrefill(person, form.definition, { purpose: textIn(service.passport.title, person.locale), ground: `draft:${id}` });
  await transaction(async (tx) => {
    await drafts.insertDraft(tx, { id, userId: person.userId, serviceId: service.id, formId: form.id, answers: {}, prefill, correctsId: null, createdAt: now() });
    await audit(tx, person, { action: 'applications.start', subjectType: 'draft', subjectId: id, agencyId: service.agencyId, detail: { serviceId: service.id } });
  });
  return id;
}

/** Opens the pages an officer asked to correct, as a draft of the application's answers. Returns its id. */
export async function startCorrection(actor: Actor, input: { reference: string }): Promise<{ draftId: string; serviceId: string }> {
  const person = signedIn(actor);
  const application = await applications.find({ reference: input.reference });
  if (!application) throw failure('notFound');
  authorise(mayReadOwn(person, application), failure('notFound'));
  if (application.state !== 'correction_requested') throw failure('wrongState');
  const serviceId = application.service.id;
  const existing = await drafts.draftCorrecting(application.id);
  if (existing) return { draftId: existing.id, serviceId };
  const form = await findForm(application.formId);
  if (!form) throw failure('notFound');
  const answers = withSkipped(form.definition, application.answers);
  const id = randomUUID();
  try {
    await transaction((tx) =>
      drafts.insertDraft(tx, { id, userId: person.userId, serviceId, formId: application.formId, answers, prefill: application.prefill, correctsId: application.id, createdAt: now() }),
    );
    return { draftId: id, serviceId };
  } catch (error) {
    // Pressed twice: the other one has opened it.
    const opened = isUniqueViolation(error) ? await drafts.draftCorrecting(application.id) : null;
    if (opened) return { draftId: opened.id, serviceId };
    throw error;
  }
}

export type OpenDraft = {
  draft: drafts.Draft;
  form: Form;
  /** Pages that may be changed; null when all may. */
  open: readonly string[] | null;
  /** What the officer asked for, when the draft corrects an application. */
  correction: { reference: string; note: string } | null;
  uploads: Upload[];
  context: StateContext;
};

/** A draft of the actor with all that its pages need. */
export async function openDraft(actor: Actor, input: { draftId: string }): Promise<OpenDraft> {
  const person = signedIn(actor);
  if (!z.uuid().safeParse(input.draftId).success) throw failure('notFound');
  const draft = await drafts.findDraft(input.draftId);
  if (!draft) {
    const sent = await applications.find({ draftId: input.draftId });
    if (sent && mayReadOwn(person, sent).allow) throw failure('alreadySubmitted', { reference: sent.reference });
    throw failure('notFound');
  }
  authorise(mayUseDraft(person, draft), failure('notFound'));
  if (draft.correctsId === null && draft.updatedAt < livingSince()) throw failure('draftExpired', { days: draftLifeDays });
  const form = await findForm(draft.formId);
  if (!form) throw failure('notFound');
  const [own, sentBefore, territories, correction] = await Promise.all([
    uploadsOf({ draftId: draft.id }),
    draft.correctsId === null ? [] : uploadsOf({ applicationId: draft.correctsId }),
    listTerritories(),
    draft.correctsId === null ? null : correctionOf(draft.correctsId),
  ]);
  const context: StateContext = { prefill: draft.prefill, today: civilDay(now()), territories: new Set(territories.map((territory) => territory.code)) };
  return { draft, form, open: correction?.pageIds ?? null, correction: correction && { reference: correction.reference, note: correction.note }, uploads: [...sentBefore, ...own], context };
}

async function correctionOf(applicationId: string): Promise<{ reference: string; note: string; pageIds: string[] }> {
  const application = await applications.find({ id: applicationId });
  if (application?.state !== 'correction_requested') throw failure('wrongState');
  const request = (await eventsOf(applicationId)).findLast((event) => event.kind === 'correction_requested');
  const detail = z.object({ note: z.string(), pageIds: z.array(z.string()) }).parse(request?.detail);
  return { reference: application.reference, ...detail };
}

export function listDrafts(actor: Actor, input: { serviceId?: string } = {}): Promise<drafts.DraftCard[]> {
  return drafts.draftsOf(signedIn(actor).userId, livingSince(), input);
}

/** Gives up a draft with its files. */
export async function deleteDraft(actor: Actor, input: { draftId: string }): Promise<void> {
  const { draft } = await openDraft(actor, input);
  await transaction(async (tx) => {
    await removeDraft(tx, draft.id);
    await audit(tx, actor, { action: 'applications.delete-draft', subjectType: 'draft', subjectId: draft.id, detail: { serviceId: draft.serviceId } });
  });
}

/** Removes a draft; its files leave the object store an hour later, if nothing refers to them then. */
export async function removeDraft(tx: Parameters<typeof drafts.deleteDraft>[0], draftId: string): Promise<void> {
  const keys = await deleteUploadsOf(tx, draftId);
  await drafts.deleteDraft(tx, draftId);
  if (keys.length > 0) await addJob(tx, 'applications.forget-files', { keys }, { runAt: new Date(now().getTime() + 3_600_000) });
}
