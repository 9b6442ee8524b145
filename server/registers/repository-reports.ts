import { db, type Db } from '../platform/db/index.ts';

export type Report = { id: string; registerId: string; recordKey: string; field: string | null; text: string; reporterId: string; reporterName: string; createdAt: Date; state: string; answer: string | null; decidedByName: string | null; decidedAt: Date | null };

const fields = { id: true, registerId: true, recordKey: true, field: true, text: true, reporterId: true, reporterName: true, createdAt: true, state: true, answer: true, decidedByName: true, decidedAt: true } as const;

export async function insertReport(tx: Db, data: { registerId: string; recordKey: string; field: string | null; text: string; reporterId: string; reporterName: string; createdAt: Date }): Promise<string> {
  return (await tx.registerReport.create({ data, select: { id: true } })).id;
}

export async function openReportsBy(tx: Db, reporterId: string): Promise<number> {
  return tx.registerReport.count({ where: { reporterId, state: 'open' } });
}

/** Reports in registers, oldest first while they are open, newest first afterwards. */
export async function reportsIn(registerIds: readonly string[], { open, after, limit }: { open: boolean; after: string | null; limit: number }): Promise<Report[]> {
  const order = open ? 'asc' : 'desc';
  return db().registerReport.findMany({ where: { registerId: { in: [...registerIds] }, state: open ? 'open' : { not: 'open' }, ...(after !== null && { id: open ? { gt: after } : { lt: after } }) }, select: fields, orderBy: { id: order }, take: limit });
}

export async function reportsBy(reporterId: string, limit: number): Promise<Report[]> {
  return db().registerReport.findMany({ where: { reporterId }, select: fields, orderBy: { id: 'desc' }, take: limit });
}

export async function reportsOn(registerId: string, recordKey: string): Promise<Report[]> {
  return db().registerReport.findMany({ where: { registerId, recordKey, state: 'open' }, select: fields, orderBy: { id: 'asc' }, take: 20 });
}

export async function lockReport(tx: Db, id: string): Promise<Report | null> {
  await tx.$executeRaw`select 1 from "RegisterReport" where id = ${id}::uuid for update`;
  return tx.registerReport.findUnique({ where: { id }, select: fields });
}

export async function answerReport(tx: Db, id: string, data: { state: string; answer: string; decidedByName: string; decidedAt: Date }): Promise<void> {
  await tx.registerReport.update({ where: { id }, data, select: { id: true } });
}
