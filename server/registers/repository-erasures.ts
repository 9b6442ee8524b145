import { db, type Db } from '../platform/db/index.ts';
import { partition } from './repository-records.ts';

export type Erasure = { id: string; registerId: string; recordKey: string; groundKind: string; ground: string; proposedById: string; proposedByName: string; proposedAt: Date; state: string; decidedByName: string | null; decidedAt: Date | null };
const fields = { id: true, registerId: true, recordKey: true, groundKind: true, ground: true, proposedById: true, proposedByName: true, proposedAt: true, state: true, decidedByName: true, decidedAt: true } as const;

export async function insertErasure(tx: Db, data: { registerId: string; recordKey: string; groundKind: string; ground: string; proposedById: string; proposedByName: string; proposedAt: Date }): Promise<string> {
  return (await tx.registerErasure.create({ data, select: { id: true } })).id;
}

export async function erasures(registerId: string): Promise<Erasure[]> {
  return db().registerErasure.findMany({ where: { registerId }, select: fields, orderBy: { id: 'desc' }, take: 200 });
}

export async function lockErasure(tx: Db, id: string): Promise<Erasure | null> {
  await tx.$executeRaw`select 1 from "RegisterErasure" where id = ${id}::uuid for update`;
  return tx.registerErasure.findUnique({ where: { id }, select: fields });
}

export async function decideErasure(tx: Db, id: string, data: { state: string; recordKey?: string; decidedByName: string; decidedAt: Date }): Promise<void> {
  await tx.registerErasure.update({ where: { id }, data, select: { id: true } });
}

/**
 * Takes the given fields out of everything ever believed of a record, and gives the record another name wherever
 * it has one. The day from which it was first valid goes too: of a person it is the day of birth.
 */
export async function eraseRecord(tx: Db, register: string, key: string, { name, keep }: { name: string; /** Fields that hold no personal data. */ keep: readonly string[] }): Promise<void> {
  await tx.$executeRaw`set local yagona.erasure = 'on'`;
  await tx.$executeRawUnsafe(
    `update ${partition(register)} set key = $2, refs = '{}', words = '', valid_from = case when valid_from = (select min(valid_from) from ${partition(register)} where key = $1) then '0001-01-01' else valid_from end, data = coalesce((select jsonb_object_agg(field, value) from jsonb_each(data) as e (field, value) where field = any($3::text[])), '{}') where key = $1`,
    key, name, [...keep],
  );
  await tx.$executeRaw`update register.change set key = ${name} where register = ${register} and key = ${key}`;
  await tx.$executeRaw`update register.alias set key = ${name} where register = ${register} and key = ${key}`;
  await tx.$executeRaw`update register.alias set into_key = ${name} where register = ${register} and into_key = ${key}`;
  await tx.$executeRaw`update "RegisterRead" set "recordKey" = ${name} where register = ${register} and "recordKey" = ${key}`;
  await tx.$executeRaw`set local yagona.erasure = 'off'`;
  await tx.$executeRaw`update "RegisterReport" set "recordKey" = ${name}, text = '' where "registerId" = ${register} and "recordKey" = ${key}`;
  await tx.$executeRaw`delete from "RegisterDuplicate" where "registerId" = ${register} and (${key} in ("keyA", "keyB"))`;
  await tx.$executeRaw`delete from "RegisterQualityIssue" where "recordKey" = ${key} and "runId" in (select id from "RegisterQuality" where "registerId" = ${register})`;
}
