/**
 * What the agency's side does to an application: called by the cases domain, most of it in the cases
 * domain's transaction. Filling in and sending is in `service-drafts.ts` and `service-submission.ts`;
 * reading one's own applications in `service-own.ts`.
 */
import { z } from 'zod';
import { isPerson, type Actor, type Person } from '../platform/auth/actor.ts';
import { audit } from '../platform/audit/index.ts';
import { now } from '../platform/clock/index.ts';
import { transaction, type Db } from '../platform/db/index.ts';
import { authorise, Failure } from '../platform/errors/index.ts';
import { readObject } from '../platform/storage/index.ts';
import { textIn } from '../platform/i18n/text.ts';
import { describeAnswers, findForm, type AnswerSection } from '../forms/service.ts';
import { visiblePages } from '../forms/engine.ts';
import type { Page } from '../forms/schema.ts';
import { notify } from '../notifications/service.ts';
import type { NotificationKind } from '../notifications/schema.ts';
import { failure } from './errors.ts';
import { mayHandle, staffRole } from './policy.ts';
import * as repository from './repository.ts';
import * as events from './repository-events.ts';
import * as uploads from './repository-uploads.ts';
import { correctionSchema, decisionSchema, messageSchema, type CorrectionInput, type DecisionInput } from './schema.ts';

export type { Application } from './repository.ts';

type Handled = { applicationId: string };

/** The application, for case staff of its agency; anybody else learns that it does not exist. */
async function handled(tx: Db | undefined, actor: Actor, applicationId: string): Promise<{ application: repository.Application; officer: Person }> {
  const application = z.uuid().safeParse(applicationId).success ? await repository.find({ id: applicationId }, tx) : null;
  if (!application || !isPerson(actor)) throw failure('notFound');
  authorise(mayHandle(actor, application), failure('notFound'));
  return { application, officer: actor };
}

async function tell(tx: Db, application: repository.Application, kind: NotificationKind): Promise<void> {
  await notify(tx, {
    userId: application.userId,
    kind,
    params: { reference: application.reference, service: application.service.title },
    link: `/cabinet/applications/${application.reference}`,
  });
}

/** An officer has begun: the applicant sees "in progress". Does nothing when it is in progress already. */
export async function startReview(tx: Db, actor: Actor, input: Handled): Promise<void> {
  const { application } = await handled(tx, actor, input.applicationId);
  if (application.state === 'in_progress') return;
  if (!(await repository.changeState(tx, application.id, ['submitted'], { state: 'in_progress' }))) throw failure('wrongState');
  await events.addEvent(tx, application.id, { kind: 'in_progress', by: actor.name });
  await tell(tx, application, 'in_progress');
}

/**
 * Records the agency's decision: state, the applicant's timeline and notification. The cases domain calls
 * it in the transaction of the decision together with `issueResult` of the documents domain, and writes
 * the audit entry. Throws `wrongState` when it was decided or withdrawn meanwhile.
 */
export async function recordDecision(tx: Db, actor: Actor, input: Handled & DecisionInput): Promise<void> {
  const { applicationId, ...rest } = input;
  const { outcome, reason } = decisionSchema.parse(rest);
  if (outcome === 'refused' && reason === null) throw failure('reasonMissing');
  const { application } = await handled(tx, actor, applicationId);
  const moved = await repository.changeState(tx, application.id, ['submitted', 'in_progress', 'correction_requested'], { state: outcome, decidedAt: now() });
  if (!moved) throw failure('wrongState');
  await events.addEvent(tx, application.id, { kind: outcome, by: actor.name, detail: { reason } });
  await tell(tx, application, outcome);
}

/**
 * Asks the applicant to change some pages: state, timeline with the note, notification. The cases domain
 * stops its clock in the same transaction and writes the audit entry; `resumeCase` of the cases domain is
 * called when the applicant has answered.
 */
export async function requestCorrection(tx: Db, actor: Actor, input: Handled & CorrectionInput): Promise<void> {
  const { applicationId, ...rest } = input;
  const { pageIds, note } = correctionSchema.parse(rest);
  const { application } = await handled(tx, actor, applicationId);
  const known = new Set((await correctablePages(application)).map((page) => page.id));
  if (pageIds.some((id) => !known.has(id))) throw failure('pageClosed');
  if (!(await repository.changeState(tx, application.id, ['submitted', 'in_progress'], { state: 'correction_requested' }))) throw failure('wrongState');
  await events.addEvent(tx, application.id, { kind: 'correction_requested', by: actor.name, detail: { note, pageIds: [...new Set(pageIds)] } });
  await tell(tx, application, 'correction_requested');
}

