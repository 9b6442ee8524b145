/** Sending: a new application, a correction, a withdrawal. Each is one transaction. */
import { isPerson, type Actor, type Person } from '../platform/auth/actor.ts';
import { audit } from '../platform/audit/index.ts';
import { addWorkingDays } from '../platform/calendar/index.ts';
import { loadCalendar } from '../platform/calendar/repository.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { isUniqueViolation, transaction, type Db } from '../platform/db/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { findService, type PublishedService } from '../catalogue/service.ts';
import { closeWithdrawnCase, openCase, resumeCase } from '../cases/service.ts';
import { newReference } from '../documents/identifiers.ts';
import { issueReceipt } from '../documents/service.ts';
import { fieldsOf, incompletePages } from '../forms/engine.ts';
import type { Answers, FormDefinition } from '../forms/schema.ts';
import type { NotificationKind } from '../notifications/schema.ts';
import { notify } from '../notifications/service.ts';
import { answersToSend } from './draft-state.ts';
import { failure } from './errors.ts';
import { mayReadOwn, mayUseDraft, mayWithdraw } from './policy.ts';
import * as repository from './repository.ts';
import * as drafts from './repository-drafts.ts';
import * as events from './repository-events.ts';
import { attachUploads } from './repository-uploads.ts';
import { openDraft, removeDraft, signedIn, type OpenDraft } from './service-drafts.ts';

type Sending = { draftId: string; declared: boolean };

function tell(tx: Db, to: { userId: string; reference: string; service: { title: repository.ServiceCard['title'] } }, kind: NotificationKind): Promise<void> {
  return notify(tx, { userId: to.userId, kind, params: { reference: to.reference, service: to.service.title }, link: `/cabinet/applications/${to.reference}` });
}

function uploadIds(form: FormDefinition, answers: Answers): string[] {
  return fieldsOf(form).flatMap((field) => {
    const answer = field.kind === 'file' ? answers[field.id] : undefined;
    return Array.isArray(answer) ? answer : [];
  });
}

/**
 * Sends a draft as an application and returns its reference. Sent twice, at once or later, it stays one
 * application: the second finds the first. The application, its timeline, its case, receipt, letter and
 * audit entry are one transaction.
 */
export async function submitDraft(actor: Actor, input: Sending): Promise<{ reference: string }> {
  const person = signedIn(actor);
  const before = await repository.find({ draftId: input.draftId });
  if (before && mayReadOwn(person, before).allow) return { reference: before.reference };
  const opened = await openDraft(person, input);
  if (!input.declared) throw failure('declarationMissing');
  const service = await findService(opened.draft.serviceId);
  if (!service) throw failure('notOnline');
  const calendar = await loadCalendar();
  const at = now();
  const { workingDays } = service.passport;
  const dueOn = workingDays === null ? null : addWorkingDays(civilDay(at), workingDays, calendar);
  const reference = newReference();
  try {
    return await transaction((tx) => submit(tx, person, { opened, service, reference, at, dueOn }));
  } catch (error) {
    // The other of two at once was first; its application is there now.
    const sent = isUniqueViolation(error) ? await repository.find({ draftId: input.draftId }) : null;
    if (sent) return { reference: sent.reference };
    throw error;
  }
}

type Submission = { opened: OpenDraft; service: PublishedService; reference: string; at: Date; dueOn: string | null };

