/** Writing records: on a ground, by whoever has the right, never over somebody else's writing. */
import type { Actor } from '../platform/auth/actor.ts';
import { audit } from '../platform/audit/index.ts';
import { now } from '../platform/clock/index.ts';
import { isUniqueViolation, transaction, type Db } from '../platform/db/index.ts';
import { failure } from './errors.ts';
import { endFrom, isPeriod, overlaps, patch, put, type Period, type Rewrite } from './engine-history.ts';
import { effectsOf, type Effect } from './engine-effects.ts';
import { readData, referencesOf, type Context, type ValueProblem } from './engine-values.ts';
import { indexWords } from './search-words.ts';
import * as records from './repository-records.ts';
import { changeRecordSchema, createRecordSchema, endRecordSchema, type ChangeRecord, type CreateRecord, type EndRecord, type Ground } from './schema-records.ts';
import type { Definition, RecordData } from './schema-definition.ts';
import { findDefinition, openRegister, type Opened } from './service-access.ts';
import { tellFollowers } from './service-delivery.ts';
import { keyOf } from './service-reading.ts';
import { writingContext } from './service-context.ts';

export type Written = { outcome: 'written'; key: string; revision: number; act: string } | { outcome: 'refused'; problems: ValueProblem[] };

type Act = { kind: string; ground: Ground; note?: string | undefined };

/** Whoever gives a field must have the right to it. */
function onlyOwnFields({ access, definition }: Opened, given: Readonly<Record<string, unknown>>): void {
  if (definition.fields.some(({ id }) => Object.hasOwn(given, id) && !access.fields.has(id))) throw failure('forbidden');
}

/** Begins an act and tells its audit entry, which names no person: the act does, and can be erased by law. */
export async function beginAct(tx: Db, actor: Actor, definition: Pick<Definition, 'id' | 'ownerAgencyId'>, { kind, ground, note }: Act, count: number): Promise<string> {
  const agencyId = actor.client?.agencyId ?? actor.roles.find((role) => role.agencyId === definition.ownerAgencyId)?.agencyId ?? actor.roles.find((role) => role.agencyId !== null)?.agencyId ?? null;
  const act = await records.insertAct(tx, { at: now(), kind, groundKind: ground.kind, ground: ground.text, note: note ?? null, actorId: actor.userId, actorName: actor.name, clientId: actor.client?.id ?? null, agencyId, requestId: actor.requestId });
  const keeper = actor.roles.some(({ role }) => role === 'register_keeper');
  await audit(tx, actor, { action: `registers.${kind}`, subjectType: 'register', subjectId: definition.id, agencyId: definition.ownerAgencyId, ...(keeper && { as: 'register_keeper' as const }), reason: ground.text, detail: { act, records: count } });
  return act;
}

/** A belief ends later than it began, even when two writings meet in one millisecond. */
export function instantAfter(timeline: readonly records.Version[]): string {
  const latest = timeline.reduce((last, { recordedFrom }) => Math.max(last, Date.parse(recordedFrom)), 0);
  return new Date(Math.max(now().getTime(), latest + 1)).toISOString();
}

/** Keeps a rewritten timeline: closes, opens, and tells followers. */
export async function keep(tx: Db, definition: Definition, key: string, timeline: readonly records.Version[], rewrite: Rewrite<records.Version>, { act, kind }: { act: string; kind: string }): Promise<number> {
  const revision = timeline.reduce((last, one) => Math.max(last, one.revision), 0) + 1;
  const at = instantAfter(timeline);
  await records.closeVersions(tx, definition.id, rewrite.closed, at, act);
  const rows = rewrite.opened.map(({ from, to, data }) => ({ key, from, to, data, revision, ...derived(definition, data) }));
  if (rows.length > 0) await records.insertVersions(tx, definition.id, rows, { at, act, definition: definition.version });
  await records.insertChanges(tx, definition.id, [{ key, kind, revision }], act);
  await tellFollowers(tx, definition.id);
  return revision;
}

/** What is kept beside a content to find it by. */
export function derived(definition: Definition, data: RecordData): { refs: string[]; words: string } {
  return { refs: [...new Set(referencesOf(definition, data).map(({ register, key }) => `${register}:${key}`))], words: indexWords(definition, data) };
}

