import { db, type Db } from '../platform/db/index.ts';
import { defaultLocale, isLocale, type Locale } from '../platform/i18n/locales.ts';
import type { NotificationCursor, NotificationKind, NotificationParams, NotifyInput } from './schema.ts';

export type Notification = {
  id: string;
  userId: string;
  kind: NotificationKind;
  params: NotificationParams;
  link: string;
  createdAt: Date;
  readAt: Date | null;
};

/** A notification that waits to be mailed, with whom it goes to. */
export type PendingMail = Notification & { email: string | null; locale: Locale };

const fields = { id: true, userId: true, kind: true, params: true, link: true, createdAt: true, readAt: true } as const;

type Row = { id: string; userId: string; kind: string; params: unknown; link: string; createdAt: Date; readAt: Date | null };
const toNotification = (row: Row): Notification => ({ ...row, kind: row.kind as NotificationKind, params: row.params as NotificationParams });

export async function insert(tx: Db, input: NotifyInput, at: Date): Promise<string> {
  const row = await tx.notification.create({ data: { ...input, createdAt: at, mailState: 'queued' }, select: { id: true } });
  return row.id;
}

export async function pageOf(userId: string, limit: number, after: NotificationCursor | null): Promise<Notification[]> {
  const rows = await db().notification.findMany({
    where: { userId, ...(after && { OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }] }) },
    select: fields,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(toNotification);
}

export function countUnread(userId: string): Promise<number> {
  return db().notification.count({ where: { userId, readAt: null } });
}

/** Marks one notification, or all of the person's, as read. Returns how many were not read before. */
export async function markRead(userId: string, id: string | null, at: Date): Promise<number> {
  const { count } = await db().notification.updateMany({ where: { userId, readAt: null, ...(id !== null && { id }) }, data: { readAt: at } });
  return count;
}

export async function findOwn(userId: string, id: string): Promise<Notification | null> {
  const row = await db().notification.findFirst({ where: { id, userId }, select: fields });
  return row && toNotification(row);
}

/**
 * The notification if it still waits to be mailed, locked until the transaction ends: a second worker
 * with the same job skips it.
 */
export async function lockPending(tx: Db, id: string): Promise<PendingMail | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select "id" from "Notification" where "id" = ${id}::uuid and "mailState" = 'queued' for update skip locked`;
  if (locked.length === 0) return null;
  const row = await tx.notification.findUniqueOrThrow({ where: { id }, select: { ...fields, user: { select: { email: true, locale: true } } } });
  const { user, ...rest } = row;
  return { ...toNotification(rest), email: user.email, locale: isLocale(user.locale) ? user.locale : defaultLocale };
}

export async function setMailed(tx: Db, id: string, state: 'sent' | 'none', at: Date): Promise<void> {
  await tx.notification.update({ where: { id }, data: { mailState: state, mailedAt: state === 'sent' ? at : null }, select: { id: true } });
}
