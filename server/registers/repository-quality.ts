import { db, type Db } from '../platform/db/index.ts';
import { partition, toVersion, columnsOf, type Version } from './repository-records.ts';

export type Quality = { id: string; state: string; startedAt: Date; finishedAt: Date | null; records: number; figures: Record<string, number> };
const fields = { id: true, state: true, startedAt: true, finishedAt: true, records: true, figures: true } as const;
const toQuality = (row: Omit<Quality, 'figures'> & { figures: unknown }): Quality => ({ ...row, figures: row.figures as Record<string, number> });

export async function insertRun(tx: Db, registerId: string, startedAt: Date): Promise<string> {
  return (await tx.registerQuality.create({ data: { registerId, startedAt }, select: { id: true } })).id;
}

export async function updateRun(tx: Db, id: string, data: Partial<{ state: string; records: number; figures: Record<string, number>; finishedAt: Date }>): Promise<void> {
  await tx.registerQuality.update({ where: { id }, data, select: { id: true } });
}

export async function runs(registerId: string, limit: number): Promise<Quality[]> {
  return (await db().registerQuality.findMany({ where: { registerId }, select: fields, orderBy: { id: 'desc' }, take: limit })).map(toQuality);
}

export async function runById(id: string): Promise<(Quality & { registerId: string }) | null> {
  const row = await db().registerQuality.findUnique({ where: { id }, select: { ...fields, registerId: true } });
  return row && { ...toQuality(row), registerId: row.registerId };
}

export async function insertIssues(tx: Db, runId: string, issues: readonly { figure: string; recordKey: string; reason: string | null }[]): Promise<void> {
  if (issues.length > 0) await tx.registerQualityIssue.createMany({ data: issues.map((issue) => ({ runId, ...issue })) });
}

export async function clearRun(tx: Db, runId: string): Promise<void> {
  await tx.registerQualityIssue.deleteMany({ where: { runId } });
  await tx.$executeRaw`delete from register.signature where run = ${runId}::uuid`;
}

export type Issue = { id: string; recordKey: string; reason: string | null };

export async function issues(runId: string, figure: string, { after, limit }: { after: string | null; limit: number }): Promise<Issue[]> {
  const rows = await db().registerQualityIssue.findMany({ where: { runId, figure, ...(after !== null && { id: { gt: BigInt(after) } }) }, select: { id: true, recordKey: true, reason: true }, orderBy: { id: 'asc' }, take: limit });
  return rows.map(({ id, ...row }) => ({ id: String(id), ...row }));
}

/** Records in force on a civil day, by their keys, after one. */
export async function recordsAfter(tx: Db, register: string, after: string, day: string, limit: number): Promise<Version[]> {
  const rows = await tx.$queryRawUnsafe<Parameters<typeof toVersion>[0][]>(`select ${columnsOf(register)} from ${partition(register)} v where key > $1 and recorded_to = 'infinity' and valid_from <= $2::date and valid_to > $2::date order by key limit $3`, after, day, limit);
  return rows.map(toVersion);
}

export async function insertSignatures(tx: Db, runId: string, rows: readonly { signature: string; key: string }[]): Promise<void> {
  if (rows.length > 0) await tx.$executeRaw`insert into register.signature (run, signature, key) select ${runId}::uuid, signature, key from unnest(${rows.map(({ signature }) => signature)}::text[], ${rows.map(({ key }) => key)}::text[]) as t (signature, key)`;
}

/** Pairs of records with the same signature become candidates; those decided before stay decided, others that are alike no more go. */
export async function findDuplicates(tx: Db, registerId: string, runId: string, at: Date): Promise<number> {
  await tx.$executeRaw`
    insert into "RegisterDuplicate" (id, "registerId", "keyA", "keyB", "foundAt")
    select distinct on (a.key, b.key) gen_random_uuid(), ${registerId}, a.key, b.key, ${at}::timestamptz from register.signature a join register.signature b on a.run = b.run and a.signature = b.signature and a.key < b.key
    where a.run = ${runId}::uuid limit 100000
    on conflict ("registerId", "keyA", "keyB") do update set state = case when "RegisterDuplicate".state = 'merged' then 'open' else "RegisterDuplicate".state end`;
  await tx.$executeRaw`
    delete from "RegisterDuplicate" d where "registerId" = ${registerId} and state = 'open' and not exists (
      select 1 from register.signature a join register.signature b on a.run = b.run and a.signature = b.signature where a.run = ${runId}::uuid and a.key = d."keyA" and b.key = d."keyB")`;
  await tx.$executeRaw`delete from register.signature where run = ${runId}::uuid`;
  return tx.registerDuplicate.count({ where: { registerId, state: 'open' } });
}

export type Duplicate = { id: string; registerId: string; keyA: string; keyB: string; foundAt: Date; state: string; decidedByName: string | null; decidedAt: Date | null };
const duplicateFields = { id: true, registerId: true, keyA: true, keyB: true, foundAt: true, state: true, decidedByName: true, decidedAt: true } as const;

export async function duplicates(registerId: string, { state, after, limit }: { state: string; after: string | null; limit: number }): Promise<Duplicate[]> {
  return db().registerDuplicate.findMany({ where: { registerId, state, ...(after !== null && { id: { gt: after } }) }, select: duplicateFields, orderBy: { id: 'asc' }, take: limit });
}

export async function duplicateById(id: string): Promise<Duplicate | null> {
  return db().registerDuplicate.findUnique({ where: { id }, select: duplicateFields });
}

type Decision = { state: string; decidedByName: string; decidedAt: Date };

/** Decides a pair unless somebody has; tells whether. */
export async function decideOpen(tx: Db, id: string, data: Decision): Promise<boolean> {
  return (await tx.registerDuplicate.updateMany({ where: { id, state: 'open' }, data })).count === 1;
}

export async function decide(tx: Db, { registerId, keys }: { registerId: string; keys: readonly [string, string] }, data: Decision): Promise<void> {
  const [keyA = '', keyB = ''] = keys.toSorted();
  await tx.registerDuplicate.updateMany({ where: { registerId, keyA, keyB }, data });
}

/** What was alike a record that went is alike the one that stays. */
export async function followMerge(tx: Db, { registerId, from, into }: { registerId: string; from: string; into: string }): Promise<void> {
  await tx.$executeRaw`
    with gone as (delete from "RegisterDuplicate" where "registerId" = ${registerId} and state = 'open' and ${from} in ("keyA", "keyB") returning case when "keyA" = ${from} then "keyB" else "keyA" end as other, "foundAt")
    insert into "RegisterDuplicate" (id, "registerId", "keyA", "keyB", "foundAt")
    select gen_random_uuid(), ${registerId}, least(other collate "C", ${into}), greatest(other collate "C", ${into}), "foundAt" from gone where other <> ${into}
    on conflict ("registerId", "keyA", "keyB") do nothing`;
}
