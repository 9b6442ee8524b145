'use server';

import { redirect } from 'next/navigation';
import { endSessionSchema, languageFormSchema } from '@/server/identity/schema';
import { chooseLanguage, endOtherSessions, endOwnSession } from '@/server/identity/service';
import { runPersonAction, type ActionOutcome } from '@/server/platform/actions';
import { currentSessionToken } from '@/server/platform/auth/session-token';
import { Failure } from '@/server/platform/errors';
import { defaultLocale, isLocale } from '@/server/platform/i18n/locales';

const pathOf = (locale: string) => `/${isLocale(locale) ? locale : defaultLocale}/cabinet/profile`;
const place = (action: string, locale: string) => ({ action, locale, returnPath: pathOf(locale) });

/** Back to the page, which says what happened: so reloading repeats nothing. */
function showOutcome(locale: string, outcome: ActionOutcome<string>): never {
  const query = outcome.ok ? outcome.value : `problem=${encodeURIComponent(outcome.problem.key)}`;
  redirect(`${pathOf(locale)}?${query}`);
}

export async function endSession(locale: string, form: FormData): Promise<void> {
  const outcome = await runPersonAction(place('identity.end-session', locale), async (person) => {
    const input = endSessionSchema.safeParse({ id: form.get('id') });
    if (!input.success) throw new Failure('identity.errors.sessionNotFound', 'notFound');
    await endOwnSession(person, input.data);
    return 'done=ended';
  });
  showOutcome(locale, outcome);
}

export async function endAllOtherSessions(locale: string): Promise<void> {
  const outcome = await runPersonAction(place('identity.end-other-sessions', locale), async (person) => {
    const token = await currentSessionToken();
    return `done=othersEnded&count=${token === null ? 0 : await endOtherSessions(person, { token })}`;
  });
  showOutcome(locale, outcome);
}

export async function saveLanguage(locale: string, form: FormData): Promise<void> {
  const outcome = await runPersonAction(place('identity.choose-language', locale), async (person) => {
    const input = languageFormSchema.safeParse({ locale: form.get('locale') });
    if (!input.success) throw new Failure('common.errors.invalid', 'invalid');
    await chooseLanguage(person, input.data);
    return 'done=languageSaved';
  });
  showOutcome(locale, outcome);
}
