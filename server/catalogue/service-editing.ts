/** Writing passports: one open version beside the published one, saved with an optimistic lock. How it is published is in `service-workflow.ts`. */
import type { z } from 'zod';
import { audit } from '../platform/audit/index.ts';
import { agenciesOf, hasRole, type Person } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { isUniqueViolation, transaction, type Db } from '../platform/db/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { failure } from './errors.ts';
import { mayApproveLater, mayEditService, mayMove, maySeeVersions, mayWithdraw } from './policy.ts';
import * as repository from './repository-versions.ts';
import * as workflow from './repository-workflow.ts';
import { saveDraftSchema, type Passport } from './schema.ts';
import { editorialRoles, lockSchema, moves, revisionSchema, workSchema, type Move } from './schema-workflow.ts';

export type { EditableService, Version, VersionSummary } from './repository-versions.ts';

/** A lock that its holder has not renewed for so long is free. */
const lockMs = 2 * 60_000;

async function editable(actor: Person, serviceId: string): Promise<repository.Owned> {
  const service = await repository.serviceOwner(serviceId);
  if (!service) throw failure('notFound');
  authorise(mayEditService(actor, service), failure('forbidden'));
  return service;
}

const author = (actor: Person) => ({ id: actor.userId, name: actor.name });

/** Services the actor may look after, by identifier; administrators and auditors see all. */
export async function listEditableServices(actor: Person, input: { after: string | null; limit: number }): Promise<{ items: repository.EditableService[]; next: string | null }> {
  const everything = hasRole(actor, 'platform_administrator') || hasRole(actor, 'auditor');
  const own = agenciesOf(actor, ...editorialRoles, 'agency_manager');
  if (!everything && own.length === 0) throw failure('forbidden');
  const rows = await repository.servicesOfAgencies(everything ? null : own, input.after, input.limit + 1);
  const items = rows.slice(0, input.limit);
  return { items, next: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null };
}

/** The published version, the open one if there is one, the history, and what the actor may do. */
export async function serviceVersions(actor: Person, serviceId: string) {
  const service = await repository.serviceOwner(serviceId);
  if (!service) throw failure('notFound');
  authorise(maySeeVersions(actor, service), failure('forbidden'));
  const [published, draft, history, events] = await Promise.all([repository.publishedVersion(serviceId), repository.openVersion(serviceId), repository.versions(serviceId), workflow.events(serviceId, 50)]);
  const may = new Set<Move>(draft ? moves.filter((move) => mayMove(actor, service, draft, move).allow) : []);
  const unapproved = history.filter((version) => version.emergency && version.reviewedAt === null && mayApproveLater(actor, service, version).allow).map(({ number }) => number);
  return { service, published, draft, history, events, may, unapproved, editable: mayEditService(actor, service).allow, mayWithdraw: mayWithdraw(actor, service).allow };
}

/** Any two versions of a service, to be compared. */
export async function findVersion(actor: Person, serviceId: string, number: number): Promise<repository.Version | null> {
  const service = await repository.serviceOwner(serviceId);
  if (!service) throw failure('notFound');
  authorise(maySeeVersions(actor, service), failure('forbidden'));
  return repository.versionByNumber(serviceId, number);
}

/** Opens the draft, made from the published version when nothing is being worked on yet. */
export async function openDraft(actor: Person, serviceId: string): Promise<repository.Version> {
  const service = await editable(actor, serviceId);
  const existing = await repository.openVersion(serviceId);
  if (existing) return existing;
  try {
    return await transaction(async (tx) => {
      const published = await repository.publishedVersion(serviceId, tx);
      if (!published) throw failure('notFound');
      const draft = await repository.createDraft(tx, serviceId, published.passport, author(actor));
      await audit(tx, actor, { action: 'catalogue.open-draft', subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, as: 'agency_editor', detail: { version: draft.number } });
      return draft;
    });
  } catch (error) {
    // Two editors pressed at once: both get the draft the first one made.
    const winner = isUniqueViolation(error) ? await repository.openVersion(serviceId) : null;
    if (winner) return winner;
    throw error;
  }
}

