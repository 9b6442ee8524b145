'use server';

import { redirect } from 'next/navigation';
import { runPersonAction } from '@/server/platform/actions';
import { defaultLocale, isLocale } from '@/server/platform/i18n/locales';
import { reportSchema } from '@/server/registers/schema-reports';
import { reportError } from '@/server/registers/service-reports';

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** What a report that was not accepted shows again, as it was typed. */
export type ReportState = { text: string; field: string; problem: 'text' | 'tooMany' | 'refused' } | null;

export async function sendReport(given: string, register: string, key: string, _before: ReportState, form: FormData): Promise<ReportState> {
  const locale = isLocale(given) ? given : defaultLocale;
  const text = textOf(form, 'text').slice(0, 20_000);
  const field = textOf(form, 'field');
  const input = reportSchema.safeParse({ register, key, field: field === '' ? null : field, text });
  if (!input.success) return { text, field, problem: 'text' };
  const outcome = await runPersonAction({ action: 'registers.report', locale, returnPath: `/${locale}/cabinet/records` }, (person) => reportError(person, input.data));
  if (!outcome.ok) return { text, field, problem: outcome.problem.category === 'tooMany' ? 'tooMany' : 'refused' };
  redirect(`/${locale}/cabinet/records?done=sent#reports`);
}
