/** How a version comes to the portal: written, reviewed by somebody else, published now or at its time; and how a service leaves it. */
import type { z } from 'zod';
import { audit } from '../platform/audit/index.ts';
import { agenciesOf, systemActor, type Actor, type Person, type StaffRole } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { isUniqueViolation, transaction, type Db } from '../platform/db/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { tellPages } from '../platform/pages/changes.ts';
import { failure } from './errors.ts';
import { mayApproveLater, mayEditService, mayMove, mayWithdraw, type MoveDecision } from './policy.ts';
import * as versions from './repository-versions.ts';
import type { Owned, Version } from './repository-versions.ts';
import * as repository from './repository-workflow.ts';
import { approveLaterSchema, approveSchema, emergencySchema, restoreSchema, returnSchema, reviewBySchema, revisionSchema, scheduleSchema, serviceReasonSchema, submitSchema, withdrawSchema, type Move } from './schema-workflow.ts';

export type { ServiceEvent, Waiting } from './repository-workflow.ts';

async function owned(serviceId: string, tx?: Db): Promise<Owned> {
  const service = await versions.serviceOwner(serviceId, tx);
  if (!service) throw failure('notFound');
  return service;
}

function refuse(decision: MoveDecision): StaffRole {
  if (decision.allow) return decision.as;
  throw failure(decision.refusal === 'role' ? 'forbidden' : decision.refusal === 'own' ? 'ownWork' : 'moved');
}

type Done = { comment?: string | null; detail?: Record<string, string | number> };

/** One move of the open version: decided, done, told in the history and audited, or nothing of it. */
async function move(actor: Actor, { serviceId, revision }: { serviceId: string; revision: number }, kind: Move, work: (tx: Db, version: Version) => Promise<boolean>, { comment = null, detail = {} }: Done = {}): Promise<Version> {
  const service = await owned(serviceId);
  return transaction(async (tx) => {
    const version = await versions.lockOpenVersion(tx, serviceId);
    if (!version) throw failure('moved');
    const as = refuse(mayMove(actor, service, version, kind));
    if (version.revision !== revision || !(await work(tx, version))) throw failure('changed');
    await repository.dropLock(tx, serviceId);
    await repository.insertEvent(tx, { serviceId, number: version.number, kind, comment, actorId: actor.userId, actorName: actor.name });
    await audit(tx, actor, { action: `catalogue.${kind}`, subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, as, ...(comment !== null && { reason: comment }), detail: { version: version.number, ...detail } });
    return version;
  });
}

/** Brings what citizens see in line, in the same transaction: the search index, and every web process. */
async function tellPortal(tx: Db, serviceId: string): Promise<void> {
  await addJob(tx, 'catalogue.index', { serviceId }, { key: `catalogue.index:${serviceId}` });
  await tellPages(tx);
}

/** The author says that it is done, and what has changed. */
export async function submitDraft(actor: Person, input: z.input<typeof submitSchema>): Promise<void> {
  const { changeNote, ...where } = submitSchema.parse(input);
  await move(actor, where, 'submit', (tx, version) => versions.moveVersion(tx, version, { state: 'in_review', changeNote }), { comment: changeNote });
}

/** The author takes it back to go on writing. */
export async function recallDraft(actor: Person, input: z.input<typeof revisionSchema>): Promise<void> {
  await move(actor, revisionSchema.parse(input), 'recall', (tx, version) => versions.moveVersion(tx, version, { state: 'draft', reviewedById: null, reviewedByName: null, reviewedAt: null }));
}

/** The reviewer says what has to be amended. */
export async function returnDraft(actor: Person, input: z.input<typeof returnSchema>): Promise<void> {
  const { comment, ...where } = returnSchema.parse(input);
  await move(actor, where, 'return', (tx, version) => versions.moveVersion(tx, version, { state: 'amends', reviewedById: null, reviewedByName: null, reviewedAt: null }), { comment });
}

export async function approveDraft(actor: Person, input: z.input<typeof approveSchema>): Promise<void> {
  const { comment, ...where } = approveSchema.parse(input);
  await move(actor, where, 'approve', (tx, version) => versions.moveVersion(tx, version, { state: 'ready', reviewedById: actor.userId, reviewedByName: actor.name, reviewedAt: now() }), { comment: comment === '' ? null : comment });
}

