import { Prisma } from '../../prisma/generated/client/client.ts';
import { now } from '../platform/clock/index.ts';
import { db, type Db } from '../platform/db/index.ts';
import type { Withdrawal } from './schema-workflow.ts';

export type ServiceEvent = { id: string; number: number | null; kind: string; comment: string | null; actorName: string; at: Date };

export async function insertEvent(tx: Db, event: Omit<ServiceEvent, 'id' | 'at'> & { serviceId: string; actorId: string | null }): Promise<void> {
  await tx.serviceEvent.create({ data: { ...event, at: now() }, select: { id: true } });
}

/** What happened to the passports of a service, the latest first. */
export async function events(serviceId: string, limit: number): Promise<ServiceEvent[]> {
  return db().serviceEvent.findMany({ where: { serviceId }, select: { id: true, number: true, kind: true, comment: true, actorName: true, at: true }, orderBy: { id: 'desc' }, take: limit });
}

export type Due = { serviceId: string; number: number };

/** Versions whose time to be published has come. */
export async function dueVersions(limit: number): Promise<Due[]> {
  return db().serviceVersion.findMany({ where: { state: 'scheduled', scheduledAt: { lte: now() } }, select: { serviceId: true, number: true }, orderBy: { scheduledAt: 'asc' }, take: limit });
}

export async function setWithdrawal(tx: Db, serviceId: string, withdrawal: Withdrawal | null): Promise<void> {
  await tx.service.update({ where: { id: serviceId }, data: withdrawal ? { withdrawal, withdrawnAt: now() } : { withdrawal: Prisma.DbNull, withdrawnAt: null, archivedAt: null }, select: { id: true } });
}

export async function setService(tx: Db, serviceId: string, data: { archivedAt?: Date | null; reviewBy?: Date | null }): Promise<void> {
  await tx.service.update({ where: { id: serviceId }, data, select: { id: true } });
}

export async function markReviewed(tx: Db, versionId: string, by: { id: string | null; name: string }): Promise<boolean> {
  return (await tx.serviceVersion.updateMany({ where: { id: versionId, emergency: true, reviewedAt: null }, data: { reviewedById: by.id, reviewedByName: by.name, reviewedAt: now() } })).count === 1;
}

export type Lock = { userId: string; userName: string; renewedAt: Date };

export async function lockOf(serviceId: string): Promise<Lock | null> {
  return db().serviceLock.findUnique({ where: { serviceId }, select: { userId: true, userName: true, renewedAt: true } });
}

/** Takes or renews the lock when it is free, has run out before `stale`, is the person's own, or is taken over. Returns who holds it now. */
export async function takeLock(tx: Db, serviceId: string, person: { id: string; name: string }, { stale, takeOver }: { stale: Date; takeOver: boolean }): Promise<Lock> {
  const rows = await tx.$queryRaw<Lock[]>`
    insert into "ServiceLock" ("serviceId", "userId", "userName", "renewedAt") values (${serviceId}, ${person.id}::uuid, ${person.name}, ${now()}::timestamptz)
    on conflict ("serviceId") do update set "userId" = excluded."userId", "userName" = excluded."userName", "renewedAt" = excluded."renewedAt"
      where "ServiceLock"."userId" = excluded."userId" or "ServiceLock"."renewedAt" < ${stale}::timestamptz or ${takeOver}
    returning "userId"::text, "userName", "renewedAt"`;
  const [mine] = rows;
  return mine ?? (await tx.serviceLock.findUniqueOrThrow({ where: { serviceId }, select: { userId: true, userName: true, renewedAt: true } }));
}

/** Nobody writes a version that has left the hands of its authors. */
export async function dropLock(tx: Db, serviceId: string): Promise<void> {
  await tx.serviceLock.deleteMany({ where: { serviceId } });
}

export async function releaseLock(serviceId: string, userId: string): Promise<void> {
  await db().serviceLock.deleteMany({ where: { serviceId, userId } });
}

export type Waiting = { serviceId: string; number: number; state: string; authorName: string | null; updatedAt: Date; scheduledAt: Date | null; title: unknown };

/** Open versions of agencies in some states, those that wait longest first. */
export async function waiting(agencyIds: readonly string[], states: ('in_review' | 'ready' | 'amends')[], limit: number): Promise<Waiting[]> {
  const rows = await db().serviceVersion.findMany({
    where: { state: { in: states }, service: { agencyId: { in: [...agencyIds] } } },
    select: { serviceId: true, number: true, state: true, authorName: true, updatedAt: true, scheduledAt: true, passport: true },
    orderBy: { updatedAt: 'asc' }, take: limit,
  });
  return rows.map(({ passport, ...row }) => ({ ...row, title: (passport as { title: unknown }).title }));
}

/** Versions that were published in an emergency and that nobody has approved yet. */
export async function unapproved(agencyIds: readonly string[], limit: number): Promise<Waiting[]> {
  const rows = await db().serviceVersion.findMany({
    where: { emergency: true, reviewedAt: null, state: { in: ['published', 'superseded'] }, service: { agencyId: { in: [...agencyIds] } } },
    select: { serviceId: true, number: true, state: true, authorName: true, updatedAt: true, scheduledAt: true, passport: true },
    orderBy: { updatedAt: 'asc' }, take: limit,
  });
  return rows.map(({ passport, ...row }) => ({ ...row, title: (passport as { title: unknown }).title }));
}
