/** What is wrong with answers, in words. */
import { getTranslations } from 'next-intl/server';
import type { ErrorItem } from '@/components/error-summary';
import type { Problem } from '@/server/forms/engine-reading';
import type { Field, Page } from '@/server/forms/schema';
import { dayInWords, numberInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

export type ProblemWords = { errors: Record<string, string>; summary: ErrorItem[] };

/** The messages of a page's problems: beside each field, and for the summary that leads to it. */
export async function wordsOfProblems(page: Page, problems: readonly Problem[], locale: Locale): Promise<ProblemWords> {
  const t = await getTranslations({ locale, namespace: 'forms.problems' });
  const errors: Record<string, string> = {};
  const summary: ErrorItem[] = [];
  for (const problem of problems) {
    const field = page.fields.find((candidate) => candidate.id === problem.field);
    const message = problem.own ? textIn(problem.own, locale) : t(problem.key as 'enter', valuesOf(problem, field, locale));
    errors[problem.field] = message;
    summary.push({ name: problem.input, message });
  }
  return { errors, summary };
}

function valuesOf(problem: Problem, field: Field | undefined, locale: Locale): Record<string, string> {
  const params = Object.entries(problem.params).map(([name, value]): [string, string] => [name, name === 'day' ? dayInWords(String(value), locale) : typeof value === 'number' ? numberInWords(value, locale) : value]);
  return Object.fromEntries([['label', field ? textIn(field.label, locale) : ''], ...params]);
}