/** Publishes what was reviewed. */
export async function publishDraft(actor: Person, input: z.input<typeof revisionSchema>): Promise<{ number: number }> {
  const where = revisionSchema.parse(input);
  const { number } = await move(actor, where, 'publish', async (tx, version) => {
    await tellPortal(tx, where.serviceId);
    return versions.publishVersion(tx, where.serviceId, version, { publishedById: actor.userId, publishedByName: actor.name, emergency: false });
  });
  return { number };
}

/** Publishes at once what nobody has reviewed, for a stated reason; it stays marked until somebody else approves it. */
export async function publishInEmergency(actor: Person, input: z.input<typeof emergencySchema>): Promise<{ number: number }> {
  const { changeNote, reason, ...where } = emergencySchema.parse(input);
  const { number } = await move(actor, where, 'emergency', async (tx, version) => {
    await tellPortal(tx, where.serviceId);
    return versions.publishVersion(tx, where.serviceId, version, { changeNote, publishedById: actor.userId, publishedByName: actor.name, emergency: true });
  }, { comment: reason });
  return { number };
}

/** Somebody else looks afterwards at what was published in an emergency. */
export async function approveLater(actor: Person, input: z.input<typeof approveLaterSchema>): Promise<void> {
  const { serviceId, number, comment } = approveLaterSchema.parse(input);
  const service = await owned(serviceId);
  await transaction(async (tx) => {
    const version = await versions.versionByNumber(serviceId, number, tx);
    if (!version) throw failure('notFound');
    const as = refuse(mayApproveLater(actor, service, version));
    if (!(await repository.markReviewed(tx, version.id, { id: actor.userId, name: actor.name }))) throw failure('moved');
    await repository.insertEvent(tx, { serviceId, number, kind: 'approve_later', comment: comment === '' ? null : comment, actorId: actor.userId, actorName: actor.name });
    await audit(tx, actor, { action: 'catalogue.approve-later', subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, as, detail: { version: number } });
  });
}

export async function scheduleDraft(actor: Person, input: z.input<typeof scheduleSchema>): Promise<void> {
  const { at, ...where } = scheduleSchema.parse(input);
  const time = new Date(at);
  if (time <= now()) throw failure('pastTime');
  await move(actor, where, 'schedule', async (tx, version) => {
    await addJob(tx, 'catalogue.publish-due', {}, { key: `catalogue.publish:${where.serviceId}`, runAt: time });
    return versions.moveVersion(tx, version, { state: 'scheduled', scheduledAt: time });
  }, { comment: time.toISOString() });
}

export async function unscheduleDraft(actor: Person, input: z.input<typeof revisionSchema>): Promise<void> {
  await move(actor, revisionSchema.parse(input), 'unschedule', (tx, version) => versions.moveVersion(tx, version, { state: 'ready', scheduledAt: null }));
}

/** Publishes everything whose time has come; run at each time, and every minute for what was missed. */
export async function publishDue(): Promise<number> {
  const due = await repository.dueVersions(100);
  let count = 0;
  for (const { serviceId } of due) {
    const actor = systemActor('Yagona');
    const service = await owned(serviceId);
    await transaction(async (tx) => {
      const version = await versions.lockOpenVersion(tx, serviceId);
      // Somebody may have taken it back, or another worker been quicker.
      if (version?.state !== 'scheduled' || version.scheduledAt === null || version.scheduledAt > now()) return;
      await versions.publishVersion(tx, serviceId, version, { publishedById: null, publishedByName: actor.name, emergency: false });
      await repository.insertEvent(tx, { serviceId, number: version.number, kind: 'publish', comment: null, actorId: null, actorName: actor.name });
      await audit(tx, actor, { action: 'catalogue.publish', subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, detail: { version: version.number, due: version.scheduledAt.toISOString() } });
      await tellPortal(tx, serviceId);
      count += 1;
    });
  }
  return count;
}

