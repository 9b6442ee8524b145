/** Operations of the API on records: GovStack Digital Registries 1.3, with our times, revisions and grounds added. */
import { z } from 'zod';
import type { Actor } from '../platform/auth/actor.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { failure } from './errors.ts';
import { asOfSchema, groundSchema, purposeSchema, type Ground, type RecordView } from './schema-records.ts';
import type { Definition } from './schema-definition.ts';
import { findDefinition, openRegister } from './service-access.ts';
import { countMatching, keyOf, listRecords, readHistory, readRecord } from './service-reading.ts';
import { listReadingsForOwner } from './service-own.ts';
import { changeRecord, createRecord, endRecord, type Written } from './service-writing.ts';
import { RestProblem } from './rest-problem.ts';

export type Call = { actor: Actor; register: string; version: string; search: URLSearchParams; headers: Headers; body: unknown; path: string };
export type Answer = { status: number; body?: unknown; text?: string; headers?: Record<string, string> };

const content = z.record(z.string().max(60), z.unknown());
const wrapped = z.object({ content });
const querySchema = z.object({ query: wrapped });
const writeSchema = z.object({ write: wrapped, query: wrapped.optional(), ground: groundSchema.optional(), note: z.string().max(1_000).optional(), validFrom: z.iso.date().optional(), validTo: z.iso.date().nullable().optional(), correction: z.boolean().optional() });
const mostEntries = 1_000;
const deepest = 10_000;

/** A record as the API gives it: its fields, and what the engine adds under names that no field can have. */
function out({ key, revision, definition, valid, recorded, data, masked }: RecordView): Record<string, unknown> {
  return { $id: key, $revision: revision, $definition: definition, $valid: valid, $recorded: recorded, ...data, ...(Object.keys(masked).length > 0 && { $masked: masked }) };
}

const etag = ({ revision, recorded }: Pick<RecordView, 'revision' | 'recorded'>) => ({ ETag: `"${revision}-${Date.parse(recorded.from).toString(36)}"` });

/** The register, in the version of the path: clients must not take one version's fields for another's. */
export async function registerOf(call: Pick<Call, 'register' | 'version'>): Promise<Definition> {
  const definition = await findDefinition(call.register);
  if (!new Set([String(definition.version), `${definition.version}.0`]).has(call.version)) throw new RestProblem(404, 'version', { more: { version: definition.version } });
  return definition;
}

async function purposeOf({ actor, register, search, headers }: Call): Promise<string> {
  const given = headers.get('purpose') ?? search.get('purpose');
  if (given !== null) return purposeSchema.parse(safeDecode(given));
  // A right rests on a law: that is the purpose of a caller who names none.
  const { access } = await openRegister(actor, register, 'read').catch(() => openRegister(actor, register, 'search'));
  return access.ground.slice(0, 200);
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function groundOf({ actor, register }: Call, given: Ground | undefined): Promise<Ground> {
  if (given) return given;
  const { access } = await openRegister(actor, register, 'write');
  return { kind: 'decision', text: access.ground.slice(0, 300) };
}

function asOfOf(search: URLSearchParams) {
  return asOfSchema.parse({ ...(search.has('asOf') && { valid: search.get('asOf') }), ...(search.has('known') && { known: search.get('known') }) });
}

/** Fields of a content as exact filters, or its key alone. */
function filtersOf(definition: Definition, given: Record<string, unknown>): Record<string, string> {
  const filters = Object.fromEntries(Object.entries(given).map(([field, value]) => [field, z.union([z.string(), z.number(), z.boolean()]).transform(String).parse(value)]));
  const key = filters[definition.key];
  if (Object.keys(filters).length === 0) throw new RestProblem(422, 'noQuery');
  return key === undefined ? filters : { ...filters, [definition.key]: keyOf(definition, key) };
}

async function findAll(call: Call, definition: Definition, given: Record<string, unknown>, limit: number): Promise<RecordView[]> {
  const found: RecordView[] = [];
  const purpose = await purposeOf(call);
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listRecords>> = await listRecords(call.actor, { register: call.register, filters: filtersOf(definition, given), after, limit: Math.min(200, limit + 1), asOf: asOfOf(call.search), purpose });
    found.push(...page.records);
    if (page.next === null || found.length > limit) return found;
    after = page.next;
  }
}