async function correctablePages(application: repository.Application): Promise<Page[]> {
  const form = await findForm(application.formId);
  return form ? visiblePages(form.definition, application.answers) : [];
}

export type ApplicationForCase = {
  id: string;
  reference: string;
  state: repository.Application['state'];
  agencyId: string;
  service: { id: string; title: string };
  applicant: { userId: string; name: string; pinfl: string | null };
  submittedAt: Date;
  dueOn: string | null;
  /** Questions and answers in the officer's language. */
  sections: AnswerSection[];
  /** When register data was read for the form; null when none was. */
  prefilledAt: string | null;
  uploads: uploads.Upload[];
  events: events.ApplicationEvent[];
  messages: events.Message[];
  /** Pages that may be sent back for correction. */
  pages: { id: string; title: string }[];
};

/**
 * Everything an officer needs to decide, in the officer's language. Leaves an audit entry: it is personal
 * data. Files are read with `downloadUpload` at `/api/uploads/<id>`.
 */
export async function readForCase(actor: Actor, applicationId: string): Promise<ApplicationForCase> {
  const { application, officer } = await handled(undefined, actor, applicationId);
  const form = await findForm(application.formId);
  if (!form) throw failure('notFound');
  const [files, history, messages] = await Promise.all([uploads.uploadsOf({ applicationId }), events.eventsOf(applicationId), events.messagesOf(applicationId)]);
  const sections = await describeAnswers({ definition: form.definition, answers: application.answers, prefill: application.prefill, uploads: files }, officer.locale);
  await transaction((tx) => audit(tx, officer, { action: 'applications.read', subjectType: 'application', subjectId: application.id, agencyId: application.agencyId, as: staffRole(officer, application.agencyId) }));
  await events.markMessagesRead(applicationId, false);
  return {
    id: application.id,
    reference: application.reference,
    state: application.state,
    agencyId: application.agencyId,
    service: { id: application.service.id, title: textIn(application.service.title, officer.locale) },
    applicant: { userId: application.userId, name: application.applicantName, pinfl: application.applicantPinfl },
    submittedAt: application.submittedAt,
    dueOn: application.dueOn,
    sections,
    prefilledAt: application.prefill.readAt ?? null,
    uploads: files,
    events: history,
    messages,
    pages: (await correctablePages(application)).map((page) => ({ id: page.id, title: pageTitle(page, officer.locale) })),
  };
}

function pageTitle(page: Page, locale: Actor['locale']): string {
  const title = page.title ?? page.fields[0]?.label;
  return title ? textIn(title, locale) : page.id;
}

/** A message of case staff to the applicant. */
export async function sendMessage(actor: Actor, input: Handled & { body: string }): Promise<void> {
  const body = messageSchema.safeParse(input.body);
  if (!body.success) throw failure('messageInvalid');
  const { application, officer } = await handled(undefined, actor, input.applicationId);
  await transaction(async (tx) => {
    const id = await events.addMessage(tx, { applicationId: application.id, fromStaff: true, authorId: officer.userId, authorName: officer.name, body: body.data });
    await tell(tx, application, 'message');
    await audit(tx, officer, { action: 'applications.message', subjectType: 'application', subjectId: application.id, agencyId: application.agencyId, as: staffRole(officer, application.agencyId), detail: { messageId: id } });
  });
}

/** The bytes of a file: for the applicant and for case staff of the agency it was sent to. */
export async function downloadUpload(actor: Actor, input: { id: string }): Promise<{ bytes: Buffer; name: string; mediaType: string }> {
  if (!isPerson(actor)) throw new Failure('common.errors.unauthenticated', 'unauthenticated');
  const upload = z.uuid().safeParse(input.id).success ? await uploads.findUpload(input.id) : null;
  if (!upload) throw failure('uploadMissing');
  if (upload.userId !== actor.userId) {
    const application = upload.applicationId === null ? null : await repository.find({ id: upload.applicationId });
    if (!application || !mayHandle(actor, application).allow) throw failure('uploadMissing');
    await transaction((tx) => audit(tx, actor, { action: 'applications.read-upload', subjectType: 'upload', subjectId: upload.id, agencyId: application.agencyId, as: staffRole(actor, application.agencyId) }));
  }
  return { bytes: await readObject(upload.storageKey), name: upload.name, mediaType: upload.mediaType };
}