/** Begins a new version from an old one. */
export async function restoreVersion(actor: Person, input: z.input<typeof restoreSchema>): Promise<void> {
  const { serviceId, number } = restoreSchema.parse(input);
  const service = await owned(serviceId);
  authorise(mayEditService(actor, service), failure('forbidden'));
  try {
    await transaction(async (tx) => {
      const old = await versions.versionByNumber(serviceId, number, tx);
      if (!old) throw failure('notFound');
      if (await versions.openVersion(serviceId, tx)) throw failure('openVersion');
      const draft = await versions.createDraft(tx, serviceId, old.passport, { id: actor.userId, name: actor.name });
      await repository.insertEvent(tx, { serviceId, number: draft.number, kind: 'restore', comment: String(number), actorId: actor.userId, actorName: actor.name });
      await audit(tx, actor, { action: 'catalogue.restore', subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, as: 'agency_editor', detail: { version: draft.number, from: number } });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw failure('openVersion');
    throw error;
  }
}

/** Takes a service off the portal: lists and search know it no more, its page says what citizens need to know. */
export async function withdrawService(actor: Person, input: z.input<typeof withdrawSchema>): Promise<void> {
  const { serviceId, withdrawal } = withdrawSchema.parse(input);
  const service = await owned(serviceId);
  authorise(mayWithdraw(actor, service), failure('forbidden'));
  await transaction(async (tx) => {
    if (withdrawal.mode === 'redirect') {
      const successor = withdrawal.to === serviceId ? null : await versions.serviceOwner(withdrawal.to, tx);
      if (!successor || successor.withdrawnAt || !(await versions.publishedVersion(withdrawal.to, tx))) throw failure('noSuccessor');
    }
    await repository.setWithdrawal(tx, serviceId, withdrawal);
    await about(tx, actor, service, 'withdraw', withdrawal.reason.uz, { mode: withdrawal.mode });
    await tellPortal(tx, serviceId);
  });
}

async function about(tx: Db, actor: Person, service: Owned, kind: string, comment: string, detail: Record<string, string> = {}): Promise<void> {
  await repository.insertEvent(tx, { serviceId: service.id, number: null, kind, comment, actorId: actor.userId, actorName: actor.name });
  await audit(tx, actor, { action: `catalogue.${kind}`, subjectType: 'service', subjectId: service.id, agencyId: service.agencyId, as: 'agency_publisher', reason: comment, detail });
}

/** Brings a withdrawn service back, with the version that citizens saw last. */
export async function reinstateService(actor: Person, input: z.input<typeof serviceReasonSchema>): Promise<void> {
  const { serviceId, reason } = serviceReasonSchema.parse(input);
  const service = await owned(serviceId);
  authorise(mayWithdraw(actor, service), failure('forbidden'));
  if (!service.withdrawnAt) throw failure('moved');
  await transaction(async (tx) => {
    await repository.setWithdrawal(tx, serviceId, null);
    await about(tx, actor, service, 'reinstate', reason);
    await tellPortal(tx, serviceId);
  });
}

/** Puts a withdrawn service away. */
export async function archiveService(actor: Person, input: z.input<typeof serviceReasonSchema>): Promise<void> {
  const { serviceId, reason } = serviceReasonSchema.parse(input);
  const service = await owned(serviceId);
  authorise(mayWithdraw(actor, service), failure('forbidden'));
  if (!service.withdrawnAt || service.archivedAt) throw failure('moved');
  await transaction(async (tx) => {
    if (await versions.openVersion(serviceId, tx)) throw failure('openVersion');
    await repository.setService(tx, serviceId, { archivedAt: now() });
    await about(tx, actor, service, 'archive', reason);
  });
}

/** The day by which somebody looks at the passport again. */
export async function setReviewBy(actor: Person, input: z.input<typeof reviewBySchema>): Promise<void> {
  const { serviceId, day } = reviewBySchema.parse(input);
  const service = await owned(serviceId);
  authorise(mayEditService(actor, service), failure('forbidden'));
  await transaction(async (tx) => {
    await repository.setService(tx, serviceId, { reviewBy: day === null ? null : new Date(`${day}T00:00:00Z`) });
    await audit(tx, actor, { action: 'catalogue.review-by', subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, as: 'agency_editor', detail: { day: day ?? '' } });
  });
}

export type Desk = { review: repository.Waiting[]; publish: repository.Waiting[]; amend: repository.Waiting[]; approve: repository.Waiting[] };

/** What waits for the actor in each of their roles. */
export async function deskOf(actor: Actor): Promise<Desk> {
  const [writes, reviews, publishes] = [agenciesOf(actor, 'agency_editor'), agenciesOf(actor, 'agency_reviewer'), agenciesOf(actor, 'agency_publisher')];
  const [review, publish, amend, approve] = await Promise.all([repository.waiting(reviews, ['in_review'], 50), repository.waiting(publishes, ['ready'], 50), repository.waiting(writes, ['amends'], 50), repository.unapproved(reviews, 50)]);
  return { review, publish, amend, approve };
}
