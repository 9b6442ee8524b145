/** Definitions on their way to the next version. */
import type { Prisma } from '../../prisma/generated/client/client.ts';
import { db, type Db } from '../platform/db/index.ts';
import type { Step } from './engine-evolution.ts';
import type { ValueProblem } from './engine-values.ts';
import { partition, toVersion, type Version } from './repository-records.ts';
import { definitionSchema, type Definition } from './schema-definition.ts';
import { stepsSchema } from './schema-evolution.ts';

export type RecordProblem = ValueProblem & { key: string };
export type Draft = { definition: Definition; steps: Step[]; note: string; state: string; progress: number; problems: RecordProblem[]; editorName: string; updatedAt: Date };

export async function draftOf(registerId: string): Promise<Draft | null> {
  const row = await db().registerDraft.findUnique({ where: { registerId }, select: { definition: true, steps: true, note: true, state: true, progress: true, problems: true, editorName: true, updatedAt: true } });
  return row && { ...row, definition: definitionSchema.parse(row.definition), steps: stepsSchema.parse(row.steps), problems: row.problems as unknown as RecordProblem[] };
}

/** Begins a migration; false when one is under way. */
export async function beginMigration(tx: Db, definition: Definition, { steps, note, at, editorName }: { steps: Step[]; note: string; at: Date; editorName: string }): Promise<boolean> {
  const data = { definition: definition as Prisma.InputJsonObject, steps, note, state: 'migrating', progress: 0, problems: [], updatedAt: at, editorName };
  const running = await tx.registerDraft.findFirst({ where: { registerId: definition.id, state: 'migrating' }, select: { registerId: true } });
  if (running) return false;
  await tx.registerDraft.upsert({ where: { registerId: definition.id }, create: { registerId: definition.id, ...data }, update: data, select: { registerId: true } });
  return true;
}

/** How far the migration is, outside its transaction. */
export async function tellProgress(registerId: string, progress: number): Promise<void> {
  await db().registerDraft.updateMany({ where: { registerId }, data: { progress } });
}

export async function failMigration(registerId: string, problems: readonly RecordProblem[]): Promise<void> {
  await db().registerDraft.updateMany({ where: { registerId }, data: { state: 'failed', problems: problems } });
}

export async function removeDraft(tx: Db, registerId: string): Promise<void> {
  await tx.registerDraft.delete({ where: { registerId }, select: { registerId: true } });
}

export async function agencyExists(id: string): Promise<boolean> {
  return (await db().agency.count({ where: { id } })) > 0;
}

/** Writers of the register wait until this transaction ends; readers do not. */
export async function stopWriters(tx: Db, register: string): Promise<void> {
  await tx.$executeRawUnsafe(`lock table ${partition(register)} in exclusive mode`);
}

type Row = Parameters<typeof toVersion>[0];

/** What is believed now, in the order of keys and of validity, of definitions before the new one. */
export async function openAfter(tx: Db, register: string, after: { key: string; from: string } | null, limit: number): Promise<Version[]> {
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `select key, valid_from::text, nullif(valid_to::text, 'infinity') as valid_to, recorded_from, nullif(recorded_to, 'infinity') as recorded_to, revision, definition, act, data
      from ${partition(register)} where recorded_to = 'infinity' and (key, valid_from) > ($1, $2::date) order by key, valid_from limit $3`,
    after?.key ?? '', after?.from ?? '-infinity', limit,
  );
  return rows.map(toVersion);
}

/** Ends the belief in many versions at once. */
export async function closeMany(tx: Db, register: string, versions: readonly Version[], at: string, act: string): Promise<void> {
  await tx.$executeRawUnsafe(
    `update ${partition(register)} as v set recorded_to = $1::timestamptz, closed_by = $2::bigint from unnest($3::text[], $4::text[]) as t (key, valid_from)
      where v.key = t.key and v.valid_from = t.valid_from::date and v.recorded_to = 'infinity' and v.recorded_from < $1::timestamptz`,
    at, act, versions.map(({ key }) => key), versions.map(({ from }) => from),
  );
}