/** References must lead somewhere; values of unique fields must be free in the period. */
async function problemsWithOthers(tx: Db, definition: Definition, key: string, segments: readonly (Period & { data: RecordData })[]): Promise<ValueProblem[]> {
  const problems: ValueProblem[] = [];
  const references = segments.flatMap(({ data }) => referencesOf(definition, data)).filter((one) => !(one.register === definition.id && one.key === key));
  for (const register of new Set(references.map((one) => one.register))) {
    const wanted = references.filter((one) => one.register === register);
    const known = await records.existing(tx, register, [...new Set(wanted.map((one) => one.key))]);
    for (const { field, key: target } of wanted) if (!known.has(target) && !problems.some((one) => one.field === field)) problems.push({ field, reason: 'unknownReference', value: target, params: { register } });
  }
  for (const field of definition.unique) {
    for (const { data, ...period } of segments) {
      const value = data[field];
      if (typeof value !== 'string' || problems.some((one) => one.field === field)) continue;
      const [holder] = await records.holdersOf(tx, definition.id, field, value, key, period);
      if (holder !== undefined) problems.push({ field, reason: 'taken', value, params: {} });
    }
  }
  return problems;
}

class Refused extends Error {
  readonly problems: ValueProblem[];
  constructor(problems: ValueProblem[]) {
    super('refused');
    this.problems = problems;
  }
}

type Following = Effect & { definition: Definition; context: Context };

/** What follows from an act of civil status, with all that is needed to write it: a transaction asks for nothing outside itself. */
async function whatFollows(source: Definition, data: RecordData): Promise<Following[]> {
  return Promise.all(effectsOf(source.id, data).map(async (effect) => {
    const definition = await findDefinition(effect.register);
    return { ...effect, definition, context: await writingContext(definition) };
  }));
}

/** An act of civil status changes the individuals that it names, in the same transaction and on its ground. */
async function apply(tx: Db, actor: Actor, following: readonly Following[], ground: string): Promise<ValueProblem[]> {
  const problems: ValueProblem[] = [];
  for (const { definition, context, key, changes, from } of following) {
    const timeline = await records.lockTimeline(tx, definition.id, key);
    const rewrite = patch(timeline, { from, to: null }, changes);
    if (rewrite.opened.length === 0) continue;
    problems.push(...wholeProblems(definition, rewrite.opened, context));
    const act = await beginAct(tx, actor, definition, { kind: 'change', ground: { kind: 'event', text: ground } }, 1);
    await keep(tx, definition, key, timeline, rewrite, { act, kind: 'change' });
  }
  return problems;
}

/** Runs a writing in a transaction; what a constraint refuses because somebody was quicker becomes a conflict. */
async function guarded(work: (tx: Db) => Promise<Written>): Promise<Written> {
  try {
    return await transaction(work);
  } catch (error) {
    if (error instanceof Refused) return { outcome: 'refused', problems: error.problems };
    if (isUniqueViolation(error) || error instanceof records.ClosedMeanwhile) throw failure('changed');
    throw error;
  }
}

export async function createRecord(actor: Actor, input: CreateRecord): Promise<Written> {
  const { register, data: given, validFrom, validTo, ground, note } = createRecordSchema.parse(input);
  const opened = await openRegister(actor, register, 'write');
  const { definition } = opened;
  onlyOwnFields(opened, given);
  const period = { from: validFrom, to: validTo };
  if (!isPeriod(period)) throw failure('invalidPeriod');
  const { data, problems } = readData(definition, given, await writingContext(definition));
  const named = data[definition.key];
  const key = typeof named === 'string' ? named : '';
  if (problems.length > 0) return { outcome: 'refused', problems };
  const following = await whatFollows(definition, data);
  return guarded(async (tx) => {
    const timeline = await records.lockTimeline(tx, register, key);
    if (timeline.length > 0 || (await records.isAlias(tx, register, key))) throw failure('exists');
    const others = await problemsWithOthers(tx, definition, key, [{ ...period, data }]);
    if (others.length > 0) return { outcome: 'refused', problems: others };
    const act = await beginAct(tx, actor, definition, { kind: 'create', ground, note }, 1);
    const revision = await keep(tx, definition, key, timeline, put(timeline, period, data), { act, kind: 'create' });
    const impossible = await apply(tx, actor, following, `${definition.title.uz}: ${key}`);
    // What would follow is not possible: then neither is the record.
    if (impossible.length > 0) throw new Refused(impossible);
    return { outcome: 'written', key, revision, act };
  });
}

