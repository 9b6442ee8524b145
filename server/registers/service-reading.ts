/** Reading records of any register: now, as of another day, as known at another time. */
import type { z } from 'zod';
import type { Actor } from '../platform/auth/actor.ts';
import { failure } from './errors.ts';
import { normaliseText } from './engine-values.ts';
import { personalFields } from './policy-access.ts';
import * as readings from './repository-readings.ts';
import * as lists from './repository-lists.ts';
import * as records from './repository-records.ts';
import { changesBetween, type FieldChange } from './engine-difference.ts';
import { recordListSchema, storable, type ActView, type AsOf, type RecordListInput, type RecordView } from './schema-records.ts';
import type { Definition } from './schema-definition.ts';
import { listRegisters, openRegister, toView, upcast, type Opened } from './service-access.ts';
import { searchQuery } from './search-words.ts';

export type ReadInput = { register: string; key: string; asOf?: AsOf; purpose: string; ground?: string | undefined };

/** The key as it is kept, whatever spaces were typed. */
export function keyOf(definition: Definition, typed: string): string {
  // An erased record has a name that no identifier can be.
  if (typed.startsWith('erased-')) return storable(typed);
  const field = definition.fields.find(({ id }) => id === definition.key);
  return storable(field?.type === 'text' ? normaliseText(field, typed) : typed.trim());
}

async function noteReading(actor: Actor, { definition, access }: Opened, keys: readonly string[], reading: { purpose: string; ground?: string | undefined }): Promise<void> {
  const personal = personalFields(definition, access.fields);
  if (keys.length === 0 || personal.length === 0) return;
  const agencyId = access.owner && actor.kind === 'person' ? definition.ownerAgencyId : actor.roles.find((role) => role.agencyId !== null)?.agencyId;
  await readings.recordReadings(actor, definition.id, keys, { purpose: reading.purpose, ...(reading.ground !== undefined && { ground: reading.ground }), ...(agencyId && { agencyId }) }, personal);
}

async function find({ definition, today }: Opened, key: string, { valid = today, known }: AsOf): Promise<records.Version | null> {
  const found = known === undefined ? await records.current(definition.id, key, valid) : await records.asOf(definition.id, key, valid, known);
  if (found) return found;
  const into = await records.aliasOf(definition.id, key);
  if (into === null) return null;
  return known === undefined ? records.current(definition.id, into, valid) : records.asOf(definition.id, into, valid, known);
}

/** One record as it is, or was. Null when the register has none; a merged record answers as the one it was merged into. */
export async function readRecord(actor: Actor, { register, key, asOf = {}, ...reading }: ReadInput): Promise<RecordView | null> {
  const opened = await openRegister(actor, register, 'read');
  const kept = await find(opened, keyOf(opened.definition, key), asOf);
  const [found] = kept ? await upcast(opened.definition, [kept]) : [];
  if (!found) return null;
  await noteReading(actor, opened, [found.key], reading);
  return toView(opened.definition, found, opened.access.fields);
}

export type RecordPage = { records: RecordView[]; next: string | null; previous: boolean };

type Asked = { opened: Opened; query: Omit<lists.ListQuery, 'limit' | 'after' | 'offset'>; order: lists.ListQuery['order'] };

/** What a list asks for, in the terms of the repository; refused where it would let hidden fields be guessed at. */
async function asked(actor: Actor, { register, q, filters, order: wanted, asOf }: Pick<z.output<typeof recordListSchema>, 'register' | 'q' | 'filters' | 'order' | 'asOf'>): Promise<Asked> {
  const opened = await openRegister(actor, register, 'search');
  const { definition, access, today } = opened;
  const usable = new Set([definition.key, ...definition.indexed, ...definition.unique]);
  const fields = [...Object.keys(filters), ...(wanted ? [wanted.field] : [])];
  if (fields.some((field) => !usable.has(field) || !access.fields.has(field))) throw failure('notIndexed');
  if (q !== '' && definition.searched.some((field) => !access.fields.has(field))) throw failure('notIndexed');
  const exact = Object.entries(filters).map(([id, value]): [string, string] => {
    const field = definition.fields.find((one) => one.id === id);
    return [id, field?.type === 'text' ? normaliseText(field, value) : value.trim()];
  });
  const order = wanted?.field === definition.key ? { ...wanted, field: lists.keyOrder } : wanted;
  const shared = { filters: exact, valid: asOf.valid ?? today, known: asOf.known ?? null, order };
  return { opened, query: { ...shared, words: q === '' ? null : await wordsFor(register, q, shared) }, order };
}

/** A page of records in the order of their keys, or of an indexed field. Searches show the first 200 that fit. */
export async function listRecords(actor: Actor, { offset = 0, ...input }: RecordListInput & { offset?: number }): Promise<RecordPage> {
  const { register, after, limit, purpose, ground, ...rest } = recordListSchema.parse(input);
  const { opened, query, order } = await asked(actor, { register, ...rest });
  const rows = await lists.page(register, { ...query, after, offset, limit: limit + 1 });
  const found = await upcast(opened.definition, rows.slice(0, limit));
  await noteReading(actor, opened, found.map(({ key }) => key), { purpose, ground });
  const last = found.at(-1);
  return { records: found.map((row) => toView(opened.definition, row, opened.access.fields)), next: rows.length > limit && last ? lists.cursorOf(last, order) : null, previous: after !== null };
}

