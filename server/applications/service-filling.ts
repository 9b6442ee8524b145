/** Filling in the pages of a draft. */
import { type Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { db } from '../platform/db/index.ts';
import { findPage, incompletePages, isVisible, knownAnswers } from '../forms/engine.ts';
import { enteredOn, readPage, type Entered } from '../forms/engine-reading.ts';
import type { Answers, Page } from '../forms/schema.ts';
import { fingerprintOf, sameAnswers, stepAfter, type Step } from './draft-state.ts';
import { failure } from './errors.ts';
import * as drafts from './repository-drafts.ts';
import { openDraft, type OpenDraft } from './service-drafts.ts';

/** Whether a page may be answered now; in a correction only what was asked for, and what follows from it. */
export function mayAnswer({ draft, form, open, context }: OpenDraft, pageId: string): boolean {
  if (!isVisible(form.definition, draft.answers, pageId)) return false;
  return open === null || open.includes(pageId) || incompletePages(form.definition, draft.answers, context).some((page) => page.id === pageId);
}

function answerable(opened: OpenDraft, pageId: string): Page {
  const page = findPage(opened.form.definition, pageId);
  if (!page) throw failure('notFound');
  if (!mayAnswer(opened, pageId)) throw failure('pageClosed');
  return page;
}

export type PageInput = {
  draftId: string;
  pageId: string;
  /** Posted values, by input name; what does not belong to the page is ignored. */
  values: (name: string) => readonly unknown[];
  /** Fingerprint of the page's answers as they were shown. */
  seen: string;
  /** Where the page was opened from. */
  back: 'check' | null;
};

/** `refused`: something is wrong. `conflict`: another tab has changed the page. In both nothing entered is lost. */
export type PageOutcome = { outcome: 'saved'; step: Step } | { outcome: 'refused' } | { outcome: 'conflict' };

const attempts = 5;

/** Saves what was entered on a page. */
export async function savePage(actor: Actor, input: PageInput): Promise<PageOutcome> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const opened = await openDraft(actor, input);
    const page = answerable(opened, input.pageId);
    const entered = enteredOn(page, input.values);
    const { draft, form, context } = opened;
    const reading = readPage(page, entered, draft.answers, { ...context, known: knownAnswers(form.definition, draft.answers) });
    if (reading.problems.length > 0) {
      await drafts.setAttempt(draft.id, { pageId: page.id, entered: plain(entered) }, now());
      return { outcome: 'refused' };
    }
    const answers: Answers = { ...draft.answers, ...reading.answers };
    if (input.seen !== fingerprintOf(page, draft.answers) && !sameAnswers(page, answers, draft.answers)) {
      await drafts.setAttempt(draft.id, { pageId: page.id, entered: plain(entered), conflict: reading.answers }, now());
      return { outcome: 'conflict' };
    }
    if (await drafts.saveDraft(db(), draft.id, draft.revision, { answers, pageId: page.id, updatedAt: now() })) {
      return { outcome: 'saved', step: stepAfter(form.definition, answers, page.id, context, input.back) };
    }
  }
  throw failure('busy');
}

const plain = (entered: Entered) => Object.fromEntries(Object.entries(entered).map(([name, values]) => [name, [...values]]));

/** Chooses between what another tab saved and what was entered here. */
export async function resolveConflict(actor: Actor, input: { draftId: string; pageId: string; keep: 'mine' | 'theirs'; seen: string; back: 'check' | null }): Promise<PageOutcome> {
  const opened = await openDraft(actor, input);
  const page = answerable(opened, input.pageId);
  const { draft, form, context } = opened;
  const mine = draft.attempt?.pageId === page.id ? draft.attempt.conflict : undefined;
  if (input.keep === 'theirs' || mine === undefined) {
    await drafts.setAttempt(draft.id, null, now());
    return { outcome: 'saved', step: stepAfter(form.definition, draft.answers, page.id, context, input.back) };
  }
  // Changed once more while choosing: choose again.
  if (input.seen !== fingerprintOf(page, draft.answers)) return { outcome: 'conflict' };
  const answers: Answers = { ...draft.answers, ...mine };
  if (!(await drafts.saveDraft(db(), draft.id, draft.revision, { answers, pageId: page.id, updatedAt: now() }))) return { outcome: 'conflict' };
  return { outcome: 'saved', step: stepAfter(form.definition, answers, page.id, context, input.back) };
}
