'use server';

import { redirect } from 'next/navigation';
import { markAllRead, openNotification } from '@/server/notifications/service';
import { runPersonAction } from '@/server/platform/actions';
import { localeOf } from '../../apply/query';

const pathOf = (locale: string) => `/${locale}/cabinet/notifications`;

/** Marks a notification as read and goes to what it speaks of. */
export async function openAction(wanted: string, id: string): Promise<void> {
  const locale = localeOf(wanted);
  const outcome = await runPersonAction({ action: 'notifications.open', locale, returnPath: pathOf(locale) }, async (person) => {
    const { link } = await openNotification(person, { id });
    redirect(`/${locale}${link}`);
  });
  if (!outcome.ok) redirect(`${pathOf(locale)}?${new URLSearchParams({ problem: outcome.problem.key }).toString()}`);
}

export async function markAllAction(wanted: string): Promise<void> {
  const locale = localeOf(wanted);
  const outcome = await runPersonAction({ action: 'notifications.mark-all', locale, returnPath: pathOf(locale) }, async (person) => {
    await markAllRead(person);
    redirect(`${pathOf(locale)}?done=marked`);
  });
  if (!outcome.ok) redirect(`${pathOf(locale)}?${new URLSearchParams({ problem: outcome.problem.key }).toString()}`);
}