async function findOne(call: Call, definition: Definition, given: Record<string, unknown>): Promise<RecordView | null> {
  const keys = Object.keys(given);
  if (keys.length === 1 && keys[0] === definition.key) return readRecord(call.actor, { register: call.register, key: String(z.union([z.string(), z.number()]).parse(given[definition.key])), asOf: asOfOf(call.search), purpose: await purposeOf(call) });
  const found = await findAll(call, definition, given, 1);
  if (found.length > 1) throw new RestProblem(409, 'ambiguous');
  return found[0] ?? null;
}

function accepted(outcome: Written): Written & { outcome: 'written' } {
  if (outcome.outcome === 'refused') throw new RestProblem(422, 'values', { more: { problems: outcome.problems } });
  return outcome;
}

const whole = (max: number) => z.coerce.number().int().min(1).max(max);
const listQuery = z.object({ search: z.string().max(100).optional(), filter: z.string().max(60).optional(), ordering: z.string().max(60).optional(), page: whole(deepest).default(1), page_size: whole(200).default(25), cursor: z.string().max(600).optional() });

export async function list(call: Call): Promise<Answer> {
  const definition = await registerOf(call);
  const given = Object.fromEntries(call.search);
  const { search: words = '', filter, ordering, page, page_size: size, cursor } = listQuery.parse({ ...given, page_size: given['page_size'] ?? given['pageSize'] });
  const filters = Object.fromEntries([...call.search].flatMap(([name, value]) => (name.startsWith('query.') ? [[name.slice(6), value]] : [])));
  // “filter” names the field that the search is for.
  if (filter !== undefined) filters[filter] = words;
  const descending = ordering === 'descending' || (ordering?.startsWith('-') ?? false);
  const field = ordering === undefined || ordering === 'ascending' || ordering === 'descending' ? null : ordering.replace(/^-/, '');
  const order = field !== null ? { field, descending } : descending ? { field: definition.key, descending } : null;
  const offset = (page - 1) * size;
  if (offset + size > deepest) throw new RestProblem(422, 'tooDeep');
  const asked = { register: call.register, q: filter === undefined ? words : '', filters, order, asOf: asOfOf(call.search), purpose: await purposeOf(call) };
  const [found, { records: count, exact }] = [await listRecords(call.actor, { ...asked, after: cursor ?? null, limit: size, offset: cursor === undefined ? offset : 0 }), await countMatching(call.actor, asked)];
  const address = (change: Record<string, string>, ...without: string[]) => {
    const next = new URLSearchParams(call.search);
    for (const name of without) next.delete(name);
    for (const [name, value] of Object.entries(change)) next.set(name, value);
    return `${call.path}?${next.toString()}`;
  };
  return {
    status: 200,
    body: {
      count, ...(!exact && { countIsEstimate: true }),
      next: found.next === null ? null : address({ cursor: found.next }, 'page'),
      previous: cursor === undefined && page > 1 ? address({ page: String(page - 1) }) : null,
      results: found.records.map(out),
    },
  };
}

export async function create(call: Call): Promise<Answer> {
  await registerOf(call);
  const { write, ground, note, validFrom, validTo } = writeSchema.parse(call.body);
  const { key, revision } = accepted(await createRecord(call.actor, { register: call.register, data: write.content, validFrom: validFrom ?? civilDay(now()), validTo: validTo ?? null, ground: await groundOf(call, ground), ...(note !== undefined && { note }) }));
  return { status: 200, body: { content: { $id: key, $revision: revision, ...write.content } } };
}

export async function exists(call: Call): Promise<Answer> {
  const definition = await registerOf(call);
  const { query } = querySchema.parse(call.body);
  const found = (await findAll(call, definition, query.content, 1)).length > 0;
  return { status: 200, body: { answer: { status: found, message: found ? 'Object found from database' : 'Object not found' } } };
}

export async function read(call: Call): Promise<Answer> {
  const definition = await registerOf(call);
  const { query } = querySchema.parse(call.body);
  const found = await findOne(call, definition, query.content);
  if (!found) throw failure('notFound');
  return { status: 200, body: { content: out(found) }, headers: etag(found) };
}