async function submit(tx: Db, person: Person, { opened, service, reference, at, dueOn }: Submission): Promise<{ reference: string }> {
  const { form, context } = opened;
  const draft = await drafts.lockDraft(tx, opened.draft.id);
  if (!draft) {
    const sent = await repository.find({ draftId: opened.draft.id }, tx);
    if (sent) return { reference: sent.reference };
    throw failure('notFound');
  }
  authorise(mayUseDraft(person, draft), failure('notFound'));
  if (draft.correctsId !== null) throw failure('wrongState');
  if (incompletePages(form.definition, draft.answers, context).length > 0) throw failure('incomplete');
  const answers = answersToSend(form.definition, draft.answers);
  const applicantName = draft.prefill.individuals?.['fullName'] ?? person.name;
  const id = await repository.insert(tx, {
    reference, draftId: draft.id, userId: person.userId, applicantPinfl: person.pinfl, applicantName, serviceId: service.id, serviceVersionId: service.versionId,
    formId: form.id, answers, prefill: draft.prefill, locale: person.locale, submittedAt: at, dueOn,
  });
  await attachUploads(tx, draft.id, id, uploadIds(form.definition, answers));
  await removeDraft(tx, draft.id);
  await events.addEvent(tx, id, { kind: 'submitted', by: applicantName });
  await openCase(tx, { applicationId: id, agencyId: service.agencyId, dueOn, openedAt: at });
  await issueReceipt(tx, {
    applicationId: id,
    locale: person.locale,
    facts: {
      reference, applicantName, applicantPinfl: person.pinfl, service: service.passport.title, agency: service.agency.name, dueOn, submittedAt: at.toISOString(), reason: null, officerName: null,
    },
  });
  await tell(tx, { userId: person.userId, reference, service: { title: service.passport.title } }, 'submitted');
  await audit(tx, person, { action: 'applications.submit', subjectType: 'application', subjectId: id, agencyId: service.agencyId, detail: { reference, serviceId: service.id, formVersion: form.version } });
  return { reference };
}

/** Sends what an officer asked to correct: the application's answers change and the agency's clock runs again. */
export async function resubmitCorrection(actor: Actor, input: Sending): Promise<{ reference: string }> {
  const person = signedIn(actor);
  const opened = await openDraft(person, input);
  const { form, context, correction } = opened;
  if (!input.declared) throw failure('declarationMissing');
  const { correctsId } = opened.draft;
  if (correctsId === null || !correction) throw failure('wrongState');
  const calendar = await loadCalendar();
  const at = now();
  return transaction(async (tx) => {
    const draft = await drafts.lockDraft(tx, opened.draft.id);
    // Pressed twice: the other one has sent it.
    if (!draft) return { reference: correction.reference };
    if (incompletePages(form.definition, draft.answers, context).length > 0) throw failure('incomplete');
    const answers = answersToSend(form.definition, draft.answers);
    const { dueOn } = await resumeCase(tx, { applicationId: correctsId, at, calendar });
    if (!(await repository.changeState(tx, correctsId, ['correction_requested'], { state: 'in_progress', answers, dueOn }))) throw failure('wrongState');
    const application = await repository.find({ id: correctsId }, tx);
    if (!application) throw failure('notFound');
    await attachUploads(tx, draft.id, correctsId, uploadIds(form.definition, answers));
    await removeDraft(tx, draft.id);
    await events.addEvent(tx, correctsId, { kind: 'corrected', by: application.applicantName });
    await tell(tx, application, 'corrected');
    await audit(tx, person, { action: 'applications.correct', subjectType: 'application', subjectId: correctsId, agencyId: application.agencyId, detail: { reference: application.reference } });
    return { reference: application.reference };
  });
}

/** Takes an undecided application back. */
export async function withdraw(actor: Actor, input: { reference: string }): Promise<void> {
  const application = await repository.find({ reference: input.reference });
  if (!application || !isPerson(actor)) throw failure('notFound');
  authorise(mayReadOwn(actor, application), failure('notFound'));
  if (application.state === 'withdrawn') return;
  authorise(mayWithdraw(actor, application), failure('wrongState'));
  const at = now();
  await transaction(async (tx) => {
    if (!(await repository.changeState(tx, application.id, ['submitted', 'in_progress', 'correction_requested'], { state: 'withdrawn', decidedAt: at }))) throw failure('wrongState');
    await closeWithdrawnCase(tx, { applicationId: application.id, at });
    const correction = await drafts.draftCorrecting(application.id, tx);
    if (correction) await removeDraft(tx, correction.id);
    await events.addEvent(tx, application.id, { kind: 'withdrawn', by: application.applicantName });
    await tell(tx, application, 'withdrawn');
    await audit(tx, actor, { action: 'applications.withdraw', subjectType: 'application', subjectId: application.id, agencyId: application.agencyId, detail: { reference: application.reference } });
  });
}
