import type { Prisma } from '../../prisma/generated/client/client.ts';
import { db, type Db } from '../platform/db/index.ts';
import type { ValueProblem } from './engine-values.ts';
import type { ImportState } from './schema-imports.ts';

const fields = {
  id: true, registerId: true, fileName: true, fileKey: true, size: true, format: true, encoding: true, header: true, mapping: true, state: true, mode: true, validFrom: true, groundKind: true, ground: true, act: true, position: true,
  rows: true, total: true, accepted: true, rejected: true, created: true, changed: true, unchanged: true, failure: true, revision: true, createdById: true, createdByName: true, createdAt: true, startedAt: true, finishedAt: true,
} as const;

type Row = Prisma.RegisterImportGetPayload<{ select: typeof fields }>;
export type Import = Omit<Row, 'state' | 'size' | 'act' | 'validFrom' | 'failure'> & { state: ImportState; size: number; act: string | null; /** Civil day. */ validFrom: string | null; failure: { key: string; params: Record<string, string | number> } | null };

const toImport = (row: Row): Import => ({
  ...row, state: row.state as ImportState, size: Number(row.size), act: row.act === null ? null : String(row.act), validFrom: row.validFrom?.toISOString().slice(0, 10) ?? null, failure: row.failure as Import['failure'],
});

export type NewImport = { registerId: string; fileName: string; fileKey: string; size: number; format: string; encoding: string | null; header: string[]; mapping: string[]; createdById: string | null; createdByName: string; createdAt: Date };

export async function insertImport(tx: Db, data: NewImport): Promise<string> {
  return (await tx.registerImport.create({ data, select: { id: true } })).id;
}

export async function findImport(id: string): Promise<Import | null> {
  const row = await db().registerImport.findUnique({ where: { id }, select: fields });
  return row && toImport(row);
}

export async function lockImport(tx: Db, id: string): Promise<Import | null> {
  await tx.$executeRaw`select 1 from "RegisterImport" where id = ${id}::uuid for update`;
  const row = await tx.registerImport.findUnique({ where: { id }, select: fields });
  return row && toImport(row);
}

export async function importsOf(registerId: string, { after, limit }: { after: string | null; limit: number }): Promise<Import[]> {
  const rows = await db().registerImport.findMany({ where: { registerId, ...(after !== null && { id: { lt: after } }) }, select: fields, orderBy: { id: 'desc' }, take: limit });
  return rows.map(toImport);
}

/** The mapping of the last import of a file with the same header. */
export async function rememberedMapping(registerId: string, header: readonly string[]): Promise<string[] | null> {
  const row = await db().registerImport.findFirst({ where: { registerId, header: { equals: [...header] }, groundKind: { not: null } }, select: { mapping: true }, orderBy: { id: 'desc' } });
  return row?.mapping ?? null;
}

export type ImportChange = Partial<{ state: ImportState; mode: string; mapping: string[]; validFrom: Date; groundKind: string; ground: string; act: bigint; position: number; rows: number; total: number; accepted: number; rejected: number; created: number; changed: number; unchanged: number; failure: Prisma.InputJsonObject; startedAt: Date; finishedAt: Date }>;

/** Changes an import and counts its revision on. */
export async function updateImport(tx: Db, id: string, change: ImportChange): Promise<void> {
  await tx.registerImport.update({ where: { id }, data: { ...change, revision: { increment: 1 } }, select: { id: true } });
}

/** Tells how far the work is, outside the transaction that does it. */
export async function tellProgress(id: string, change: ImportChange): Promise<void> {
  await updateImport(db(), id, change);
}

export type RowProblem = ValueProblem & { row: number; column: string };

export async function insertProblems(tx: Db, importId: string, problems: readonly RowProblem[]): Promise<void> {
  if (problems.length > 0) await tx.registerImportProblem.createMany({ data: problems.map(({ row, column, field, value, reason, params }) => ({ importId, row, column, field, value, reason, params })) });
}

export async function clearProblems(tx: Db, importId: string): Promise<void> {
  await tx.registerImportProblem.deleteMany({ where: { importId } });
}

export type StoredProblem = RowProblem & { id: string };

export async function problemsOf(importId: string, { after, limit }: { after: string | null; limit: number }): Promise<StoredProblem[]> {
  const rows = await db().registerImportProblem.findMany({
    where: { importId, ...(after !== null && { id: { gt: BigInt(after) } }) },
    select: { id: true, row: true, column: true, field: true, value: true, reason: true, params: true },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map((row) => ({ ...row, id: String(row.id), reason: row.reason as ValueProblem['reason'], params: row.params as ValueProblem['params'] }));
}

/** Imports that rest since an instant and still have their file. */
export async function restingSince(before: Date, limit: number): Promise<{ id: string; fileKey: string; state: string }[]> {
  return db().registerImport.findMany({ where: { fileKey: { not: '' }, state: { in: ['uploaded', 'checked', 'done', 'failed', 'cancelled'] }, createdAt: { lt: before } }, select: { id: true, fileKey: true, state: true }, take: limit });
}

/** Forgets the file of an import; true when no other has the same. */
export async function forgetFile(tx: Db, { id, fileKey, state }: { id: string; fileKey: string; state: string }): Promise<boolean> {
  await tx.registerImport.update({ where: { id }, data: { fileKey: '', ...((state === 'uploaded' || state === 'checked') && { state: 'cancelled' }) }, select: { id: true } });
  return (await tx.registerImport.count({ where: { fileKey } })) === 0;
}