const mostCounted = 10_000;

/** How many records a list has: exact up to ten thousand. */
export async function countMatching(actor: Actor, input: Omit<RecordListInput, 'after' | 'limit'>): Promise<{ records: number; exact: boolean }> {
  const { register, ...rest } = recordListSchema.parse(input);
  const { query } = await asked(actor, { register, ...rest });
  const found = await lists.countList(register, query, mostCounted);
  if (found.exact || query.words !== null || query.filters.length > 0) return found;
  return lists.countUpTo(register, mostCounted);
}

/** Whole words first, which costs little however many records have each; beginnings of words where no record has them. */
async function wordsFor(register: string, q: string, shared: Omit<lists.ListQuery, 'words' | 'after' | 'limit' | 'offset'>): Promise<string> {
  const whole = searchQuery(q, { beginnings: false });
  if (whole === null) return 'none';
  const [found] = await lists.page(register, { ...shared, words: whole, after: null, limit: 1 });
  return found ? whole : (searchQuery(q, { beginnings: true }) ?? whole);
}

export type HistoryEntry = { act: ActView; /** What the act changed: for each period of validity, field by field. */ periods: { valid: { from: string; to: string | null }; before: 'none' | 'other'; after: 'none' | 'other'; changes: FieldChange[] }[] };

/** Everything that was ever recorded of a record, newest act first, each with what it changed. */
export async function readHistory(actor: Actor, { register, key, ...reading }: Omit<ReadInput, 'asOf'>): Promise<{ entries: HistoryEntry[]; versions: RecordView[] }> {
  const opened = await openRegister(actor, register, 'read');
  const { definition, access } = opened;
  const kept = keyOf(definition, key);
  const all = await upcast(definition, await records.versions(register, kept));
  if (all.length === 0) throw failure('notFound');
  await noteReading(actor, opened, [kept], reading);
  // An act may have changed nothing in the record itself: another was merged into it.
  const acts = await records.actsByIds([...new Set([...all.flatMap(({ act, closedBy }) => [act, ...(closedBy === null ? [] : [closedBy])]), ...(await records.actsOn(register, kept))])]);
  const fields = definition.fields.filter(({ id }) => access.fields.has(id));
  const entries = acts.toSorted((a, b) => b.at.getTime() - a.at.getTime() || Number(BigInt(b.id) - BigInt(a.id))).map((act): HistoryEntry => {
    const opens = all.filter((version) => version.act === act.id);
    const closes = all.filter((version) => version.closedBy === act.id);
    return { act: toAct(act), periods: periodsOf(fields, closes, opens) };
  });
  return { entries, versions: all.map((version) => toView(definition, version, access.fields)) };
}

const toAct = ({ id, at, kind, groundKind, ground, note, actorName, agencyId }: records.Act): ActView => ({ id, at: at.toISOString(), kind, ground: { kind: groundKind, text: ground }, note, by: actorName, agencyId });

/** The borders of all periods cut valid time into pieces; each says what was believed before and after. */
function periodsOf(fields: readonly { id: string }[], closes: readonly records.Version[], opens: readonly records.Version[]): HistoryEntry['periods'] {
  const borders = [...new Set([...closes, ...opens].flatMap(({ from, to }) => [from, to ?? '']))].toSorted((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  const covering = (list: readonly records.Version[], from: string) => list.find((one) => one.from <= from && (one.to === null || from < one.to)) ?? null;
  return borders.slice(0, -1).flatMap((from, index) => {
    const after = covering(opens, from);
    // Where nothing was believed before, a later period tells what it changes in the one that it follows.
    const before = covering(closes, from) ?? (after && index > 0 ? (opens.find((one) => one.to === from) ?? null) : null);
    const changes = changesBetween(fields, before?.data ?? null, after?.data ?? null);
    if (!before && !after) return [];
    // The same content under another border tells nothing.
    if (before && after && changes.length === 0) return [];
    const to = borders[index + 1];
    return [{ valid: { from, to: to === undefined || to === '' ? null : to }, before: before ? ('other' as const) : ('none' as const), after: after ? ('other' as const) : ('none' as const), changes }];
  });
}

export type Referring = { definition: Definition; keys: string[] };

/** Records of other registers, as far as the actor may search them, that refer to this one. */
export async function listReferring(actor: Actor, { register, key }: { register: string; key: string }): Promise<Referring[]> {
  const open = (await listRegisters(actor)).filter(({ definition, actions }) => actions.includes('search') && refersTo(definition, register));
  const refs = [key, ...(await records.mergedInto(register, key))].map((one) => `${register}:${one}`);
  const found = await Promise.all(open.map(async ({ definition }): Promise<Referring> => {
    const { access, today } = await openRegister(actor, definition.id, 'search');
    // Whoever may not see a reference may not learn of it here.
    const seen = definition.fields.filter((field) => access.fields.has(field.id));
    const rows = refersTo({ fields: seen }, register) ? await lists.referring(definition.id, refs, today, 20) : [];
    return { definition, keys: rows.map((row) => row.key) };
  }));
  return found.filter(({ keys }) => keys.length > 0);
}

function refersTo({ fields }: Pick<Definition, 'fields'>, register: string): boolean {
  return fields.some((field) => (field.type === 'reference' ? field.register === register : field.type === 'list' && field.items.some((item) => item.type === 'reference' && item.register === register)));
}