async function change(call: Call, record: RecordView, body: z.infer<typeof writeSchema>): Promise<Written & { outcome: 'written' }> {
  const match = call.headers.get('if-match');
  if (match !== null && match !== '*' && match !== etag(record).ETag) throw new RestProblem(412, 'changed');
  return accepted(await changeRecord(call.actor, { register: call.register, key: record.key, revision: record.revision, changes: body.write.content, validFrom: body.validFrom ?? civilDay(now()), validTo: body.validTo ?? null, correction: body.correction ?? false, ground: await groundOf(call, body.ground), ...(body.note !== undefined && { note: body.note }) }));
}

export async function update(call: Call): Promise<Answer> {
  const definition = await registerOf(call);
  const body = writeSchema.parse(call.body);
  const found = await findOne(call, definition, body.query?.content ?? { [definition.key]: body.write.content[definition.key] ?? '' });
  if (!found) throw failure('notFound');
  const { key, revision } = await change(call, found, body);
  return { status: 200, body: { content: { $id: key, $revision: revision } } };
}

export async function updateOrCreate(call: Call): Promise<Answer> {
  const definition = await registerOf(call);
  const body = writeSchema.parse(call.body);
  const found = await findOne(call, definition, body.query?.content ?? { [definition.key]: body.write.content[definition.key] ?? '' });
  if (!found) return create(call);
  const { key, revision } = await change(call, found, body);
  return { status: 200, body: { content: { $id: key, $revision: revision, ...body.write.content } } };
}

/** All or as many as were found: each record is changed by itself, and the answer says how many were. */
export async function updateEntries(call: Call): Promise<Answer> {
  const definition = await registerOf(call);
  const body = writeSchema.extend({ query: wrapped }).parse(call.body);
  const found = await findAll(call, definition, body.query.content, mostEntries);
  if (found.length > mostEntries) throw new RestProblem(422, 'tooManyEntries');
  for (const record of found) await change(call, record, body);
  return { status: 200, body: { updated: found.length } };
}

/** The record is not valid from today on; nothing is deleted. */
export async function remove(call: Call, id: string): Promise<Answer> {
  await registerOf(call);
  const record = await readRecord(call.actor, { register: call.register, key: id, purpose: await purposeOf(call) });
  if (!record) throw failure('notFound');
  const match = call.headers.get('if-match');
  if (match !== null && match !== '*' && match !== etag(record).ETag) throw new RestProblem(412, 'changed');
  await endRecord(call.actor, { register: call.register, key: record.key, revision: record.revision, validFrom: civilDay(now()), ground: await groundOf(call, undefined) });
  return { status: 204 };
}

export async function readValue(call: Call, id: string, field: string, extension: string): Promise<Answer> {
  const definition = await registerOf(call);
  if (!definition.fields.some((one) => one.id === field)) throw new RestProblem(404, 'field');
  const record = await readRecord(call.actor, { register: call.register, key: id, asOf: asOfOf(call.search), purpose: await purposeOf(call) });
  if (!record) throw failure('notFound');
  const value = record.data[field] ?? null;
  if (value === null && record.masked[field] !== undefined) throw failure('forbidden');
  if (extension === 'json') return { status: 200, body: { value }, headers: etag(record) };
  return { status: 200, text: value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value), headers: etag(record) };
}

export async function history(call: Call, id: string): Promise<Answer> {
  await registerOf(call);
  const { entries, versions } = await readHistory(call.actor, { register: call.register, key: id, purpose: await purposeOf(call) });
  return { status: 200, body: { acts: entries, versions: versions.map(out) } };
}

const usageSchema = z.object({ userID: z.string().max(30), DatabaseID: z.string().max(60) });

/** Who has read the records of a person, for the system through which that person asks. */
export async function personalDataUsage(call: Call): Promise<Answer> {
  const { userID, DatabaseID } = usageSchema.parse(Object.fromEntries(call.search));
  const readings = await listReadingsForOwner(call.actor, { register: DatabaseID, pinfl: userID });
  return {
    status: 200,
    body: readings.map(({ id, at, readerName, agencyId, agencyName, clientName, purpose, fields }) => ({
      ID: id, ReaderInitials: readerName.split(/\s+/).map((word) => word.slice(0, 1)).join(''), ReaderInstitutionID: agencyId, ReaderInstitutionName: agencyName, ReaderApplicationName: clientName ?? 'Yagona', SearchDateTime: at.toISOString(), Purpose: purpose, Fields: fields,
      Refrences: [{ ReferenceID: userID }],
    })),
  };
}
