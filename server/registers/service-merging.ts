/** Two records of one subject become one, with the history of both kept; and the way back. */
import type { Actor } from '../platform/auth/actor.ts';
import { audit } from '../platform/audit/index.ts';
import { hasRole } from '../platform/auth/actor.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { isUniqueViolation, transaction, type Db } from '../platform/db/index.ts';
import { failure } from './errors.ts';
import { at, patch } from './engine-history.ts';
import type { ValueProblem } from './engine-values.ts';
import * as quality from './repository-quality.ts';
import * as records from './repository-records.ts';
import { decideSchema, mergeSchema, unmergeSchema, type Merge } from './schema-quality.ts';
import type { Definition } from './schema-definition.ts';
import type { Ground } from './schema-records.ts';
import { openRegister } from './service-access.ts';
import { writingContext } from './service-context.ts';
import { tellFollowers } from './service-delivery.ts';
import { keyOf } from './service-reading.ts';
import { beginAct, derived, instantAfter, keep, wholeProblems } from './service-writing.ts';

export type { Duplicate } from './repository-quality.ts';
export type Merged = { outcome: 'merged' } | { outcome: 'refused'; problems: ValueProblem[] };

const pageSize = 25;

/** Merging is the owner's: it decides who is who. */
async function owner(actor: Actor, register: string): Promise<Definition> {
  const { definition } = await openRegister(actor, register, 'write');
  if (!hasRole(actor, 'register_keeper', definition.ownerAgencyId)) throw failure('forbidden');
  return definition;
}

export async function listDuplicates(actor: Actor, { register, after = null }: { register: string; after?: string | null }): Promise<{ duplicates: quality.Duplicate[]; next: string | null }> {
  await owner(actor, register);
  const rows = await quality.duplicates(register, { state: 'open', after, limit: pageSize + 1 });
  const duplicates = rows.slice(0, pageSize);
  return { duplicates, next: rows.length > pageSize ? (duplicates.at(-1)?.id ?? null) : null };
}

/** A pair that was found. Fails with `notFound`. */
export async function findDuplicate(actor: Actor, input: { id: string }): Promise<quality.Duplicate> {
  const read = decideSchema.safeParse(input);
  const found = read.success ? await quality.duplicateById(read.data.id) : null;
  if (!found) throw failure('notFound');
  await owner(actor, found.registerId);
  return found;
}

/** Two records that look alike are two subjects: they are not brought up again. */
export async function keepApart(actor: Actor, input: { id: string }): Promise<void> {
  const { id } = decideSchema.parse(input);
  const found = await quality.duplicateById(id);
  if (!found) throw failure('notFound');
  const definition = await owner(actor, found.registerId);
  await transaction(async (tx) => {
    if (!(await quality.decideOpen(tx, id, { state: 'different', decidedByName: actor.name, decidedAt: now() }))) throw failure('changed');
    await audit(tx, actor, { action: 'registers.keep-apart', subjectType: 'register', subjectId: found.registerId, agencyId: definition.ownerAgencyId, as: 'register_keeper', detail: { duplicate: id } });
  });
}

const revisionOf = (timeline: readonly records.Version[]): number => timeline.reduce((last, { revision }) => Math.max(last, revision), 0);

async function guarded<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  try {
    return await transaction(work);
  } catch (error) {
    if (isUniqueViolation(error) || error instanceof records.ClosedMeanwhile) throw failure('changed');
    throw error;
  }
}

