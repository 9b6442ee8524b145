/** What follows from a draft and its form: pure. */
import { createHash } from 'node:crypto';
import { incompletePages, isVisible, knownAnswers, nextPage, sectionOf, type StateContext } from '../forms/engine.ts';
import type { Answer, Answers, FormDefinition, Page } from '../forms/schema.ts';

/** Fingerprint of the stored answers of a page: tells whether another tab has changed them. */
export function fingerprintOf(page: Page, answers: Answers): string {
  const own = page.fields.map((field) => (Object.hasOwn(answers, field.id) ? (answers[field.id] ?? null) : null));
  return createHash('sha256').update(JSON.stringify(own)).digest('hex').slice(0, 16);
}

export function sameAnswers(page: Page, a: Answers, b: Answers): boolean {
  return fingerprintOf(page, a) === fingerprintOf(page, b);
}

/** Where a step of a draft leads: a page, the list of tasks, or checking the answers. */
export type Step = { to: 'page'; pageId: string } | { to: 'tasks' } | { to: 'check' };

/** Where to go after a page was saved. `back` is where its "Change" link was. */
export function stepAfter(form: FormDefinition, answers: Answers, pageId: string, context: StateContext, back: 'check' | null): Step {
  const open = incompletePages(form, answers, context);
  if (back === 'check') return open[0] ? { to: 'page', pageId: open[0].id } : { to: 'check' };
  const next = isVisible(form, answers, pageId) ? nextPage(form, answers, pageId) : (open[0] ?? null);
  if (form.taskList && (next === null || sectionOf(form, next.id) !== sectionOf(form, pageId))) return { to: 'tasks' };
  return next ? { to: 'page', pageId: next.id } : { to: 'check' };
}

/** Where somebody who comes back to a draft goes on. */
export function stepToResume(form: FormDefinition, answers: Answers, context: StateContext): Step {
  if (form.taskList) return { to: 'tasks' };
  const [page] = incompletePages(form, answers, context);
  return page ? { to: 'page', pageId: page.id } : { to: 'check' };
}

/** Answers to send: of what is shown, without the questions that were skipped. */
export function answersToSend(form: FormDefinition, answers: Answers): Answers {
  const entries = Object.entries(knownAnswers(form, answers)).filter(([, answer]: [string, Answer]) => answer.length > 0);
  return Object.fromEntries(entries);
}