/** Changes fields in a period: what is has changed, or (`correction`) what was recorded was wrong. */
export async function changeRecord(actor: Actor, input: ChangeRecord): Promise<Written> {
  const { register, key: typed, revision: seen, changes, validFrom, validTo, correction, ground, note } = changeRecordSchema.parse(input);
  const opened = await openRegister(actor, register, 'write');
  const { definition } = opened;
  onlyOwnFields(opened, changes);
  const period = { from: validFrom, to: validTo };
  if (!isPeriod(period)) throw failure('invalidPeriod');
  const key = keyOf(definition, typed);
  const context = await writingContext(definition);
  return guarded(async (tx) => {
    const timeline = await seenTimeline(tx, definition, key, seen);
    const read = readChanges(definition, changes, context);
    if (read.problems.length > 0) return { outcome: 'refused', problems: read.problems };
    if (definition.key in read.values && read.values[definition.key] !== key) throw failure('keyChanges');
    if (!timeline.some((segment) => overlaps(segment, period))) throw failure('notValidThen');
    const rewrite = patch(timeline, period, read.values);
    const problems = [...wholeProblems(definition, rewrite.opened, context), ...(await problemsWithOthers(tx, definition, key, rewrite.opened))];
    if (problems.length > 0) return { outcome: 'refused', problems };
    return written(tx, actor, definition, key, timeline, rewrite, { kind: correction ? 'correct' : 'change', ground, note });
  });
}

/** From a day on the record is not valid any more: a vehicle is scrapped, a company closed. What it was stays. */
export async function endRecord(actor: Actor, input: EndRecord): Promise<Written> {
  const { register, key: typed, revision: seen, validFrom, ground, note } = endRecordSchema.parse(input);
  const opened = await openRegister(actor, register, 'write');
  const { definition } = opened;
  if (definition.fields.some(({ id }) => !opened.access.fields.has(id))) throw failure('forbidden');
  const key = keyOf(definition, typed);
  return guarded(async (tx) => {
    const timeline = await seenTimeline(tx, definition, key, seen);
    const rewrite = endFrom(timeline, validFrom);
    if (rewrite.closed.length === 0) throw failure('notValidThen');
    return written(tx, actor, definition, key, timeline, rewrite, { kind: 'end', ground, note });
  });
}

async function seenTimeline(tx: Db, definition: Definition, key: string, seen: number): Promise<records.Version[]> {
  const timeline = await records.lockTimeline(tx, definition.id, key);
  if (timeline.length === 0) throw failure('notFound');
  if (Math.max(...timeline.map(({ revision }) => revision)) !== seen) throw failure('changed');
  return timeline;
}

async function written(tx: Db, actor: Actor, definition: Definition, key: string, timeline: readonly records.Version[], rewrite: Rewrite<records.Version>, act: Act): Promise<Written> {
  const id = await beginAct(tx, actor, definition, act, 1);
  return { outcome: 'written', key, revision: await keep(tx, definition, key, timeline, rewrite, { act: id, kind: act.kind }), act: id };
}

/** Reads only the fields that change; whether the whole is sound shows when they are put into it. */
function readChanges(definition: Definition, changes: Readonly<Record<string, unknown>>, context: Context): { values: Record<string, RecordData[string] | undefined>; problems: ValueProblem[] } {
  const fields = definition.fields.filter(({ id }) => id in changes).map((field) => ({ ...field, required: false }));
  const { data, problems } = readData({ ...definition, fields, rules: [] }, changes, context);
  return { values: Object.fromEntries(Object.keys(changes).map((id) => [id, data[id]])), problems };
}

/** Each new period as a whole must be what the definition asks for. */
export function wholeProblems(definition: Definition, opened: readonly { data: RecordData }[], context: Context): ValueProblem[] {
  const problems = opened.flatMap(({ data }) => readData(definition, data, context).problems);
  return problems.filter((problem, index) => problems.findIndex(({ field, reason }) => field === problem.field && reason === problem.reason) === index);
}
