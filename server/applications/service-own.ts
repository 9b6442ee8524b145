/** What applicants see of their own applications. */
import { type Actor } from '../platform/auth/actor.ts';
import { audit } from '../platform/audit/index.ts';
import { workingDaysBetween } from '../platform/calendar/index.ts';
import { loadCalendar } from '../platform/calendar/repository.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { transaction } from '../platform/db/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { listDocuments, type DocumentCard } from '../documents/service.ts';
import { readReference } from '../documents/identifiers.ts';
import { describeAnswers, findForm, type AnswerSection } from '../forms/service.ts';
import { failure } from './errors.ts';
import { mayReadOwn } from './policy.ts';
import * as repository from './repository.ts';
import * as events from './repository-events.ts';
import { uploadsOf } from './repository-uploads.ts';
import { isOpen, messageSchema, type ApplicationCursor, type StateFilter } from './schema.ts';
import { signedIn } from './service-drafts.ts';

export type ApplicationPage = { items: repository.ApplicationCard[]; next: ApplicationCursor | null };

/** The person's applications, newest first. */
export async function listApplications(actor: Actor, input: { filter: StateFilter; after?: ApplicationCursor | null; limit?: number }): Promise<ApplicationPage> {
  const limit = input.limit ?? 20;
  const rows = await repository.pageOf(signedIn(actor).userId, input.filter, limit + 1, input.after ?? null);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? { submittedAt: last.submittedAt, id: last.id } : null };
}

export type OwnApplication = {
  application: repository.Application;
  sections: AnswerSection[];
  events: events.ApplicationEvent[];
  messages: events.Message[];
  documents: DocumentCard[];
  /** Working days left for the decision; negative when it is late; null when there is no term or it stands still. */
  workingDaysLeft: number | null;
};

/** One of the person's applications by its reference, with everything that belongs to it. Its messages are read by that. */
export async function readOwnApplication(actor: Actor, input: { reference: string }): Promise<OwnApplication> {
  const application = await own(actor, input.reference);
  const form = await findForm(application.formId);
  if (!form) throw failure('notFound');
  const [uploads, history, messages, documents] = await Promise.all([
    uploadsOf({ applicationId: application.id }),
    events.eventsOf(application.id),
    events.messagesOf(application.id),
    listDocuments(actor, { applicationId: application.id }),
  ]);
  const sections = await describeAnswers({ definition: form.definition, answers: application.answers, prefill: application.prefill, uploads }, actor.locale);
  if (messages.some((message) => message.fromStaff && message.readAt === null)) await events.markMessagesRead(application.id, true);
  return { application, sections, events: history, messages, documents, workingDaysLeft: await daysLeft(application) };
}

async function daysLeft({ dueOn, state }: repository.Application): Promise<number | null> {
  if (dueOn === null || !isOpen(state) || state === 'correction_requested') return null;
  return workingDaysBetween(civilDay(now()), dueOn, await loadCalendar());
}

/** What the confirmation page shows; it can be bookmarked. */
export async function readConfirmation(actor: Actor, input: { reference: string }): Promise<{ application: repository.Application; receiptId: string | null }> {
  const application = await own(actor, input.reference);
  const documents = await listDocuments(actor, { applicationId: application.id });
  return { application, receiptId: documents.find((document) => document.kind === 'receipt')?.id ?? null };
}

async function own(actor: Actor, typed: string): Promise<repository.Application> {
  const person = signedIn(actor);
  const reference = readReference(typed);
  const application = reference === null ? null : await repository.find({ reference });
  if (!application) throw failure('notFound');
  authorise(mayReadOwn(person, application), failure('notFound'));
  return application;
}

/** A message of the applicant to the officer. */
export async function sendOwnMessage(actor: Actor, input: { reference: string; body: string }): Promise<void> {
  const person = signedIn(actor);
  const application = await own(person, input.reference);
  const body = messageSchema.safeParse(input.body);
  if (!body.success) throw failure('messageInvalid');
  if (!isOpen(application.state)) throw failure('wrongState');
  await transaction(async (tx) => {
    const id = await events.addMessage(tx, { applicationId: application.id, fromStaff: false, authorId: person.userId, authorName: application.applicantName, body: body.data });
    await audit(tx, person, { action: 'applications.message', subjectType: 'application', subjectId: application.id, agencyId: application.agencyId, detail: { messageId: id } });
  });
}

export function countUnreadMessages(actor: Actor): Promise<number> {
  return events.countUnreadMessages(signedIn(actor).userId);
}
