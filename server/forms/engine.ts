/** What a form shows for given answers: pure, and never throws, whatever the answers are. */
import { holds, fieldsOfCondition } from './schema-conditions.ts';
import { isListField, readStored, type ReadingContext } from './engine-reading.ts';
import type { Answer, Answers, Field, FormDefinition, Option, Page, PrefillData, Section } from './schema.ts';

export function pagesOf(form: FormDefinition): Page[] {
  return form.sections.flatMap((section) => section.pages);
}

export function fieldsOf(form: FormDefinition): Field[] {
  return pagesOf(form).flatMap((page) => page.fields);
}

export function findPage(form: FormDefinition, pageId: string): Page | null {
  return pagesOf(form).find((page) => page.id === pageId) ?? null;
}

export function sectionOf(form: FormDefinition, pageId: string): Section | null {
  return form.sections.find((section) => section.pages.some((page) => page.id === pageId)) ?? null;
}

/** Options of a choice that are shown for the answers before it. */
export function visibleOptions(field: Field, known: Answers): readonly Option[] {
  return 'options' in field ? field.options.filter((option) => holds(option.when, known)) : [];
}

/** The answer as far as it fits the field: the right shape, and only options that are shown. */
function fitting(field: Field, answer: Answer | undefined, known: Answers): Answer | undefined {
  if (answer === undefined || Array.isArray(answer) !== isListField(field)) return undefined;
  if (!('options' in field) || answer === '') return answer;
  const values = new Set(visibleOptions(field, known).map((option) => option.value));
  if (Array.isArray(answer)) return answer.filter((value) => values.has(value));
  return values.has(answer) ? answer : undefined;
}

type Shown = { page: Page; fields: Field[] };

/** Walks the form in order: what is shown depends on what was asked and shown before. */
function walk(form: FormDefinition, answers: Answers): { shown: Shown[]; known: Record<string, Answer> } {
  const known: Record<string, Answer> = {};
  const shown: Shown[] = [];
  for (const page of pagesOf(form)) {
    if (!holds(page.when, known)) continue;
    const fields: Field[] = [];
    for (const field of page.fields) {
      if (!holds(field.when, known)) continue;
      fields.push(field);
      const answer = fitting(field, Object.hasOwn(answers, field.id) ? answers[field.id] : undefined, known);
      if (answer !== undefined) known[field.id] = answer;
    }
    // A page whose every field is hidden asks nothing.
    if (fields.length > 0) shown.push({ page, fields });
  }
  return { shown, known };
}

/** Answers to what is shown; those of hidden pages, fields and options are left out. */
export function knownAnswers(form: FormDefinition, answers: Answers): Answers {
  return walk(form, answers).known;
}

export function visiblePages(form: FormDefinition, answers: Answers): Page[] {
  return walk(form, answers).shown.map(({ page }) => page);
}

export function isVisible(form: FormDefinition, answers: Answers, pageId: string): boolean {
  return visiblePages(form, answers).some((page) => page.id === pageId);
}

export function nextPage(form: FormDefinition, answers: Answers, pageId: string): Page | null {
  const pages = visiblePages(form, answers);
  const at = pages.findIndex((page) => page.id === pageId);
  return at < 0 ? null : (pages[at + 1] ?? null);
}

export function previousPage(form: FormDefinition, answers: Answers, pageId: string): Page | null {
  const pages = visiblePages(form, answers);
  const at = pages.findIndex((page) => page.id === pageId);
  return at <= 0 ? null : (pages[at - 1] ?? null);
}

export type StateContext = { prefill: PrefillData; today: string; territories?: ReadonlySet<string> };

/** Whether every field shown on the page has an answer that is still valid; empty ones count once they were seen. */
function isComplete(shown: Shown, known: Answers, context: StateContext): boolean {
  const reading: ReadingContext = { ...context, known };
  return shown.fields.every((field) => known[field.id] !== undefined && readStored(field, known[field.id] ?? '', reading).problem === null);
}

/** Answers that were sent, with the optional questions that were skipped: those were seen too. */
export function withSkipped(form: FormDefinition, answers: Answers): Answers {
  const { shown, known } = walk(form, answers);
  const skipped = shown.flatMap(({ fields }) => fields).filter((field) => field.optional && known[field.id] === undefined);
  return { ...answers, ...Object.fromEntries(skipped.map((field): [string, Answer] => [field.id, isListField(field) ? [] : ''])) };
}

/** Pages that are shown and not yet answered. */
export function incompletePages(form: FormDefinition, answers: Answers, context: StateContext): Page[] {
  const { shown, known } = walk(form, answers);
  return shown.filter((part) => !isComplete(part, known, context)).map(({ page }) => page);
}

export type SectionState = 'done' | 'inProgress' | 'notStarted' | 'cannotStart';
export type SectionProgress = { section: Section; state: SectionState; /** Where to go on, or begin. */ page: Page | null };

/** How far each section is. One whose questions depend on an unfinished section cannot start. */
export function sectionProgress(form: FormDefinition, answers: Answers, context: StateContext): SectionProgress[] {
  const { shown, known } = walk(form, answers);
  const unfinished = new Set<string>();
  return form.sections.flatMap((section): SectionProgress[] => {
    const parts = shown.filter(({ page }) => section.pages.includes(page));
    const open = parts.filter((part) => !isComplete(part, known, context));
    const started = parts.some(({ fields }) => fields.some((field) => known[field.id] !== undefined));
    const blocked = [...unfinished].some((id) => dependsOn(form, section, id));
    if (open.length > 0 || (parts.length === 0 && blocked)) unfinished.add(section.id);
    const page = open[0]?.page ?? parts[0]?.page ?? null;
    if (blocked) return [{ section, state: 'cannotStart', page: null }];
    if (parts.length === 0) return [];
    if (open.length === 0) return [{ section, state: 'done', page: parts[0]?.page ?? null }];
    return [{ section, state: started ? 'inProgress' : 'notStarted', page }];
  });
}

function dependsOn(form: FormDefinition, section: Section, otherId: string): boolean {
  const other = form.sections.find(({ id }) => id === otherId);
  const theirs = new Set(other?.pages.flatMap((page) => page.fields.map((field) => field.id)));
  return section.pages.some((page) =>
    [page.when, ...page.fields.flatMap((field) => [field.when, ...('options' in field ? field.options.map((option) => option.when) : [])])].some((condition) =>
      condition ? fieldsOfCondition(condition).some((id) => theirs.has(id)) : false,
    ),
  );
}

export type SummarySection = { section: Section; rows: { page: Page; field: Field; answer: Answer | null }[] };

/** Everything that was asked, section by section, for checking before sending and for the officer. */
export function summarise(form: FormDefinition, answers: Answers): SummarySection[] {
  const { shown, known } = walk(form, answers);
  return form.sections.flatMap((section) => {
    const rows = shown
      .filter(({ page }) => section.pages.includes(page))
      .flatMap(({ page, fields }) => fields.map((field) => ({ page, field, answer: given(known[field.id]) })));
    return rows.length === 0 ? [] : [{ section, rows }];
  });
}

function given(answer: Answer | undefined): Answer | null {
  return answer === undefined || answer.length === 0 ? null : answer;
}
