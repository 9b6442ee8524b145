/** The feed of changes, in SQL. */
import { db, prepared, type Db } from '../platform/db/index.ts';
import { columnsOf, partition, toVersion, type Version } from './repository-records.ts';
import type { RecordData } from './schema-definition.ts';

export type Change = { seq: number; key: string; kind: string; revision: number; act: string; at: Date };

/** The number beyond which changes may still appear out of order, and whether somebody is writing such ones now. */
export async function settled(register: string): Promise<{ seq: number; open: boolean }> {
  const [row] = await prepared<{ seq: string; open: boolean }>('register.settled', 'select seq, open from register.settled($1)', [register]);
  return { seq: Number(row?.seq ?? 0), open: row?.open ?? false };
}

/** Changes after one number and not beyond another, in order. */
export async function changesBetween(register: string, after: number, upTo: number, limit: number): Promise<Change[]> {
  const rows = await prepared<Omit<Change, 'seq'> & { seq: string }>(
    'register.changesBetween',
    `select c.seq, c.key, c.kind, c.revision, c.act::text as act, a.at from register.change c join register.act a on a.id = c.act
      where c.register = $1 and c.seq > $2 and c.seq <= $3 order by c.seq limit $4`,
    [register, after, upTo, limit],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** How many changes come after a number, counted up to `most`, and when the first of them was recorded. */
export async function behind(register: string, after: number, most: number): Promise<{ count: number; oldestAt: Date | null }> {
  const [row] = await prepared<{ count: string; oldest: Date | null }>(
    'register.behind',
    `select (select count(*) from (select 1 from register.change where register = $1 and seq > $2 limit $3) as counted) as count,
      (select a.at from register.change c join register.act a on a.id = c.act where c.register = $1 and c.seq > $2 order by c.seq limit 1) as oldest`,
    [register, after, most + 1],
  );
  return { count: Number(row?.count ?? 0), oldestAt: row?.oldest ?? null };
}

/** What is believed now of records on a civil day, by key. */
export async function currentOf(register: string, keys: readonly string[], day: string): Promise<Map<string, Version>> {
  const rows = await prepared<Parameters<typeof toVersion>[0]>(
    `${register}.currentOf`,
    `select ${columnsOf(register)} from ${partition(register)} v where key = any($1::text[]) and valid_from <= $2::date and valid_to > $2::date and recorded_to = 'infinity'`,
    [keys, day],
  );
  return new Map(rows.map((row) => [row.key, toVersion(row)]));
}

export type Touched = { key: string; act: string; closedBy: string | null; data: RecordData };

/** Contents that acts have begun or ended to believe. */
export async function touchedBy(register: string, keys: readonly string[], acts: readonly string[]): Promise<Touched[]> {
  return prepared<Touched>(
    `${register}.touchedBy`,
    `select key, act::text as act, closed_by::text as "closedBy", data from ${partition(register)} where key = any($1::text[]) and (act = any($2::bigint[]) or closed_by = any($2::bigint[]))`,
    [keys, acts],
  );
}

/**
 * True for one of those who write a register at the same time: it queues the job for all. The others wait neither for it nor
 * for its job; the job finds that they are still writing, and comes again.
 */
export async function claimFeedJob(tx: Db, register: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ claimed: boolean }[]>`
    select case when exists (select from "RegisterSubscription" where "registerId" = ${register} and state = 'active' and delivery = 'webhook')
      then pg_try_advisory_xact_lock(hashtext('registers.feed'), hashtext(${register})) else false end as claimed`;
  return rows[0]?.claimed ?? false;
}

/** Registers that systems follow by webhook. */
export async function followedRegisters(): Promise<string[]> {
  const rows = await db().registerSubscription.findMany({ where: { state: 'active', delivery: 'webhook' }, select: { registerId: true }, distinct: ['registerId'] });
  return rows.map(({ registerId }) => registerId);
}
