/** Administrators create registers and let them evolve: at once where records can stay, else by a checked migration. */
import type { z } from 'zod';
import { audit } from '../platform/audit/index.ts';
import { hasRole, systemActor, type Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { isUniqueViolation, transaction } from '../platform/db/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { failure } from './errors.ts';
import { compareDefinitions, migrateData, type Evolution, type Step } from './engine-evolution.ts';
import { readData, type ValueProblem } from './engine-values.ts';
import * as repository from './repository-definitions.ts';
import * as drafts from './repository-evolution.ts';
import * as records from './repository-records.ts';
import { createRegisterSchema, evolveSchema } from './schema-evolution.ts';
import { problemsOfDefinition, type Definition, type DefinitionProblem } from './schema-definition.ts';
import { listRegisters, openRegister } from './service-access.ts';
import { writingContext } from './service-context.ts';
import { tellFollowers } from './service-delivery.ts';
import { derived } from './service-writing.ts';

export type { Draft } from './repository-evolution.ts';
export type Defined = { outcome: 'published'; version: number; minor: number } | { outcome: 'migrating' } | { outcome: 'refused'; problems: DefinitionProblem[] };

const batch = 1_000;
const mostProblems = 100;
const hour = 3_600_000;

function administrator(actor: Actor): void {
  if (!hasRole(actor, 'platform_administrator')) throw failure('forbidden');
}

/** Administrators, and systems with the right to. How open a field is, and whose the register, is for people to decide. */
async function definer(actor: Actor, before: Definition | null, after: Definition): Promise<{ as?: 'platform_administrator' }> {
  if (hasRole(actor, 'platform_administrator')) return { as: 'platform_administrator' };
  if (!actor.client) throw failure('forbidden');
  if (before) {
    await openRegister(actor, before.id, 'define');
    if (before.fields.some(({ id, sensitivity }) => after.fields.some((field) => field.id === id && field.sensitivity !== sensitivity))) throw failure('forbidden');
  } else {
    // A system that defines one register of its agency may add others to it.
    const held = await listRegisters(actor);
    if (actor.client.agencyId !== after.ownerAgencyId || !held.some(({ definition, actions }) => definition.ownerAgencyId === after.ownerAgencyId && actions.includes('define'))) throw failure('forbidden');
  }
  return {};
}

export async function createRegister(actor: Actor, input: z.input<typeof createRegisterSchema>): Promise<Defined> {
  const { definition: given, note } = createRegisterSchema.parse(input);
  const definition = { ...given, version: 1 };
  const as = await definer(actor, null, definition);
  const problems = problemsOfDefinition(definition);
  if (problems.length > 0) return { outcome: 'refused', problems };
  if (!(await drafts.agencyExists(definition.ownerAgencyId))) throw failure('notFound');
  if (await repository.published(definition.id)) throw failure('registerExists');
  try {
    await transaction(async (tx) => {
      await repository.publish(tx, definition, { minor: 0, note, at: now(), publisherName: actor.name, position: 1_000 });
      await records.openPartition(tx, definition.id, { fields: definition.indexed, unique: definition.unique });
      await audit(tx, actor, { action: 'registers.create-register', subjectType: 'register', subjectId: definition.id, agencyId: definition.ownerAgencyId, ...as, reason: note });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw failure('registerExists');
    throw error;
  }
  return { outcome: 'published', version: 1, minor: 0 };
}

export type Preview = { problems: DefinitionProblem[]; changes: Evolution[]; breaking: boolean };

/** What publishing would mean. */
export async function previewEvolution(actor: Actor, input: { definition: Definition; steps: Step[] }): Promise<Preview> {
  administrator(actor);
  const before = await repository.published(input.definition.id);
  if (!before) throw failure('notFound');
  const changes = compareDefinitions(before.definition, input.definition, input.steps);
  return { problems: problemsOfDefinition(input.definition), changes, breaking: changes.some(({ breaking }) => breaking) };
}

/** Publishes another definition: at once where it is compatible, else as a new version when every record has been migrated. */
export async function evolveRegister(actor: Actor, input: z.input<typeof evolveSchema>): Promise<Defined> {
  const { definition: given, steps, note, seen } = evolveSchema.parse(input);
  const before = await repository.published(given.id);
  if (!before) throw failure('notFound');
  const as = await definer(actor, before.definition, given);
  if (seen !== `${before.definition.version}.${before.minor}` || given.ownerAgencyId !== before.definition.ownerAgencyId) throw failure('changed');
  const problems = problemsOfDefinition(given);
  if (problems.length > 0) return { outcome: 'refused', problems };
  const changes = compareDefinitions(before.definition, given, steps);
  if (changes.some(({ kind }) => kind === 'keyChanged')) throw failure('keyChanges');
  if (changes.length === 0) throw failure('nothingChanged');
  const breaking = changes.some((change) => change.breaking);
  const definition: Definition = { ...given, version: before.definition.version + (breaking ? 1 : 0) };
  await transaction(async (tx) => {
    await audit(tx, actor, { action: 'registers.evolve', subjectType: 'register', subjectId: definition.id, agencyId: definition.ownerAgencyId, ...as, reason: note, detail: { breaking: String(breaking) } });
    if (breaking) {
      if (!(await drafts.beginMigration(tx, definition, { steps, note, at: now(), editorName: actor.name }))) throw failure('migrating');
      await addJob(tx, 'registers.migrate', { register: definition.id }, { key: `registers.migrate:${definition.id}`, maxAttempts: 10 });
      return;
    }
    await repository.publish(tx, definition, { minor: before.minor + 1, note, at: now(), publisherName: actor.name, position: 1_000 });
    await records.openPartition(tx, definition.id, { fields: definition.indexed, unique: [] });
  }, { timeoutMs: 10 * 60_000 });
  return breaking ? { outcome: 'migrating' } : { outcome: 'published', version: definition.version, minor: before.minor + 1 };
}

/** The migration under way, or why the last one failed. */
export async function findMigration(actor: Actor, register: string): Promise<drafts.Draft | null> {
  if (!hasRole(actor, 'auditor')) administrator(actor);
  return drafts.draftOf(register);
}

class NotValid extends Error {
  readonly problems: (ValueProblem & { key: string })[];
  constructor(problems: (ValueProblem & { key: string })[]) {
    super('records would not be valid');
    this.problems = problems;
  }
}

/**
 * Migrates a register in one transaction: readers see the version before until all of it is done, writers wait.
 * What is believed now is recorded anew under the new definition; what was believed before stays as it was.
 */
export async function migrateRegister(register: string): Promise<void> {
  const draft = await drafts.draftOf(register);
  const before = await repository.published(register);
  if (draft?.state !== 'migrating' || !before) return;
  const { definition, steps, note, editorName } = draft;
  const context = await writingContext(definition);
  try {
    await transaction(async (tx) => {
      await drafts.stopWriters(tx, register);
      const act = await records.insertAct(tx, { at: now(), kind: 'migrate', groundKind: 'decision', ground: note, note: null, actorId: null, actorName: editorName, clientId: null, agencyId: definition.ownerAgencyId, requestId: null });
      await audit(tx, systemActor(editorName), { action: 'registers.migrate', subjectType: 'register', subjectId: register, agencyId: definition.ownerAgencyId, reason: note, detail: { act, version: definition.version } });
      const problems: (ValueProblem & { key: string })[] = [];
      let done = 0;
      for (let after: { key: string; from: string } | null = null; ; ) {
        const open: records.Version[] = await drafts.openAfter(tx, register, after, batch);
        const next = open.map((version) => ({ version, data: migrateData(steps, version.data) }));
        for (const { version, data } of next) if (problems.length < mostProblems) problems.push(...readData(definition, data, context).problems.map((problem) => ({ ...problem, key: version.key })));
        if (problems.length === 0) await rewrite(tx, definition, next, act);
        done += open.length;
        await drafts.tellProgress(register, done);
        const last = open.at(-1);
        if (!last || open.length < batch) break;
        after = { key: last.key, from: last.from };
      }
      if (problems.length > 0) throw new NotValid(problems.slice(0, mostProblems));
      await repository.publish(tx, definition, { minor: 0, note, at: now(), publisherName: editorName, position: 1_000, steps });
      await records.openPartition(tx, register, { fields: definition.indexed, unique: definition.unique });
      await drafts.removeDraft(tx, register);
      await tellFollowers(tx, register);
    }, { timeoutMs: 4 * hour });
  } catch (error) {
    if (error instanceof NotValid) await drafts.failMigration(register, error.problems);
    else if (isUniqueViolation(error)) await drafts.failMigration(register, [{ key: '', field: definition.unique.at(-1) ?? '', reason: 'taken', value: '', params: {} }]);
    else throw error;
  }
}

async function rewrite(tx: Parameters<typeof records.insertAct>[0], definition: Definition, rows: readonly { version: records.Version; data: records.Version['data'] }[], act: string): Promise<void> {
  if (rows.length === 0) return;
  const latest = rows.reduce((last, { version }) => Math.max(last, Date.parse(version.recordedFrom)), 0);
  const at = new Date(Math.max(now().getTime(), latest + 1)).toISOString();
  await drafts.closeMany(tx, definition.id, rows.map(({ version }) => version), at, act);
  await records.insertVersions(tx, definition.id, rows.map(({ version, data }) => ({ key: version.key, from: version.from, to: version.to, revision: version.revision + 1, data, ...derived(definition, data) })), { at, act, definition: definition.version });
  await records.insertChanges(tx, definition.id, rows.map(({ version }) => ({ key: version.key, kind: 'migrate', revision: version.revision + 1 })), act);
}

/** Gives a failed migration up: the definition in force stays. */
export async function discardMigration(actor: Actor, { register }: { register: string }): Promise<void> {
  administrator(actor);
  const draft = await drafts.draftOf(register);
  if (draft?.state !== 'failed') throw failure('migrating');
  await transaction(async (tx) => {
    await drafts.removeDraft(tx, register);
    await audit(tx, actor, { action: 'registers.discard-migration', subjectType: 'register', subjectId: register, agencyId: draft.definition.ownerAgencyId, as: 'platform_administrator' });
  });
}