/** The open version, when the actor may write it now. */
async function writable(tx: Db, actor: Person, service: repository.Owned): Promise<repository.Version> {
  const version = await repository.lockOpenVersion(tx, service.id);
  if (!version) throw failure('changed');
  const decision = mayMove(actor, service, version, 'edit');
  if (!decision.allow) throw failure(decision.refusal === 'state' ? 'moved' : 'forbidden');
  const { userId, userName } = await workflow.takeLock(tx, service.id, author(actor), { stale: new Date(now().getTime() - lockMs), takeOver: false });
  if (userId !== actor.userId) throw failure('locked', { name: userName });
  return version;
}

/** Saves the draft; refuses when somebody else saved since the given revision, or is writing. Returns the new revision. */
export async function saveDraft(actor: Person, input: { serviceId: string; revision: number; passport: Passport }): Promise<{ revision: number }> {
  const { serviceId, revision, passport } = saveDraftSchema.parse(input);
  const service = await editable(actor, serviceId);
  await transaction(async (tx) => {
    const draft = await writable(tx, actor, service);
    if (!(await repository.saveDraft(tx, draft.id, revision, passport, author(actor)))) throw failure('changed');
    await audit(tx, actor, { action: 'catalogue.save-draft', subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, as: 'agency_editor', detail: { version: draft.number, revision: revision + 1 } });
  });
  return { revision: revision + 1 };
}

/** Keeps what was typed and not saved, whether or not it is sound; false when the draft has changed meanwhile. */
export async function keepWork(actor: Person, input: z.input<typeof workSchema>): Promise<{ kept: boolean }> {
  const { serviceId, revision, work } = workSchema.parse(input);
  await editable(actor, serviceId);
  const draft = await repository.openVersion(serviceId);
  const lock = await workflow.lockOf(serviceId);
  if (!draft || lock?.userId !== actor.userId) return { kept: false };
  return { kept: await repository.keepWork(draft.id, revision, { by: actor.userId, form: work }) };
}

/** What the actor had typed and not saved when they left the draft. */
export async function findWork(actor: Person, serviceId: string): Promise<unknown> {
  await editable(actor, serviceId);
  const draft = await repository.openVersion(serviceId);
  const work = draft === null ? null : ((await repository.workOf(draft.id)) as { by: string; form: unknown } | null);
  return work?.by === actor.userId ? work.form : null;
}

export type LockState = { mine: true } | { mine: false; name: string; since: Date };

/** Says that the actor is writing, so that others do not; renewed while the editor is open, and taken from another on demand. */
export async function takeLock(actor: Person, input: z.input<typeof lockSchema>): Promise<LockState> {
  const { serviceId, takeOver } = lockSchema.parse(input);
  const service = await editable(actor, serviceId);
  return transaction(async (tx) => {
    const before = takeOver ? await workflow.lockOf(serviceId) : null;
    const held = await workflow.takeLock(tx, serviceId, author(actor), { stale: new Date(now().getTime() - lockMs), takeOver });
    if (before && before.userId !== actor.userId) await audit(tx, actor, { action: 'catalogue.take-over', subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, as: 'agency_editor', detail: { from: before.userName } });
    return held.userId === actor.userId ? { mine: true } : { mine: false, name: held.userName, since: held.renewedAt };
  });
}

export async function releaseLock(actor: Person, serviceId: string): Promise<void> {
  await editable(actor, serviceId);
  await workflow.releaseLock(serviceId, actor.userId);
}

export async function discardDraft(actor: Person, input: z.input<typeof revisionSchema>): Promise<void> {
  const { serviceId, revision } = revisionSchema.parse(input);
  const service = await editable(actor, serviceId);
  await transaction(async (tx) => {
    const draft = await writable(tx, actor, service);
    if (!(await repository.discardDraft(tx, draft.id, revision))) throw failure('changed');
    await workflow.dropLock(tx, serviceId);
    await workflow.insertEvent(tx, { serviceId, number: draft.number, kind: 'discard', comment: null, actorId: actor.userId, actorName: actor.name });
    await audit(tx, actor, { action: 'catalogue.discard-draft', subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, as: 'agency_editor', detail: { version: draft.number } });
  });
}
