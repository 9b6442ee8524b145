'use server';

import { redirect } from 'next/navigation';
import { deleteDraft, startDraft } from '@/server/applications/service-drafts';
import { resolveConflict, savePage, type PageOutcome } from '@/server/applications/service-filling';
import { resubmitCorrection, submitDraft } from '@/server/applications/service-submission';
import { removeUpload } from '@/server/applications/service-uploads';
import { runPersonAction, type ActionOutcome } from '@/server/platform/actions';
import { applicationPath, cabinetPath, conflictPath, draftPath, pagePath, sentPath, startPath, stepPath, type Back, type DraftPlace } from './paths';
import { backOf, localeOf } from './query';

/** The bound arguments of an action come from the browser like everything else. */
function placeOf(place: DraftPlace): DraftPlace {
  return { locale: localeOf(place.locale), serviceId: place.serviceId, draftId: place.draftId };
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** Where a refused action leads: the sent application if the draft has become one, or back with the reason. */
function goBack(outcome: ActionOutcome<unknown>, place: Pick<DraftPlace, 'locale'>, path: (problem: string) => string): never {
  const problem = outcome.ok ? null : outcome.problem;
  if (problem?.key === 'applications.errors.alreadySubmitted') redirect(sentPath(place.locale, String(problem.params['reference'])));
  redirect(path(problem?.key ?? 'common.errors.unexpected'));
}

/** Starts a new draft of the service. */
export async function startAction(wanted: string, serviceId: string): Promise<void> {
  const locale = localeOf(wanted);
  const start = startPath(locale, serviceId);
  const outcome = await runPersonAction({ action: 'applications.start', locale, returnPath: start }, async (person) => {
    const draftId = await startDraft(person, { serviceId });
    redirect(draftPath({ locale, serviceId, draftId }));
  });
  goBack(outcome, { locale }, (problem) => `${start}?${new URLSearchParams({ problem }).toString()}`);
}

function afterPage(place: DraftPlace, pageId: string, back: Back, leave: boolean, outcome: PageOutcome): never {
  if (outcome.outcome === 'conflict') redirect(conflictPath(place, pageId, back));
  if (leave) redirect(cabinetPath(place.locale));
  if (outcome.outcome === 'refused') redirect(pagePath(place, pageId, { from: back, again: true }));
  redirect(stepPath(place, outcome.step, back === 'check' && outcome.step.to === 'page' ? 'check' : null));
}

/** Saves the answers of one page and goes on, or shows the page again with what is wrong. */
export async function savePageAction(given: DraftPlace, pageId: string, from: Back, form: FormData): Promise<void> {
  const place = placeOf(given);
  const back = backOf(from);
  const outcome = await runPersonAction({ action: 'applications.save-page', locale: place.locale, returnPath: pagePath(place, pageId, { from: back }) }, async (person) => {
    const saved = await savePage(person, { draftId: place.draftId, pageId, values: (name) => form.getAll(name), seen: text(form, 'seen'), back });
    afterPage(place, pageId, back, form.get('then') === 'exit', saved);
  });
  goBack(outcome, place, (problem) => pagePath(place, pageId, { from: back, problem }));
}

/** Keeps one of two answers to the same question. */
export async function resolveConflictAction(given: DraftPlace, pageId: string, from: Back, form: FormData): Promise<void> {
  const place = placeOf(given);
  const back = backOf(from);
  const keep = form.get('keep');
  if (keep !== 'mine' && keep !== 'theirs') redirect(`${conflictPath(place, pageId, back)}&again=1`);
  const outcome = await runPersonAction({ action: 'applications.resolve-conflict', locale: place.locale, returnPath: conflictPath(place, pageId, back) }, async (person) => {
    const resolved = await resolveConflict(person, { draftId: place.draftId, pageId, keep, seen: text(form, 'seen'), back });
    afterPage(place, pageId, back, false, resolved);
  });
  goBack(outcome, place, (problem) => pagePath(place, pageId, { from: back, problem }));
}

export async function removeUploadAction(given: DraftPlace, pageId: string, from: Back, uploadId: string): Promise<void> {
  const place = placeOf(given);
  const back = backOf(from);
  const path = pagePath(place, pageId, { from: back });
  const outcome = await runPersonAction({ action: 'applications.remove-upload', locale: place.locale, returnPath: path }, async (person) => {
    await removeUpload(person, { draftId: place.draftId, pageId, uploadId });
    redirect(path);
  });
  goBack(outcome, place, (problem) => pagePath(place, pageId, { from: back, problem }));
}

/** Sends the draft, or the correction of the application `corrects`. Pressed twice it stays one application. */
export async function sendAction(given: DraftPlace, corrects: string | null, form: FormData): Promise<void> {
  const place = placeOf(given);
  const check = pagePath(place, 'check');
  const outcome = await runPersonAction({ action: 'applications.send', locale: place.locale, returnPath: check }, async (person) => {
    const input = { draftId: place.draftId, declared: form.get('declared') === 'yes' };
    const { reference } = corrects !== null ? await resubmitCorrection(person, input) : await submitDraft(person, input);
    redirect(corrects !== null ? applicationPath(place.locale, reference, { done: 'corrected' }) : sentPath(place.locale, reference));
  });
  // Sent already by the first of two presses: the draft of the correction is gone.
  if (corrects !== null && !outcome.ok && outcome.problem.category === 'notFound') redirect(applicationPath(place.locale, corrects));
  if (!outcome.ok && outcome.problem.key === 'applications.errors.declarationMissing') redirect(pagePath(place, 'check', { again: true }));
  goBack(outcome, place, (problem) => pagePath(place, 'check', { problem }));
}

export async function deleteDraftAction(given: DraftPlace): Promise<void> {
  const place = placeOf(given);
  const outcome = await runPersonAction({ action: 'applications.delete-draft', locale: place.locale, returnPath: pagePath(place, 'delete') }, async (person) => {
    await deleteDraft(person, { draftId: place.draftId });
    redirect(cabinetPath(place.locale, { done: 'deleted' }));
  });
  goBack(outcome, place, (problem) => pagePath(place, 'delete', { problem }));
}
