'use server';

import { redirect } from 'next/navigation';
import { startCorrection } from '@/server/applications/service-drafts';
import { messageSchema } from '@/server/applications/schema';
import { sendOwnMessage } from '@/server/applications/service-own';
import { withdraw } from '@/server/applications/service-submission';
import { runPersonAction } from '@/server/platform/actions';
import { applicationPath, pagePath } from '../../../apply/paths';
import { localeOf } from '../../../apply/query';

/** What a message form shows again when it was refused. */
export type MessageState = { problem: 'messageEmpty' | 'messageLong' | 'refused'; body: string } | null;

/** Sends a message to the officer. Refused, it gives back what was written. */
export async function sendMessageAction(wanted: string, reference: string, _before: MessageState, form: FormData): Promise<MessageState> {
  const locale = localeOf(wanted);
  const value = form.get('body');
  const body = typeof value === 'string' ? value.slice(0, 20_000) : '';
  const parsed = messageSchema.safeParse(body);
  if (!parsed.success) return { problem: body.trim() === '' ? 'messageEmpty' : 'messageLong', body };
  const outcome = await runPersonAction({ action: 'applications.send-message', locale, returnPath: applicationPath(locale, reference) }, async (person) => {
    await sendOwnMessage(person, { reference, body: parsed.data });
    redirect(`${applicationPath(locale, reference, { done: 'message' })}#messages`);
  });
  return outcome.ok ? null : { problem: 'refused', body };
}

export async function withdrawAction(wanted: string, reference: string): Promise<void> {
  const locale = localeOf(wanted);
  const outcome = await runPersonAction({ action: 'applications.withdraw', locale, returnPath: `${applicationPath(locale, reference)}/withdraw` }, async (person) => {
    await withdraw(person, { reference });
    redirect(applicationPath(locale, reference, { done: 'withdrawn' }));
  });
  if (!outcome.ok) redirect(applicationPath(locale, reference, { problem: outcome.problem.key }));
}

/** Opens the pages an officer asked to correct. */
export async function correctAction(wanted: string, reference: string): Promise<void> {
  const locale = localeOf(wanted);
  const outcome = await runPersonAction({ action: 'applications.start-correction', locale, returnPath: applicationPath(locale, reference) }, async (person) => {
    const { draftId, serviceId } = await startCorrection(person, { reference });
    redirect(pagePath({ locale, serviceId, draftId }, 'check'));
  });
  if (!outcome.ok) redirect(applicationPath(locale, reference, { problem: outcome.problem.key }));
}
