/** The work of an import: checking every row of its file, and writing those that are sound. Done by jobs; resumable. */
import { systemActor, type Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { isUniqueViolation, transaction, type Db } from '../platform/db/index.ts';
import { objectFile } from '../platform/storage/index.ts';
import { openTable, TableFileError, type TableReader, type TableRow } from '../platform/tabular/index.ts';
import { audit } from '../platform/audit/index.ts';
import { patch, put, type Rewrite } from './engine-history.ts';
import { SeenTexts, valuesOf } from './engine-import.ts';
import { normaliseText, readData, readDay, referencesOf, type Context, type ValueProblem } from './engine-values.ts';
import * as imports from './repository-imports.ts';
import type { Import, RowProblem } from './repository-imports.ts';
import * as records from './repository-records.ts';
import type { Definition, RecordData } from './schema-definition.ts';
import { validFromColumn } from './schema-imports.ts';
import { findDefinition } from './service-access.ts';
import { tellFollowers } from './service-delivery.ts';
import { writingContext } from './service-context.ts';
import { derived, instantAfter } from './service-writing.ts';

/** Rows dealt with at a time, and so at most repeated after a crash; problems kept at most. */
const batchSize = 1_000;
const mostProblems = 100_000;
const hour = 3_600_000;

type Seen = { keys: SeenTexts; unique: Map<string, SeenTexts> };
type Sound = { row: number; key: string; from: string; data: RecordData; timeline: records.Version[]; rewrite: Rewrite<records.Version> };
type Work = { one: Import; definition: Definition; context: Context; tx: Db; seen: Seen };

async function openFile(one: Import): Promise<TableReader> {
  return openTable({ name: one.fileName, path: objectFile(one.fileKey) });
}

async function* batches(reader: TableReader, from: number): AsyncGenerator<TableRow[]> {
  let rows: TableRow[] = [];
  for await (const row of reader.rows(from)) {
    rows.push(row);
    if (rows.length < batchSize) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** Reads a batch of rows against the register as it is now: what is sound, and what is wrong with the rest. */
async function readBatch({ one, definition, context, tx, seen }: Work, rows: readonly TableRow[]): Promise<{ sound: Sound[]; problems: RowProblem[] }> {
  const columnOf = (field: string) => one.header[one.mapping.indexOf(field.split('.')[0] ?? '')] ?? '';
  const keyField = definition.fields.find(({ id }) => id === definition.key);
  const given = rows.map(({ row, cells }) => ({ row, ...valuesOf(one.mapping, cells) }));
  const keyOf = (values: Record<string, string>) => (keyField?.type === 'text' ? normaliseText(keyField, values[definition.key] ?? '') : '');
  const timelines = await records.lockTimelines(tx, one.registerId, [...new Set(given.map((each) => keyOf(each.given)).filter((key) => key !== ''))]);
  const mapped = definition.fields.filter(({ id }) => one.mapping.includes(id));
  const problems: RowProblem[] = [];
  const sound: Sound[] = [];
  for (const { row, given: values, validFrom } of given) {
    const found: ValueProblem[] = [];
    const key = keyOf(values);
    const timeline = timelines.get(key) ?? [];
    const from = dayOf(validFrom, one.validFrom ?? context.today, found);
    // A record that exists keeps what the file does not have; a new one must be whole.
    const read = timeline.length === 0 ? readData(definition, values, context) : readData({ ...definition, fields: mapped, rules: [] }, values, context);
    found.push(...read.problems);
    if (key !== '' && seen.keys.add(key)) found.push({ field: definition.key, reason: 'repeated', value: key, params: {} });
    let rewrite: Rewrite<records.Version> = { closed: [], opened: [] };
    if (found.length === 0) {
      const period = { from, to: null };
      rewrite = timeline.length === 0 ? put(timeline, period, read.data) : patch(timeline, period, Object.fromEntries(mapped.map(({ id }) => [id, read.data[id]])));
      if (timeline.length > 0) for (const { data } of rewrite.opened) found.push(...readData(definition, data, context).problems);
    }
    if (found.length === 0) sound.push({ row, key, from, data: read.data, timeline, rewrite });
    problems.push(...found.map((problem) => ({ ...problem, row, column: columnOf(problem.field) })));
  }
  const bad = await problemsWithOthers(tx, definition, sound, seen);
  problems.push(...bad.map((problem) => ({ ...problem, column: columnOf(problem.field) })));
  const refused = new Set(problems.map(({ row }) => row));
  return { sound: sound.filter(({ row }) => !refused.has(row)), problems: problems.toSorted((a, b) => a.row - b.row) };
}

function dayOf(cell: string, fallback: string, problems: ValueProblem[]): string {
  if (cell === '') return fallback;
  const day = readDay(cell);
  if (day === null) problems.push({ field: validFromColumn, reason: 'notDay', value: cell.slice(0, 200), params: {} });
  return day ?? fallback;
}

/** References to nothing and values of unique fields that are taken, asked for the whole batch at once. */
async function problemsWithOthers(tx: Db, definition: Definition, sound: readonly Sound[], seen: Seen): Promise<(ValueProblem & { row: number })[]> {
  const problems: (ValueProblem & { row: number })[] = [];
  const wanted = sound.flatMap(({ row, key, rewrite }) => rewrite.opened.flatMap(({ data }) => referencesOf(definition, data)).filter((one) => !(one.register === definition.id && one.key === key)).map((one) => ({ row, ...one })));
  for (const register of new Set(wanted.map((one) => one.register))) {
    const here = wanted.filter((one) => one.register === register);
    const known = await records.existing(tx, register, [...new Set(here.map(({ key }) => key))]);
    for (const { row, field, key } of here) if (!known.has(key)) problems.push({ row, field, reason: 'unknownReference', value: key, params: { register } });
  }
  for (const field of definition.unique) {
    const values = sound.flatMap(({ row, key, rewrite }) => rewrite.opened.slice(-1).flatMap(({ data }) => (typeof data[field] === 'string' ? [{ row, key, value: data[field] }] : [])));
    const holders = await records.holdersOfMany(tx, definition.id, field, values.map(({ value }) => value));
    const fresh = seen.unique.get(field) ?? new SeenTexts();
    seen.unique.set(field, fresh);
    for (const { row, key, value } of values) if (fresh.add(value) || (holders.get(value) ?? key) !== key) problems.push({ row, field, reason: 'taken', value, params: {} });
  }
  return problems;
}

const newSeen = (): Seen => ({ keys: new SeenTexts(), unique: new Map() });

function failureOf(error: unknown): { key: string; params: Record<string, string | number> } | null {
  if (error instanceof TableFileError) return { key: `registers.file.${error.reason}`, params: { row: error.place?.row ?? 0, column: error.place?.column ?? 0 } };
  if (error instanceof Stopped) return { key: `registers.import.${error.message}`, params: {} };
  if (isUniqueViolation(error) || error instanceof records.ClosedMeanwhile) return { key: 'registers.import.meanwhile', params: {} };
  return null;
}

class Stopped extends Error {}

/** Whether a person has asked to stop. */
async function stopIfCancelled(id: string): Promise<void> {
  if ((await imports.findImport(id))?.state === 'cancelled') throw new Stopped('cancelled');
}

/** Dry run: every row is read, nothing is written. */
export async function checkImport(id: string): Promise<void> {
  const one = await imports.findImport(id);
  if (one?.state !== 'checking') return;
  const definition = await findDefinition(one.registerId);
  const context = await writingContext(definition);
  const seen = newSeen();
  await transaction((tx) => imports.clearProblems(tx, id));
  await imports.tellProgress(id, { rows: 0, accepted: 0, rejected: 0, created: 0, changed: 0, unchanged: 0, position: 0 });
  await settled(id, async () => {
    const counts = { rows: 0, accepted: 0, rejected: 0, created: 0, changed: 0, unchanged: 0 };
    let kept = 0;
    for await (const rows of batches(await openFile(one), 0)) {
      await stopIfCancelled(id);
      await transaction(async (tx) => {
        const { sound, problems } = await readBatch({ one, definition, context, tx, seen }, rows);
        count(counts, rows.length, sound);
        await imports.insertProblems(tx, id, problems.slice(0, Math.max(0, mostProblems - kept)));
        kept += problems.length;
        await imports.updateImport(tx, id, counts);
      }, { timeoutMs: 120_000 });
    }
    await imports.tellProgress(id, { ...counts, total: counts.rows, state: 'checked', finishedAt: now() });
  });
}

type Counts = { rows: number; accepted: number; rejected: number; created: number; changed: number; unchanged: number };

function count(counts: Counts, rows: number, sound: readonly Sound[]): void {
  counts.rows += rows;
  counts.accepted += sound.length;
  counts.rejected += rows - sound.length;
  counts.created += sound.filter(({ timeline }) => timeline.length === 0).length;
  counts.unchanged += sound.filter(({ timeline, rewrite }) => timeline.length > 0 && rewrite.opened.length === 0).length;
  counts.changed += sound.filter(({ timeline, rewrite }) => timeline.length > 0 && rewrite.opened.length > 0).length;
}

/** What stops the work for good is kept with the import for people to read; anything else lets the job try again. */
async function settled(id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    if (!(error instanceof Stopped && error.message === 'cancelled')) await imports.tellProgress(id, { state: 'failed', failure, finishedAt: now() });
  }
}

async function write(tx: Db, definition: Definition, sound: readonly Sound[], act: string): Promise<void> {
  const changed = sound.filter(({ rewrite }) => rewrite.opened.length > 0);
  const at = instantAfter(changed.flatMap(({ timeline }) => timeline));
  await records.closeVersions(tx, definition.id, changed.flatMap(({ rewrite }) => rewrite.closed), at, act);
  const revised = changed.map((one) => ({ ...one, revision: one.timeline.reduce((last, { revision }) => Math.max(last, revision), 0) + 1 }));
  const rows = revised.flatMap(({ key, revision, rewrite }) => rewrite.opened.map(({ from, to, data }) => ({ key, from, to, data, revision, ...derived(definition, data) })));
  if (rows.length > 0) await records.insertVersions(tx, definition.id, rows, { at, act, definition: definition.version });
  await records.insertChanges(tx, definition.id, revised.map(({ key, revision }) => ({ key, kind: 'import', revision })), act);
  await tellFollowers(tx, definition.id);
}

/** Begins the act of the import: one for the whole file. */
async function begin(tx: Db, one: Import, definition: Definition): Promise<string> {
  const agencyId = definition.ownerAgencyId;
  const act = await records.insertAct(tx, { at: now(), kind: 'import', groundKind: one.groundKind ?? 'document', ground: one.ground ?? one.fileName, note: one.fileName, actorId: one.createdById, actorName: one.createdByName, clientId: null, agencyId, requestId: null });
  const actor: Actor = { ...systemActor(one.createdByName), userId: one.createdById };
  await audit(tx, actor, { action: 'registers.import', subjectType: 'register', subjectId: definition.id, agencyId, reason: one.ground, detail: { act, import: one.id, file: one.fileName, mode: one.mode } });
  return act;
}

/**
 * Writes the file. With `accepted` each batch is kept by itself together with the position that it reached, so
 * that after a crash the work goes on behind it and nothing is written twice. With `all` it is one transaction.
 */
export async function runImport(id: string): Promise<void> {
  const one = await imports.findImport(id);
  if (one?.state !== 'importing') return;
  const definition = await findDefinition(one.registerId);
  const context = await writingContext(definition);
  await settled(id, () => (one.mode === 'all' ? runWhole(one, definition, context) : runAccepted(one, definition, context)));
}

async function runWhole(one: Import, definition: Definition, context: Context): Promise<void> {
  const counts: Counts = { rows: 0, accepted: 0, rejected: 0, created: 0, changed: 0, unchanged: 0 };
  await transaction(async (tx) => {
    const act = await begin(tx, one, definition);
    const seen = newSeen();
    for await (const rows of batches(await openFile(one), 0)) {
      const { sound } = await readBatch({ one, definition, context, tx, seen }, rows);
      // Checked before, but the register may have changed since.
      if (sound.length < rows.length) throw new Stopped('notAll');
      await write(tx, definition, sound, act);
      count(counts, rows.length, sound);
      // Seen while the transaction is open; all of it is gone if it fails.
      await imports.tellProgress(one.id, { rows: counts.rows });
    }
    await imports.updateImport(tx, one.id, { ...counts, act: BigInt(act), state: 'done', finishedAt: now() });
  }, { timeoutMs: 4 * hour });
}

async function runAccepted(one: Import, definition: Definition, context: Context): Promise<void> {
  const counts: Counts = { rows: one.rows, accepted: one.accepted, rejected: one.rejected, created: one.created, changed: one.changed, unchanged: one.unchanged };
  const seen = newSeen();
  // Keys in front of the position have been seen.
  if (one.position > 0) await remember(one, definition, seen);
  for await (const rows of batches(await openFile(one), one.position + 1)) {
    await stopIfCancelled(one.id);
    const position = rows.at(-1)?.row ?? one.position;
    await transaction(async (tx) => {
      const locked = await imports.lockImport(tx, one.id);
      // Another worker took the job over in the meantime, and is further.
      if (locked?.state !== 'importing' || locked.position >= position) throw new Stopped('cancelled');
      const act = locked.act ?? (await begin(tx, locked, definition));
      const { sound, problems } = await readBatch({ one: locked, definition, context, tx, seen }, rows);
      await write(tx, definition, sound, act);
      if (locked.position === 0) await imports.clearProblems(tx, one.id);
      await imports.insertProblems(tx, one.id, counts.rejected < mostProblems ? problems : []);
      count(counts, rows.length, sound);
      await imports.updateImport(tx, one.id, { ...counts, position, act: BigInt(act) });
    }, { timeoutMs: 120_000 });
  }
  await imports.tellProgress(one.id, { state: 'done', finishedAt: now() });
}

async function remember(one: Import, definition: Definition, seen: Seen): Promise<void> {
  const keyField = definition.fields.find(({ id }) => id === definition.key);
  for await (const { row, cells } of (await openFile(one)).rows()) {
    if (row > one.position) return;
    const value = valuesOf(one.mapping, cells).given[definition.key] ?? '';
    if (keyField?.type === 'text' && value !== '') seen.keys.add(normaliseText(keyField, value));
  }
}
