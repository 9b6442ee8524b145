/** Fills in forms as an applicant would, for tests of what comes after. */
import { openDraft, startDraft } from '../applications/service-drafts.ts';
import { fingerprintOf } from '../applications/draft-state.ts';
import { savePage, type PageOutcome } from '../applications/service-filling.ts';
import { addUpload } from '../applications/service-uploads.ts';
import { incompletePages, knownAnswers } from '../forms/engine.ts';
import { dayOf } from '../forms/engine-days.ts';
import { enteredFrom, prefilledAnswer } from '../forms/engine-reading.ts';
import type { Field, Page } from '../forms/schema.ts';
import { demoPersons } from '../identity/demo-persons.ts';
import { anonymous, type Person } from '../platform/auth/actor.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { db } from '../platform/db/index.ts';

export const pdfBytes = new TextEncoder().encode('%PDF-1.7\n% a small file\n%%EOF\n');

/** A demo person as the actor of a request. */
export async function demoActor(login: string): Promise<Person> {
  const demo = demoPersons.find((person) => person.login === login);
  if (!demo) throw new Error(`No demo person ${login}`);
  const found = await db().user.findFirst({ where: { OR: [{ email: demo.email }, ...(demo.pinfl ? [{ pinfl: demo.pinfl }] : [])] }, select: { id: true } });
  const user = found ?? (await db().user.create({ data: { name: demo.name, email: demo.email, pinfl: demo.pinfl }, select: { id: true } }));
  return { ...anonymous('uz'), kind: 'person', userId: user.id, name: demo.name, pinfl: demo.pinfl, roles: demo.roles };
}

/** A plausible answer to any question. */
export function sampleAnswer(field: Field): string | string[] {
  switch (field.kind) {
    case 'text': return field.pattern?.regex.includes('\\d') ? 'AF1234567' : 'Namuna';
    case 'textarea': return 'Namuna uchun yozilgan javob.';
    case 'number': return String(field.min ?? 1);
    case 'money': return '5000000';
    case 'date': return dayOf(field.max !== undefined && field.min !== 'today' ? field.max : 'today', civilDay(now()));
    case 'yesno': return 'no';
    case 'radios': case 'select': return field.options[0]?.value ?? '';
    case 'checkboxes': return field.options.slice(0, 1).map((option) => option.value);
    case 'email': return 'namuna@example.uz';
    case 'phone': return '+998901234567';
    case 'pinfl': return '52106180010066';
    case 'stir': return '301000017';
    case 'passport': return 'AA1234567';
    case 'plate': return '01A123BC';
    case 'cadastre': return '10:05:03:01:02:0012';
    case 'territory': return '1726269';
    case 'file': return [];
  }
}

export type Overrides = Record<string, string | string[]>;

/** Posts one page of a draft with sample answers, or the given ones. */
export async function answerPage(actor: Person, draftId: string, page: Page, overrides: Overrides = {}): Promise<PageOutcome> {
  const [first] = page.fields;
  if (first?.kind === 'file') await addUpload(actor, { draftId, pageId: page.id, file: { name: 'hujjat.pdf', bytes: first.types.includes('pdf') ? pdfBytes : new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) } });
  const { draft, form, context } = await openDraft(actor, { draftId });
  const known = knownAnswers(form.definition, draft.answers);
  const entered = Object.assign({}, ...page.fields.map((field) => enteredFrom(field, overrides[field.id] ?? prefilledAnswer(field, { ...context, known }) ?? sampleAnswer(field)))) as Record<string, readonly string[]>;
  return savePage(actor, { draftId, pageId: page.id, values: (name) => entered[name] ?? [], seen: fingerprintOf(page, draft.answers), back: null });
}

/** Starts a draft and answers every page that is shown. */
export async function fillDraft(actor: Person, serviceId: string, overrides: Overrides = {}): Promise<string> {
  const draftId = await startDraft(actor, { serviceId });
  for (let step = 0; step < 80; step += 1) {
    const { draft, form, context } = await openDraft(actor, { draftId });
    const [page] = incompletePages(form.definition, draft.answers, context);
    if (!page) return draftId;
    const { outcome } = await answerPage(actor, draftId, page, overrides);
    if (outcome !== 'saved') throw new Error(`${serviceId}/${page.id}: ${outcome}`);
  }
  throw new Error(`${serviceId} does not end`);
}
