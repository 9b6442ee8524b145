/** Editing passports: one draft beside the published version, saved with an optimistic lock. */
import { audit } from '../platform/audit/index.ts';
import { agenciesOf, hasRole, type Person } from '../platform/auth/actor.ts';
import { isUniqueViolation, transaction } from '../platform/db/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { failure } from './errors.ts';
import { mayEditService, maySeeVersions } from './policy.ts';
import * as repository from './repository-versions.ts';
import { publishSchema, saveDraftSchema, type Passport } from './schema.ts';

export type { EditableService, Version, VersionSummary } from './repository-versions.ts';

async function editable(actor: Person, serviceId: string): Promise<{ id: string; agencyId: string }> {
  const service = await repository.serviceOwner(serviceId);
  if (!service) throw failure('notFound');
  authorise(mayEditService(actor, service), failure('forbidden'));
  return service;
}

const author = (actor: Person) => ({ id: actor.userId, name: actor.name });

/** Services the actor may look after, by identifier; administrators and auditors see all. */
export async function listEditableServices(actor: Person, input: { after: string | null; limit: number }): Promise<{ items: repository.EditableService[]; next: string | null }> {
  const everything = hasRole(actor, 'platform_administrator') || hasRole(actor, 'auditor');
  const own = agenciesOf(actor, 'agency_editor', 'agency_manager');
  if (!everything && own.length === 0) throw failure('forbidden');
  const rows = await repository.servicesOfAgencies(everything ? null : own, input.after, input.limit + 1);
  const items = rows.slice(0, input.limit);
  return { items, next: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null };
}

/** The published version, the draft if there is one, and the history. */
export async function serviceVersions(actor: Person, serviceId: string) {
  const service = await repository.serviceOwner(serviceId);
  if (!service) throw failure('notFound');
  authorise(maySeeVersions(actor, service), failure('forbidden'));
  const [published, draft, history] = await Promise.all([
    repository.versionIn(serviceId, 'published'),
    repository.versionIn(serviceId, 'draft'),
    repository.versions(serviceId),
  ]);
  return { service, published, draft, history, editable: mayEditService(actor, service).allow };
}

/** Opens the draft, made from the published version when there is none yet. */
export async function openDraft(actor: Person, serviceId: string): Promise<repository.Version> {
  const service = await editable(actor, serviceId);
  const existing = await repository.versionIn(serviceId, 'draft');
  if (existing) return existing;
  try {
    return await transaction(async (tx) => {
      const published = await repository.versionIn(serviceId, 'published', tx);
      if (!published) throw failure('notFound');
      const draft = await repository.createDraft(tx, serviceId, published.passport, author(actor));
      await audit(tx, actor, { action: 'catalogue.open-draft', subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, as: 'agency_editor', detail: { version: draft.number } });
      return draft;
    });
  } catch (error) {
    // Two editors pressed at once: both get the draft the first one made.
    const winner = isUniqueViolation(error) ? await repository.versionIn(serviceId, 'draft') : null;
    if (winner) return winner;
    throw error;
  }
}

/** Saves the draft; refuses when somebody else saved since the given revision. Returns the new revision. */
export async function saveDraft(actor: Person, input: { serviceId: string; revision: number; passport: Passport }): Promise<{ revision: number }> {
  const { serviceId, revision, passport } = saveDraftSchema.parse(input);
  const service = await editable(actor, serviceId);
  await transaction(async (tx) => {
    const draft = await repository.versionIn(serviceId, 'draft', tx);
    if (!draft || !(await repository.saveDraft(tx, draft.id, revision, passport, author(actor)))) throw failure('changed');
    await audit(tx, actor, { action: 'catalogue.save-draft', subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, as: 'agency_editor', detail: { version: draft.number, revision: revision + 1 } });
  });
  return { revision: revision + 1 };
}

export async function discardDraft(actor: Person, input: { serviceId: string; revision: number }): Promise<void> {
  const service = await editable(actor, input.serviceId);
  await transaction(async (tx) => {
    const draft = await repository.versionIn(input.serviceId, 'draft', tx);
    if (!draft || !(await repository.discardDraft(tx, draft.id, input.revision))) throw failure('changed');
    await audit(tx, actor, { action: 'catalogue.discard-draft', subjectType: 'service', subjectId: input.serviceId, agencyId: service.agencyId, as: 'agency_editor', detail: { version: draft.number } });
  });
}

/** Publishes the draft. The search index follows through a job queued in the same transaction. */
export async function publishDraft(actor: Person, input: { serviceId: string; revision: number; changeNote: string }): Promise<{ number: number }> {
  const { serviceId, revision, changeNote } = publishSchema.parse(input);
  const service = await editable(actor, serviceId);
  return transaction(async (tx) => {
    const draft = await repository.versionIn(serviceId, 'draft', tx);
    if (!draft) throw failure('nothingToPublish');
    if (!(await repository.publishDraft(tx, serviceId, draft.id, revision, changeNote))) throw failure('changed');
    await audit(tx, actor, { action: 'catalogue.publish', subjectType: 'service', subjectId: serviceId, agencyId: service.agencyId, as: 'agency_editor', reason: changeNote, detail: { version: draft.number } });
    await addJob(tx, 'catalogue.index', { serviceId }, { key: `catalogue.index:${serviceId}` });
    return { number: draft.number };
  });
}
