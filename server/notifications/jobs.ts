import { now } from '../platform/clock/index.ts';
import { transaction } from '../platform/db/index.ts';
import { env } from '../platform/env/index.ts';
import type { JobHandler } from '../platform/jobs/index.ts';
import { sendMail } from '../platform/mail/index.ts';
import { composeMail } from './mail.ts';
import * as repository from './repository.ts';
import { mailJobSchema } from './schema.ts';

/**
 * Mails a notification once. The row is locked while the message is handed over and marked in the same
 * transaction, so that a second worker skips it and a retry finds it sent. If the worker dies between the
 * server's acceptance and the commit, the repeated message has the same Message-ID.
 */
export async function mailNotification(notificationId: string): Promise<void> {
  await transaction(async (tx) => {
    const pending = await repository.lockPending(tx, notificationId);
    if (!pending) return;
    if (pending.email === null) return repository.setMailed(tx, pending.id, 'none', now());
    await sendMail(composeMail({ ...pending, email: pending.email }, env().PUBLIC_URL));
    await repository.setMailed(tx, pending.id, 'sent', now());
  });
}

export const notificationJobs: Readonly<Record<string, JobHandler>> = {
  'notifications.mail': async (payload) => mailNotification(mailJobSchema.parse(payload).notificationId),
};
