/** Keeping classifiers: new ones, and one draft beside the published editions, guarded by an optimistic lock. */
import type { z } from 'zod';
import { audit } from '../platform/audit/index.ts';
import { hasRole, type Actor, type Person, type StaffRole } from '../platform/auth/actor.ts';
import { isForeignKeyViolation, isUniqueViolation, transaction } from '../platform/db/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { tellPages } from '../platform/pages/changes.ts';
import { failure } from './errors.ts';
import { mayCreateClassifier, mayEditClassifier, mayListEditable } from './policy.ts';
import * as repository from './repository.ts';
import * as drafts from './repository-drafts.ts';
import { classifierIdSchema, newClassifierSchema, publishEditionSchema, type NewClassifier } from './schema.ts';
import { compare, type NamedDifference } from './service-difference.ts';

export type { Draft } from './repository-drafts.ts';
export type { EditedClassifier } from './repository.ts';

export const authorOf = (actor: Person): drafts.Author => ({ id: actor.userId, name: actor.name });
/** The role in which the actor keeps classifiers, for the audit trail. */
export const roleIn = (actor: Actor): StaffRole => (hasRole(actor, 'platform_administrator') ? 'platform_administrator' : 'agency_editor');

/** The classifier, if the actor may keep it. What one may not keep is as good as absent. Fails with `notFound`. */
export async function editable(actor: Actor, id: string): Promise<repository.EditedClassifier> {
  authorise(mayListEditable(actor), failure('forbidden'));
  const found = classifierIdSchema.safeParse(id).success ? await repository.classifier(id) : null;
  if (!found || !mayEditClassifier(actor, found).allow) throw failure('notFound');
  return found;
}

export type EditableRow = repository.EditedClassifier & { draft: drafts.Draft | null };

/** The classifiers that the actor keeps. */
export async function listEditable(actor: Actor): Promise<{ classifiers: EditableRow[]; mayCreate: boolean }> {
  authorise(mayListEditable(actor), failure('forbidden'));
  const [all, open] = await Promise.all([repository.classifiers(), drafts.drafts()]);
  return {
    classifiers: all.filter((one) => mayEditClassifier(actor, one).allow).map((one) => ({ ...one, draft: open.get(one.id) ?? null })),
    mayCreate: mayCreateClassifier(actor).allow,
  };
}

export async function editedClassifier(actor: Actor, id: string): Promise<EditableRow> {
  const classifier = await editable(actor, id);
  return { ...classifier, draft: await drafts.draft(id) };
}

/** Adds a classifier; citizens see it with its first edition. Fails with `idTaken` and `forbidden`. */
export async function createClassifier(actor: Actor, input: NewClassifier): Promise<{ id: string }> {
  authorise(mayCreateClassifier(actor), failure('forbidden'));
  const classifier = newClassifierSchema.parse(input);
  try {
    await transaction(async (tx) => {
      await drafts.insertClassifier(tx, classifier);
      await audit(tx, actor, { action: 'classifiers.create', subjectType: 'classifier', subjectId: classifier.id, agencyId: classifier.ownerAgencyId, as: roleIn(actor) });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw failure('idTaken');
    if (isForeignKeyViolation(error)) throw failure('notFound');
    throw error;
  }
  return { id: classifier.id };
}

/** Changes what a classifier is called and who owns it. Fails with `notFound` and `forbidden`. */
export async function describeClassifier(actor: Actor, input: NewClassifier): Promise<{ id: string }> {
  authorise(mayCreateClassifier(actor), failure('forbidden'));
  const classifier = newClassifierSchema.parse(input);
  const { id, ownerAgencyId } = classifier;
  try {
    await transaction(async (tx) => {
      if (!(await drafts.updateClassifier(tx, classifier))) throw failure('notFound');
      await audit(tx, actor, { action: 'classifiers.describe', subjectType: 'classifier', subjectId: id, agencyId: ownerAgencyId, as: roleIn(actor), detail: { ownerAgencyId } });
    await tellPages(tx);
    });
  } catch (error) {
    throw isForeignKeyViolation(error) ? failure('notFound') : error;
  }
  return { id };
}

export type Review = { classifier: repository.EditedClassifier; draft: drafts.Draft; /** The newest published edition, which the draft follows. */ before: repository.Edition | null; difference: NamedDifference };

/** What the draft changes in the edition it follows; null when there is no draft. */
export async function reviewDraft(actor: Actor, id: string): Promise<Review | null> {
  const { draft, ...classifier } = await editedClassifier(actor, id);
  const before = classifier.editions[0] ?? null;
  return draft && { classifier, draft, before, difference: await compare(before?.id ?? null, draft.id) };
}

/** Publishes the draft from a day on. Fails with `nothingToPublish`, `changed` and `beforeLast`. */
export async function publishEdition(actor: Person, input: z.infer<typeof publishEditionSchema>): Promise<{ number: number }> {
  const { classifierId, revision, validFrom, changeNote } = publishEditionSchema.parse(input);
  await editable(actor, classifierId);
  return transaction(async (tx) => {
    const draft = await drafts.draft(classifierId, tx);
    if (!draft || draft.itemCount === 0) throw failure('nothingToPublish');
    const classifier = await repository.classifier(classifierId, tx);
    const last = classifier?.editions[0];
    if (last && validFrom < last.validFrom) throw failure('beforeLast', { day: last.validFrom });
    if (!(await drafts.publishDraft(tx, draft.id, revision, { validFrom, changeNote, author: authorOf(actor) }))) throw failure('changed');
    await audit(tx, actor, { action: 'classifiers.publish', subjectType: 'classifier', subjectId: classifierId, agencyId: classifier?.ownerAgencyId ?? null, as: roleIn(actor), reason: changeNote, detail: { edition: draft.number, items: draft.itemCount, validFrom } });
    await tellPages(tx);
    return { number: draft.number };
  });
}

/** Gives the draft up. Fails with `changed`. */
export async function discardEdition(actor: Person, input: { classifierId: string; revision: number }): Promise<void> {
  const classifier = await editable(actor, input.classifierId);
  await transaction(async (tx) => {
    const draft = await drafts.draft(input.classifierId, tx);
    if (!draft || !(await drafts.deleteDraft(tx, draft.id, input.revision, authorOf(actor)))) throw failure('changed');
    await audit(tx, actor, { action: 'classifiers.discard', subjectType: 'classifier', subjectId: input.classifierId, agencyId: classifier.ownerAgencyId, as: roleIn(actor), detail: { edition: draft.number } });
  });
}