export async function mergeRecords(actor: Actor, input: Merge): Promise<Merged> {
  const { register, fromRevision, intoRevision, take, ground, ...keys } = mergeSchema.parse(input);
  const definition = await owner(actor, register);
  const [from, into] = [keyOf(definition, keys.from), keyOf(definition, keys.into)];
  if (from === into || take.includes(definition.key) || take.some((field) => !definition.fields.some(({ id }) => id === field))) throw failure('notFound');
  const context = await writingContext(definition);
  const today = civilDay(now());
  return guarded(async (tx) => {
    const timelines = await lockBoth(tx, register, from, into);
    const [gone, stays] = [timelines.get(from) ?? [], timelines.get(into) ?? []];
    if (gone.length === 0 || stays.length === 0) throw failure('notFound');
    if (revisionOf(gone) !== fromRevision || revisionOf(stays) !== intoRevision) throw failure('changed');
    const values = at(gone, today)?.data ?? gone.at(-1)?.data ?? {};
    const rewrite = patch(stays, { from: today, to: null }, Object.fromEntries(take.map((field) => [field, values[field]])));
    const problems = wholeProblems(definition, rewrite.opened, context);
    if (problems.length > 0) return { outcome: 'refused', problems };
    const act = await beginAct(tx, actor, definition, { kind: 'merge', ground, note: undefined }, 2);
    await records.closeVersions(tx, register, gone, instantAfter(gone), act);
    await records.insertAlias(tx, { register, key: from, into, act });
    await records.insertChanges(tx, register, [{ key: from, kind: 'merge', revision: fromRevision + 1 }], act);
    await keep(tx, definition, into, stays, rewrite, { act, kind: 'merge' });
    await quality.decide(tx, { registerId: register, keys: [from, into] }, { state: 'merged', decidedByName: actor.name, decidedAt: now() });
    await quality.followMerge(tx, { registerId: register, from, into });
    return { outcome: 'merged' };
  });
}

/** In one order whoever asks, so that two who merge crosswise do not wait for each other. */
async function lockBoth(tx: Db, register: string, ...keys: string[]): Promise<Map<string, records.Version[]>> {
  const timelines = new Map<string, records.Version[]>();
  for (const key of keys.toSorted()) timelines.set(key, await records.lockTimeline(tx, register, key));
  return timelines;
}

/**
 * Takes a merge back: the record that went is believed again as it was. The one that stayed gets its values
 * back too, unless it has been changed since.
 */
export async function unmergeRecord(actor: Actor, input: { register: string; key: string; ground: Ground }): Promise<{ restored: boolean }> {
  const { register, key: typed, ground } = unmergeSchema.parse(input);
  const definition = await owner(actor, register);
  const key = keyOf(definition, typed);
  const alias = await records.activeAlias(register, key);
  if (!alias) throw failure('notMerged');
  return guarded(async (tx) => {
    const timelines = await lockBoth(tx, register, key, alias.into);
    if ((timelines.get(key) ?? []).length > 0) throw failure('exists');
    const all = { gone: await records.versionsIn(tx, register, key), stays: await records.versionsIn(tx, register, alias.into) };
    const act = await beginAct(tx, actor, definition, { kind: 'unmerge', ground, note: undefined }, 2);
    await records.reverseAlias(tx, { register, key, act });
    const open = timelines.get(alias.into) ?? [];
    const made = all.stays.filter((version) => version.act === alias.act);
    const untouched = made.length > 0 && made.every(({ recordedTo }) => recordedTo === null);
    if (untouched) {
      // First, so that values that only one record may have are free again.
      const closed = open.filter((version) => version.act === alias.act);
      const opened = all.stays.filter(({ closedBy }) => closedBy === alias.act).map(({ from, to, data }) => ({ from, to, data }));
      await keep(tx, definition, alias.into, open, { closed, opened }, { act, kind: 'unmerge' });
    } else await tellFollowers(tx, register);
    const before = all.gone.filter(({ closedBy }) => closedBy === alias.act);
    await givenBack(tx, definition, key, before);
    const revision = revisionOf(all.gone) + 2;
    await records.insertVersions(tx, register, before.map(({ from, to, data }) => ({ key, from, to, data, revision, ...derived(definition, data) })), { at: instantAfter(all.gone), act, definition: definition.version });
    await records.insertChanges(tx, register, [{ key, kind: 'unmerge', revision }], act);
    await quality.decide(tx, { registerId: register, keys: [key, alias.into] }, { state: 'different', decidedByName: actor.name, decidedAt: now() });
    return { restored: untouched || made.length === 0 };
  });
}

/** Values that only one record may have, and that another has taken over since. */
async function givenBack(tx: Db, definition: Definition, key: string, segments: readonly records.Version[]): Promise<void> {
  for (const field of definition.unique) {
    for (const { data, ...period } of segments) {
      const value = data[field];
      if (typeof value === 'string' && (await records.holdersOf(tx, definition.id, field, value, key, period)).length > 0) throw failure('unmergeTaken');
    }
  }
}

/** What was merged into a record, and what it was merged into. */
export async function listMerged(actor: Actor, { register, key }: { register: string; key: string }): Promise<string[]> {
  await openRegister(actor, register, 'read');
  return records.mergedInto(register, key);
}
