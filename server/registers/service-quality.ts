/** How good the data of a register are: measured by a job, record by record, in bounded memory. */
import { audit } from '../platform/audit/index.ts';
import { hasRole, type Actor } from '../platform/auth/actor.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { transaction } from '../platform/db/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { fold } from '../platform/search/fold.ts';
import { readData, referencesOf } from './engine-values.ts';
import { failure } from './errors.ts';
import { allPublished } from './repository-definitions.ts';
import * as quality from './repository-quality.ts';
import { existing, type Version } from './repository-records.ts';
import type { Definition } from './schema-definition.ts';
import { figureSchema } from './schema-quality.ts';
import { findDefinition } from './service-access.ts';
import { writingContext } from './service-context.ts';

export type { Issue, Quality } from './repository-quality.ts';

const batch = 1_000;
const mostIssues = 1_000;
const pageSize = 50;
const shownRuns = 12;
const dayMs = 86_400_000;

/** Keepers of the owner, and those who watch over the platform. */
async function mayLook(actor: Actor, register: string): Promise<{ definition: Definition; keeper: boolean }> {
  const definition = await findDefinition(register);
  const keeper = hasRole(actor, 'register_keeper', definition.ownerAgencyId);
  if (!keeper && !hasRole(actor, 'platform_administrator') && !hasRole(actor, 'auditor')) throw failure('forbidden');
  return { definition, keeper };
}

/** The last measurings, newest first. */
export async function listQuality(actor: Actor, { register }: { register: string }): Promise<{ runs: quality.Quality[]; mayMeasure: boolean }> {
  const { keeper } = await mayLook(actor, register);
  return { runs: await quality.runs(register, shownRuns), mayMeasure: keeper || hasRole(actor, 'platform_administrator') };
}

/** Starts a measuring, unless one is under way. */
export async function startMeasuring(actor: Actor, { register }: { register: string }): Promise<void> {
  const { definition, keeper } = await mayLook(actor, register);
  if (!keeper && !hasRole(actor, 'platform_administrator')) throw failure('forbidden');
  await transaction(async (tx) => {
    const [last] = await quality.runs(register, 1);
    if (last?.state === 'running' && now().getTime() - last.startedAt.getTime() < dayMs / 24) return;
    const runId = await quality.insertRun(tx, register, now());
    await addJob(tx, 'registers.measure', { runId }, { key: `registers.measure:${register}`, maxAttempts: 5 });
    await audit(tx, actor, { action: 'registers.measure', subjectType: 'register', subjectId: register, agencyId: definition.ownerAgencyId, ...(keeper && { as: 'register_keeper' as const }) });
  });
}

/** Every night each register is measured; those never measured, when they have just been filled. */
export async function measureAll({ neverMeasured = false } = {}): Promise<void> {
  for (const { definition } of await allPublished()) {
    if (neverMeasured && (await quality.runs(definition.id, 1)).length > 0) continue;
    await transaction(async (tx) => {
      const runId = await quality.insertRun(tx, definition.id, now());
      await addJob(tx, 'registers.measure', { runId }, { key: `registers.measure:${definition.id}`, maxAttempts: 5 });
    });
  }
}

/** The records behind a figure of the last finished measuring. Keys are hidden from those who may not see them. */
export async function listIssues(actor: Actor, { register, figure, after = null }: { register: string; figure: string; after?: string | null }): Promise<{ issues: quality.Issue[]; next: string | null }> {
  const { definition, keeper } = await mayLook(actor, register);
  const run = (await quality.runs(register, shownRuns)).find(({ state }) => state === 'done');
  if (!run || !figureSchema.safeParse(figure).success) return { issues: [], next: null };
  const open = keeper || definition.fields.find(({ id }) => id === definition.key)?.sensitivity === 'public';
  const rows = await quality.issues(run.id, figure, { after: after !== null && /^\d{1,18}$/.test(after) ? after : null, limit: pageSize + 1 });
  const issues = rows.slice(0, pageSize).map((issue) => ({ ...issue, recordKey: open ? issue.recordKey : '' }));
  return { issues, next: rows.length > pageSize ? (issues.at(-1)?.id ?? null) : null };
}

