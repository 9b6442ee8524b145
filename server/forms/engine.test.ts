import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompletePages, knownAnswers, nextPage, previousPage, sectionProgress, summarise, visiblePages } from './engine.ts';
import { enteredFrom, enteredOn, readPage, readStored, type Entered } from './engine-reading.ts';
import { formDefinitionSchema, type Answers, type FieldKind } from './schema.ts';
import { arbitraryForm, text } from '../testing/arbitrary-form.ts';

const today = '2026-11-23';
const context = { prefill: {}, today };

const junk = fc.oneof(fc.string(), fc.constantFrom('yes', 'no', 'a', 'b', 'c', '2026-02-30', '1990-01-31', '30211975910033', ''), fc.array(fc.string(), { maxLength: 4 }), fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }));
/** Arbitrary answers, many of them to fields that exist. */
const formWithAnswers = arbitraryForm.chain((form) => {
  const ids = form.sections.flatMap((section) => section.pages.flatMap((page) => page.fields.map((field) => field.id)));
  return fc.tuple(fc.constant(form), fc.dictionary(fc.oneof(fc.constantFrom(...ids), fc.constantFrom('__proto__', 'constructor', 'toString'), fc.string()), junk));
});

describe('the engine', () => {
  it('never throws and never hides by accident, whatever the answers are', () => {
    fc.assert(
      fc.property(formWithAnswers, ([form, answers]) => {
        const shown = visiblePages(form, answers);
        sectionProgress(form, answers, context);
        summarise(form, answers);
        incompletePages(form, answers, context);
        expect(shown.length).toBeGreaterThan(0);
      }),
    );
  });

  it('drops the answers of what is hidden, and only those', () => {
    fc.assert(
      fc.property(formWithAnswers, ([form, answers]) => {
        const known = knownAnswers(form, answers);
        const asked = new Set(summarise(form, answers).flatMap(({ rows }) => rows.map(({ field }) => field.id)));
        for (const id of Object.keys(known)) expect(asked.has(id)).toBe(true);
        expect(knownAnswers(form, known)).toEqual(known);
        expect(visiblePages(form, known)).toEqual(visiblePages(form, answers));
      }),
    );
  });

  it('goes back where it came from', () => {
    fc.assert(
      fc.property(formWithAnswers, ([form, answers]) => {
        const pages = visiblePages(form, answers);
        for (const page of pages) {
          const next = nextPage(form, answers, page.id);
          if (next) expect(previousPage(form, answers, next.id)?.id).toBe(page.id);
        }
        expect(previousPage(form, answers, pages[0]?.id ?? '')).toBeNull();
        expect(nextPage(form, answers, pages.at(-1)?.id ?? '')).toBeNull();
      }),
    );
  });

  it('reads any posted form without throwing, and accepts again what it accepted', () => {
    const posted = fc.dictionary(fc.string(), fc.array(fc.oneof(fc.string(), fc.constantFrom('yes', 'a', 'b', '1', '12', '1990', '+998901234567')), { maxLength: 3 }));
    fc.assert(
      fc.property(formWithAnswers, posted, fc.nat(), ([form, answers], extra, pick) => {
        const pages = visiblePages(form, answers);
        const page = pages[pick % pages.length];
        if (!page) return;
        const known = knownAnswers(form, answers);
        const entered: Entered = { ...extra, ...enteredOn(page, (name) => extra[name] ?? Object.values(extra)[0] ?? []) };
        const reading = readPage(page, entered, answers, { ...context, known });
        for (const field of page.fields) {
          const answer = reading.answers[field.id];
          if (answer === undefined) continue;
          const again = readStored(field, answer, { ...context, known: { ...known, ...reading.answers } });
          expect(again).toEqual({ answer, problem: null });
        }
      }),
    );
  });

  it('asks nothing twice once everything shown is answered', () => {
    fc.assert(
      fc.property(formWithAnswers, ([form, given]) => {
        let answers: Answers = given;
        // Answering a page can show further ones; each page is answered at most once.
        for (let step = 0; step < 60; step += 1) {
          const [page] = incompletePages(form, answers, context);
          if (!page) break;
          const known = knownAnswers(form, answers);
          const files = Object.fromEntries(page.fields.filter((field) => field.kind === 'file').map((field) => [field.id, ['1']]));
          const entered = Object.assign({}, ...page.fields.map((field) => enteredFrom(field, sample[field.kind]))) as Entered;
          const reading = readPage(page, entered, files, { ...context, known });
          expect(reading.problems).toEqual([]);
          answers = { ...answers, ...reading.answers };
        }
        expect(incompletePages(form, answers, context)).toEqual([]);
        expect(sectionProgress(form, answers, context).every(({ state }) => state === 'done')).toBe(true);
      }),
    );
  });
});

const sample: Record<FieldKind, string | string[]> = {
  text: 'So‘z', textarea: 'Bir\nikki', number: '7', money: '1000', date: '1990-03-14', yesno: 'yes', radios: 'a', checkboxes: ['a'], select: 'a', email: 'a@b.uz',
  phone: '+998901234567', pinfl: '30211975910033', stir: '301000017', passport: 'AA1234567', plate: '01A123BC', cadastre: '10:05:03:01:02:0012', territory: '1726269', file: ['1'],
};

describe('a definition', () => {
  const form = (fields: object[], more: object[] = []): unknown => ({
    format: 1, minutes: 5, needs: [], declaration: text('x'),
    sections: [{ id: 's', title: text('S'), pages: [{ id: 'p', title: text('P'), fields }, ...more] }],
  });
  const problems = (definition: unknown) => formDefinitionSchema.safeParse(definition).error?.issues.map((issue) => issue.message) ?? [];
  const field = (id: string, when?: object) => ({ kind: 'yesno', id, label: text(id), ...(when && { when }) });

  it('is refused when conditions go in circles', () => {
    const circular = form([field('x', { field: 'y', equals: 'yes' })], [{ id: 'q', fields: [field('y', { field: 'x', equals: 'yes' })] }]);
    expect(problems(circular).join()).toMatch(/circular conditions: x → y → x/);
    expect(problems(form([field('x', { field: 'x', equals: 'yes' })])).join()).toMatch(/circular/);
  });

  it('is refused when a condition asks about what comes later or does not exist', () => {
    expect(problems(form([field('x', { field: 'z', answered: true })])).join()).toMatch(/no field "z"/);
    expect(problems(form([field('x')], [{ id: 'q', when: { field: 'w', answered: true }, fields: [field('v')] }, { id: 'r', fields: [field('w')] }])).join()).toMatch(/"w" is asked later/);
  });

  it('is refused when ids repeat, names are taken or a file shares its page', () => {
    expect(problems(form([field('x'), field('x')])).join()).toMatch(/field "x" is there twice/);
    expect(problems(form([field('x')], [{ id: 'check', fields: [field('y')] }])).join()).toMatch(/taken/);
    expect(problems(form([field('x'), { kind: 'file', id: 'f', label: text('F'), types: ['pdf'] }])).join()).toMatch(/page of their own/);
  });
});
