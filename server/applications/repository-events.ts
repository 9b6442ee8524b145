import { db, type Db } from '../platform/db/index.ts';
import { now } from '../platform/clock/index.ts';
import type { EventKind } from './schema.ts';

export type ApplicationEvent = { id: string; at: Date; kind: EventKind; by: string | null; detail: Record<string, unknown> };

export async function addEvent(tx: Db, applicationId: string, event: { kind: EventKind; by: string | null; detail?: Record<string, string | string[] | null> }): Promise<void> {
  await tx.applicationEvent.create({ data: { applicationId, at: now(), kind: event.kind, by: event.by, detail: event.detail ?? {} }, select: { id: true } });
}

/** What happened, oldest first. */
export async function eventsOf(applicationId: string, tx: Db = db()): Promise<ApplicationEvent[]> {
  const rows = await tx.applicationEvent.findMany({ where: { applicationId }, select: { id: true, at: true, kind: true, by: true, detail: true }, orderBy: [{ at: 'asc' }, { id: 'asc' }], take: 200 });
  return rows.map((row) => ({ ...row, kind: row.kind as EventKind, detail: row.detail as Record<string, unknown> }));
}

export type Message = { id: string; fromStaff: boolean; authorName: string; body: string; sentAt: Date; readAt: Date | null };

/** The newest messages, oldest of them first. */
export async function messagesOf(applicationId: string, limit = 100): Promise<Message[]> {
  const rows = await db().message.findMany({
    where: { applicationId },
    select: { id: true, fromStaff: true, authorName: true, body: true, sentAt: true, readAt: true },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.reverse();
}

export async function addMessage(tx: Db, message: { applicationId: string; fromStaff: boolean; authorId: string; authorName: string; body: string }): Promise<string> {
  const row = await tx.message.create({ data: { ...message, sentAt: now() }, select: { id: true } });
  return row.id;
}

/** Marks what the other side wrote as read. */
export async function markMessagesRead(applicationId: string, fromStaff: boolean): Promise<void> {
  await db().message.updateMany({ where: { applicationId, fromStaff, readAt: null }, data: { readAt: now() } });
}

/** Unread messages of staff in the person's applications. */
export function countUnreadMessages(userId: string): Promise<number> {
  return db().message.count({ where: { fromStaff: true, readAt: null, application: { userId } } });
}
