import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { serviceSeedSchema, type Passport } from '@/server/catalogue/schema';
import { changedFields, compareWork, listChanges, merged, passportFields } from './difference';
import { moved, noTexts, readForm, toForm } from './form';

const folder = 'prisma/seed/services';
const passports = readdirSync(folder).map((file) => serviceSeedSchema.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))).passport);
const [first, second] = passports as [Passport, Passport];

test('every shipped passport survives being opened and saved', () => {
  for (const passport of passports) expect(readForm(toForm(passport))).toEqual({ passport, problems: [] });
});

describe('what is wrong is said where it is', () => {
  const form = toForm(first);
  const problemsOf = (change: Partial<typeof form>) => readForm({ ...form, ...change }).problems.map(({ id, kind }) => `${id}: ${kind}`);

  test('a missing language', () => {
    expect(problemsOf({ title: { ...form.title, ru: '  ' } })).toEqual(['title-ru: text']);
    expect(problemsOf({ steps: form.steps.map((line, index) => (index === 1 ? { ...line, text: { ...line.text, en: '' } } : line)) })).toEqual(['steps-1-en: text']);
    expect(problemsOf({ requirements: [{ key: 'x', text: noTexts, source: 'applicant' }] })).toEqual(['requirements-0-text-uz: text', 'requirements-0-text-ru: text', 'requirements-0-text-en: text']);
  });

  test('an optional text in one language only', () => {
    expect(problemsOf({ resultValidity: { ...noTexts, uz: '10 yil' } })).toEqual(['resultValidity-ru: text', 'resultValidity-en: text']);
  });

  test('empty lists and choices', () => {
    expect(problemsOf({ audiences: [], channels: [], steps: form.steps.slice(0, 1), legalBasis: [] })).toEqual(['audiences: choose', 'steps: list', 'channels: choose', 'legalBasis: list']);
  });

  test('numbers', () => {
    const fee = (amount: string, unit: 'bhm' | 'soum' = 'soum') => ({ fee: { items: [{ key: 'x', label: noTexts, unit, amount }], varies: false, note: noTexts } });
    expect(problemsOf(fee('abc'))).toEqual(['fee-items-0-amount: number']);
    expect(problemsOf(fee(''))).toEqual(['fee-items-0-amount: number']);
    expect(problemsOf(fee('12,5'))).toEqual(['fee-items-0-amount: number']);
    expect(problemsOf(fee('0,5', 'bhm'))).toEqual([]);
    expect(problemsOf(fee('1 250 000'))).toEqual([]);
    expect(problemsOf({ workingDays: '1.5' })).toEqual(['workingDays: number']);
    expect(problemsOf({ workingDays: '366' })).toEqual(['workingDays: number']);
    expect(problemsOf({ workingDays: '' })).toEqual([]);
  });

  test('laws', () => {
    const law = { key: 'x', title: { ...noTexts, uz: 'a', ru: 'a', en: 'a' }, number: '', date: '', url: '' };
    expect(problemsOf({ legalBasis: [{ ...law, date: '2026-02-30', url: 'http://lex.uz' }] })).toEqual(['legalBasis-0-date: date', 'legalBasis-0-url: url']);
    expect(problemsOf({ legalBasis: [{ ...law, number: 'x'.repeat(41) }] })).toEqual(['legalBasis-0-number: long']);
  });

  test('keywords', () => {
    expect(problemsOf({ keywords: { uz: 'pasport\n\n a ', ru: '', en: '' } })).toEqual(['keywords-uz: keyword']);
  });
});

test('lines move within their list', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
});

describe('two editors', () => {
  const base = first;
  const mine: Passport = { ...base, title: { ...base.title, uz: 'Meniki' }, steps: [...base.steps].reverse(), workingDays: 9 };
  const theirs: Passport = { ...base, summary: { ...base.summary, ru: 'Их' }, steps: base.steps.slice(1), workingDays: 9 };

  test('what each did is told apart, and the same change is no conflict', () => {
    expect(compareWork({ base, mine, theirs })).toEqual({ mine: ['title'], theirs: ['summary'], both: ['steps'] });
  });

  test('nothing is lost when brought together', () => {
    expect(merged({ base, mine, theirs }, new Set())).toEqual({ ...base, title: mine.title, summary: theirs.summary, steps: mine.steps, workingDays: 9 });
    expect(merged({ base, mine, theirs }, new Set(['steps']))).toEqual({ ...base, title: mine.title, summary: theirs.summary, steps: theirs.steps, workingDays: 9 });
  });

  test('what I removed stays removed', () => {
    const note: Passport = { ...base, deadlineNote: base.title };
    expect(merged({ base: note, mine: base, theirs: { ...note, title: second.title } }, new Set())).not.toHaveProperty('deadlineNote');
  });

  test('work of one editor alone comes out as it is', () => {
    fc.assert(
      fc.property(fc.subarray([...passportFields]), (fields) => {
        const work = { ...first, ...Object.fromEntries(fields.map((field) => [field, second[field]])) };
        expect(changedFields(merged({ base: first, mine: work, theirs: first }, new Set()), work)).toEqual([]);
        expect(changedFields(merged({ base: first, mine: first, theirs: work }, new Set()), work)).toEqual([]);
      }),
    );
  });
});

test('changes of a list rebuild both lists', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ max: 5, min: 0 }), { maxLength: 8 }), fc.array(fc.integer({ max: 5, min: 0 }), { maxLength: 8 }), (before, after) => {
      const changes = listChanges(before, after);
      expect(changes.filter(({ kind }) => kind !== 'added').map(({ item }) => item)).toEqual(before);
      expect(changes.filter(({ kind }) => kind !== 'removed').map(({ item }) => item)).toEqual(after);
    }),
  );
});
