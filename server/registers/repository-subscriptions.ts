import { db, type Db } from '../platform/db/index.ts';
import type { Prisma } from '../../prisma/generated/client/client.ts';

const select = {
  id: true, registerId: true, clientId: true, name: true, purpose: true, filters: true, kinds: true, fields: true, delivery: true, url: true, sealedSecret: true, state: true, pausedFor: true,
  acknowledged: true, offered: true, failures: true, failingSince: true, nextAttemptAt: true, createdAt: true, creatorName: true,
  client: { select: { id: true, code: true, name: true, agencyId: true, disabledAt: true } },
} as const;

type Row = Prisma.RegisterSubscriptionGetPayload<{ select: typeof select }>;
export type Subscription = Omit<Row, 'filters' | 'acknowledged' | 'offered'> & { filters: Record<string, string>; acknowledged: number; offered: number };

const plain = (row: Row): Subscription => ({ ...row, filters: row.filters as Record<string, string>, acknowledged: Number(row.acknowledged), offered: Number(row.offered) });

export type NewSubscription = Pick<Subscription, 'id' | 'registerId' | 'clientId' | 'name' | 'purpose' | 'filters' | 'kinds' | 'fields' | 'delivery' | 'url' | 'sealedSecret' | 'createdAt' | 'creatorName'> & { from: number };

export async function insert(tx: Db, { from, ...row }: NewSubscription): Promise<void> {
  await tx.registerSubscription.create({ data: { ...row, acknowledged: from, offered: from }, select: { id: true } });
}

export async function find(id: string, tx: Db = db()): Promise<Subscription | null> {
  const row = await tx.registerSubscription.findUnique({ where: { id }, select });
  return row && plain(row);
}

export async function listOf(where: { registerId?: string; clientId?: string }, limit: number): Promise<Subscription[]> {
  return (await db().registerSubscription.findMany({ where, select, orderBy: { id: 'desc' }, take: limit })).map(plain);
}

export async function countOf(clientId: string): Promise<number> {
  return db().registerSubscription.count({ where: { clientId } });
}

export async function remove(tx: Db, id: string): Promise<void> {
  await tx.registerSubscription.delete({ where: { id }, select: { id: true } });
}

export async function pause(tx: Db, id: string, reason: string): Promise<boolean> {
  const { count } = await tx.registerSubscription.updateMany({ where: { id, state: 'active' }, data: { state: 'paused', pausedFor: reason, nextAttemptAt: null } });
  return count > 0;
}

export async function resume(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.registerSubscription.updateMany({ where: { id, state: 'paused' }, data: { state: 'active', pausedFor: null, failures: 0, failingSince: null, nextAttemptAt: null } });
  return count > 0;
}

/** Webhook subscriptions of a register whose time has come. */
export async function due(registerId: string, at: Date): Promise<string[]> {
  const rows = await db().registerSubscription.findMany({ where: { registerId, state: 'active', delivery: 'webhook', OR: [{ nextAttemptAt: null }, { nextAttemptAt: { lte: at } }] }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Only one worker at a time hands out changes of a subscription: order would be lost. */
export async function hold(id: string, at: Date, until: Date): Promise<boolean> {
  const { count } = await db().registerSubscription.updateMany({ where: { id, state: 'active', OR: [{ heldUntil: null }, { heldUntil: { lt: at } }] }, data: { heldUntil: until } });
  return count > 0;
}

export async function heldUntil(id: string): Promise<Date | null> {
  return (await db().registerSubscription.findUnique({ where: { id }, select: { heldUntil: true } }))?.heldUntil ?? null;
}

export async function keepHolding(id: string, until: Date): Promise<void> {
  await db().registerSubscription.updateMany({ where: { id }, data: { heldUntil: until } });
}

export async function letGo(id: string): Promise<void> {
  await db().registerSubscription.updateMany({ where: { id }, data: { heldUntil: null } });
}

/** Written before anything is sent, so that a number handed out is never forgotten. Numbers only grow. */
export async function offer(id: string, upTo: number): Promise<void> {
  await db().registerSubscription.updateMany({ where: { id, offered: { lt: upTo } }, data: { offered: upTo } });
}

export async function acknowledge(tx: Db, id: string, upTo: number): Promise<void> {
  await tx.registerSubscription.updateMany({ where: { id, acknowledged: { lt: upTo } }, data: { acknowledged: upTo } });
}

export async function succeeded(tx: Db, id: string): Promise<void> {
  await tx.registerSubscription.updateMany({ where: { id }, data: { failures: 0, failingSince: null, nextAttemptAt: null } });
}

export async function failed(tx: Db, id: string, failure: { failures: number; failingSince: Date; nextAttemptAt: Date }): Promise<void> {
  await tx.registerSubscription.updateMany({ where: { id, state: 'active' }, data: failure });
}

export type Delivery = { id: string; at: Date; kind: string; fromSeq: number | null; toSeq: number | null; events: number; status: number | null; problem: string | null; millis: number; lagSeconds: number };

export async function insertDelivery(tx: Db, subscriptionId: string, row: Omit<Delivery, 'id'>): Promise<void> {
  await tx.registerDelivery.create({ data: { subscriptionId, ...row }, select: { id: true } });
}

/** The newest first. */
export async function deliveriesOf(subscriptionId: string, limit: number): Promise<Delivery[]> {
  const rows = await db().registerDelivery.findMany({ where: { subscriptionId }, omit: { subscriptionId: true }, orderBy: { id: 'desc' }, take: limit });
  return rows.map(({ id, fromSeq, toSeq, ...row }) => ({ ...row, id: String(id), fromSeq: fromSeq === null ? null : Number(fromSeq), toSeq: toSeq === null ? null : Number(toSeq) }));
}

export async function pruneDeliveries(before: Date): Promise<number> {
  return (await db().registerDelivery.deleteMany({ where: { at: { lt: before } } })).count;
}

export type FollowingClient = { id: string; code: string; name: string; agencyId: string };

export async function findClient(id: string): Promise<FollowingClient | null> {
  return db().apiClient.findFirst({ where: { id, disabledAt: null }, select: { id: true, code: true, name: true, agencyId: true } });
}

/** Systems that hold a right to follow the register in force on a day. */
export async function clientsWith(registerId: string, day: Date): Promise<FollowingClient[]> {
  return db().apiClient.findMany({
    where: { disabledAt: null, rights: { some: { registerId, actions: { has: 'subscribe' }, revokedAt: null, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] } } },
    select: { id: true, code: true, name: true, agencyId: true }, orderBy: { code: 'asc' }, take: 200,
  });
}