type Counter = { figures: Record<string, number>; issues: { figure: string; recordKey: string; reason: string | null }[]; add: (figure: string, key: string, reason?: string) => void };

function counter(): Counter {
  const figures: Record<string, number> = {};
  const counted: Counter = { figures, issues: [], add: (figure, key, reason) => {
    figures[figure] = (figures[figure] ?? 0) + 1;
    if (figures[figure] <= mostIssues) counted.issues.push({ figure, recordKey: key, reason: reason ?? null });
  } };
  return counted;
}

/** Values that two records of one subject would share, brought to one writing. */
function signaturesOf(definition: Definition, { data }: Version): string[] {
  return definition.duplicates.flatMap((group, index) => {
    const values = group.map((field) => data[field]);
    const plain = values.flatMap((value) => (value === undefined || typeof value === 'object' ? [] : [fold(String(value)).replace(/[^\p{L}\p{N}]/gu, '')]));
    return plain.length < group.length ? [] : [`${index}|${plain.join('|')}`];
  });
}

/** Measures a register. A run that was broken off begins anew. */
export async function measure(runId: string): Promise<void> {
  const run = await quality.runById(runId);
  if (run?.state !== 'running') return;
  const definition = await findDefinition(run.registerId);
  const context = await writingContext(definition);
  const counts = counter();
  const stale = now().getTime() - definition.freshDays * dayMs;
  const today = civilDay(now());
  await transaction((tx) => quality.clearRun(tx, runId));
  let records = 0;
  for (let after = ''; ; ) {
    const rows = await transaction(async (tx) => {
      const found = await quality.recordsAfter(tx, definition.id, after, today, batch);
      const references = found.flatMap((version) => referencesOf(definition, version.data).map((reference) => ({ ...reference, record: version.key })));
      const known = new Map<string, Set<string>>();
      for (const register of new Set(references.map((one) => one.register))) known.set(register, await existing(tx, register, [...new Set(references.filter((one) => one.register === register).map(({ key }) => key))]));
      for (const version of found) look(definition, version, { counts, context, stale, today });
      for (const { register, key, field, record } of references) if (!known.get(register)?.has(key)) counts.add(`broken:${field.split('.')[0] ?? field}`, record);
      await quality.insertSignatures(tx, runId, found.flatMap((version) => signaturesOf(definition, version).map((signature) => ({ signature, key: version.key }))));
      await quality.insertIssues(tx, runId, counts.issues.splice(0));
      records += found.length;
      await quality.updateRun(tx, runId, { records });
      return found;
    }, { timeoutMs: 120_000 });
    after = rows.at(-1)?.key ?? after;
    if (rows.length < batch) break;
  }
  await transaction(async (tx) => {
    counts.figures['duplicates'] = await quality.findDuplicates(tx, definition.id, runId, now());
    await quality.updateRun(tx, runId, { state: 'done', records, figures: counts.figures, finishedAt: now() });
  }, { timeoutMs: 600_000 });
}

type Look = { counts: Counter; context: Awaited<ReturnType<typeof writingContext>>; stale: number; today: string };

function look(definition: Definition, { key, data, recordedFrom }: Version, { counts, context, stale, today }: Look): void {
  for (const { id } of definition.fields) if (data[id] === undefined) counts.add(`missing:${id}`, key);
  const wrong = new Set<string>();
  for (const { field, reason } of readData(definition, data, context).problems) {
    const id = field.split('.')[0] ?? field;
    if (reason === 'required' || wrong.has(id)) continue;
    wrong.add(id);
    counts.add(`invalid:${id}`, key, reason);
  }
  if (Date.parse(recordedFrom) < stale) counts.add('stale', key);
  const expires = definition.expires === undefined ? undefined : data[definition.expires];
  if (typeof expires === 'string' && expires < today) counts.add('expired', key);
}
