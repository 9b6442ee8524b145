/** What one page of a form shows: questions, what is in the inputs, what is wrong. */
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { fingerprintOf, stepToResume } from '@/server/applications/draft-state';
import { mayAnswer } from '@/server/applications/service-filling';
import { findPage, knownAnswers, previousPage, sectionOf } from '@/server/forms/engine';
import { enteredFrom, lockedAnswer, prefilledAnswer, readPage, type Entered, type Problem, type ReadingContext } from '@/server/forms/engine-reading';
import type { Answer, Page, Section } from '@/server/forms/schema';
import { describeAnswers } from '@/server/forms/service';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { loadDraft, type LoadedDraft } from './load';
import { pagePath, startPath, stepPath, type Back, type DraftPlace } from './paths';

export type PageView = LoadedDraft & {
  place: DraftPlace;
  page: Page;
  section: Section;
  title: string;
  entered: Entered;
  problems: Problem[];
  reading: ReadingContext;
  locked: Record<string, string>;
  proposed: Set<string>;
  uploads: LoadedDraft['opened']['uploads'];
  seen: string;
  backHref: string;
};

/** Loads a page of a draft; an address that is no page is not found, one that is hidden leads to where to go on. */
export const viewPage = cache(async (locale: Locale, serviceId: string, draftId: string, pageId: string, from: Back, again: boolean): Promise<PageView> => {
  const loaded = await loadDraft(locale, serviceId, draftId);
  const place: DraftPlace = { locale, serviceId, draftId };
  const { draft, form, context, uploads } = loaded.opened;
  const page = findPage(form.definition, pageId);
  const section = page && sectionOf(form.definition, page.id);
  if (!page || !section) notFound();
  if (!mayAnswer(loaded.opened, page.id)) redirect(loaded.opened.open === null ? stepPath(place, stepToResume(form.definition, draft.answers, context)) : pagePath(place, 'check'));
  const reading: ReadingContext = { ...context, known: knownAnswers(form.definition, draft.answers) };
  const attempt = again && draft.attempt?.pageId === page.id && !draft.attempt.conflict ? draft.attempt : null;
  const [field] = page.fields;
  const upload = attempt?.upload && field ? [{ field: field.id, input: field.id, own: null, ...attempt.upload }] : null;
  const first = page.title ?? field?.label;
  return {
    ...loaded,
    place,
    page,
    section,
    title: first ? textIn(first, locale) : page.id,
    entered: attempt ? attempt.entered : enteredBefore(page, draft.answers, reading),
    problems: attempt ? (upload ?? readPage(page, attempt.entered, draft.answers, reading).problems) : [],
    reading,
    locked: await lockedWords(page, loaded, reading, locale),
    proposed: new Set(page.fields.filter((candidate) => isProposed(candidate.id, page, draft.answers, reading)).map((candidate) => candidate.id)),
    uploads: field?.kind === 'file' ? uploads.filter((one) => asList(draft.answers[field.id]).includes(one.id)) : [],
    seen: fingerprintOf(page, draft.answers),
    backHref: backOfPage(place, page, loaded, from),
  };
});

const asList = (answer: Answer | undefined): readonly string[] => (Array.isArray(answer) ? answer : []);

/** The inputs before anything is entered: the saved answers, or what the register proposes. */
function enteredBefore(page: Page, answers: Readonly<Record<string, Answer>>, reading: ReadingContext): Entered {
  const parts = page.fields.map((field) => {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : (prefilledAnswer(field, reading) ?? undefined);
    return answer === undefined ? {} : enteredFrom(field, answer);
  });
  return Object.assign({}, ...parts) as Entered;
}

/** Shown as proposed by the register: not answered yet, or answered with just that. */
function isProposed(id: string, page: Page, answers: Readonly<Record<string, Answer>>, reading: ReadingContext): boolean {
  const field = page.fields.find((candidate) => candidate.id === id);
  const value = field && !field.prefill?.locked ? prefilledAnswer(field, reading) : null;
  return value !== null && (!Object.hasOwn(answers, id) || answers[id] === value);
}

/** Answers that the register gives for good, as people read them. */
async function lockedWords(page: Page, { opened }: LoadedDraft, reading: ReadingContext, locale: Locale): Promise<Record<string, string>> {
  const locked = Object.fromEntries(page.fields.flatMap((field) => [[field.id, lockedAnswer(field, reading)] as const]).filter((entry): entry is [string, string] => entry[1] !== null));
  if (Object.keys(locked).length === 0) return {};
  const answers = { ...opened.draft.answers, ...locked };
  const sections = await describeAnswers({ definition: opened.form.definition, answers, prefill: opened.draft.prefill, uploads: [] }, locale);
  const rows = sections.flatMap(({ rows: all }) => all).filter((row) => Object.hasOwn(locked, row.fieldId));
  return Object.fromEntries(rows.map((row) => [row.fieldId, row.value ?? '']));
}

function backOfPage(place: DraftPlace, page: Page, { opened }: LoadedDraft, from: Back): string {
  const { draft, form, correction } = opened;
  if (from === 'check' || correction) return pagePath(place, 'check');
  const before = previousPage(form.definition, draft.answers, page.id);
  const sameSection = before && sectionOf(form.definition, before.id) === sectionOf(form.definition, page.id);
  if (form.definition.taskList && !sameSection) return pagePath(place, 'tasks');
  return before ? pagePath(place, before.id) : startPath(place.locale, place.serviceId);
}
