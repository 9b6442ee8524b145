import { z } from 'zod';
import { isPerson, type Actor, type Person } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/index.ts';
import { authorise, Failure } from '../platform/errors/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { failure } from './errors.ts';
import { mayReadNotifications } from './policy.ts';
import * as repository from './repository.ts';
import { notifySchema, type NotificationCursor, type NotifyInput } from './schema.ts';
import { notificationText } from './texts.ts';

/**
 * Tells a person something on the portal and by e-mail, in the caller's transaction: the row and the job
 * that mails it live or die with the change they speak of. The words are chosen when it is read, in the
 * reader's language.
 */
export async function notify(tx: Db, input: NotifyInput): Promise<void> {
  const id = await repository.insert(tx, notifySchema.parse(input), now());
  await addJob(tx, 'notifications.mail', { notificationId: id }, { key: `notifications.mail:${id}` });
}

function reader(actor: Actor): Person {
  if (!isPerson(actor)) throw new Failure('common.errors.unauthenticated', 'unauthenticated');
  authorise(mayReadNotifications(actor, actor.userId));
  return actor;
}

export type ShownNotification = { id: string; title: string; body: string; link: string; createdAt: Date; read: boolean };
export type NotificationPage = { items: ShownNotification[]; next: NotificationCursor | null };

const pageSize = 20;

/** The person's notifications, newest first, in the language of the actor. */
export async function listNotifications(actor: Actor, input: { after?: NotificationCursor | null }): Promise<NotificationPage> {
  const person = reader(actor);
  const rows = await repository.pageOf(person.userId, pageSize + 1, input.after ?? null);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, kind, params, link, createdAt, readAt }) => {
      const { title, body } = notificationText(kind, params, actor.locale);
      return { id, title, body, link, createdAt, read: readAt !== null };
    }),
    next: rows.length > pageSize && last ? { createdAt: last.createdAt, id: last.id } : null,
  };
}

export function countUnread(actor: Actor): Promise<number> {
  return repository.countUnread(reader(actor).userId);
}

/** Marks one notification as read and says where it leads. */
export async function openNotification(actor: Actor, input: { id: string }): Promise<{ link: string }> {
  const person = reader(actor);
  const found = z.uuid().safeParse(input.id).success ? await repository.findOwn(person.userId, input.id) : null;
  if (!found) throw failure('notFound');
  await repository.markRead(person.userId, found.id, now());
  return { link: found.link };
}

export async function markAllRead(actor: Actor): Promise<number> {
  return repository.markRead(reader(actor).userId, null, now());
}
