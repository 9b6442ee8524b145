/** The passport as it is edited: everything typed is text, every line of a list has a key of its own. Pure. */
import { passportSchema, type Audience, type Channel, type Passport } from '@/server/catalogue/schema';
import type { LocalizedText } from '@/server/platform/i18n/locales';

export const editedLanguages = ['uz', 'ru', 'en', 'uz-Cyrl'] as const;
export type EditedLanguage = (typeof editedLanguages)[number];
export type Texts = Record<EditedLanguage, string>;
export type Line = { key: string; text: Texts };
export type RequirementLine = Line & { source: 'applicant' | 'exchange' };
export type FeeLine = { key: string; label: Texts; unit: 'bhm' | 'soum'; amount: string };
export type LawLine = { key: string; title: Texts; number: string; date: string; url: string };

export type PassportForm = {
  title: Texts;
  summary: Texts;
  audiences: Audience[];
  eligibility: Line[];
  requirements: RequirementLine[];
  steps: Line[];
  fee: { items: FeeLine[]; varies: boolean; note: Texts };
  /** Digits; empty: no fixed term. */
  workingDays: string;
  deadlineNote: Texts;
  channels: Channel[];
  result: Texts;
  resultValidity: Texts;
  refusalGrounds: Line[];
  legalBasis: LawLine[];
  /** One a line. */
  keywords: Record<'uz' | 'ru' | 'en', string>;
};

export const noTexts: Texts = { uz: '', ru: '', en: '', 'uz-Cyrl': '' };

/** A key for a line, unlike those of work that was kept before. */
export const newKey = (): string => `line-${Math.random().toString(36).slice(2)}`;

const textsOf = (text: LocalizedText | undefined): Texts => (text ? { uz: text.uz, ru: text.ru, en: text.en, 'uz-Cyrl': text['uz-Cyrl'] ?? '' } : noTexts);
const lineOf = (text: LocalizedText): Line => ({ key: newKey(), text: textsOf(text) });

export function toForm(passport: Passport): PassportForm {
  const { fee } = passport;
  return {
    title: textsOf(passport.title),
    summary: textsOf(passport.summary),
    audiences: [...passport.audiences],
    eligibility: passport.eligibility.map(lineOf),
    requirements: passport.requirements.map(({ text, source }) => ({ ...lineOf(text), source })),
    steps: passport.steps.map(lineOf),
    fee: {
      items: fee.items.map(({ label, bhm, soum }) => ({ key: newKey(), label: textsOf(label), unit: bhm === undefined ? 'soum' : 'bhm', amount: String(bhm ?? soum ?? '') })),
      varies: fee.varies === true,
      note: textsOf(fee.note),
    },
    workingDays: passport.workingDays === null ? '' : String(passport.workingDays),
    deadlineNote: textsOf(passport.deadlineNote),
    channels: [...passport.channels],
    result: textsOf(passport.result),
    resultValidity: textsOf(passport.resultValidity),
    refusalGrounds: passport.refusalGrounds.map(lineOf),
    legalBasis: passport.legalBasis.map(({ title, number = '', date = '', url = '' }) => ({ key: newKey(), title: textsOf(title), number, date, url })),
    keywords: { uz: passport.keywords.uz.join('\n'), ru: passport.keywords.ru.join('\n'), en: passport.keywords.en.join('\n') },
  };
}

/** A text as the schema wants it: the Cyrillic only where somebody corrected it. */
function text({ uz, ru, en, 'uz-Cyrl': cyrillic }: Texts) {
  return { uz: uz.trim(), ru: ru.trim(), en: en.trim(), ...(cyrillic.trim() !== '' && { 'uz-Cyrl': cyrillic.trim() }) };
}

/** A text that may be absent: it is when nothing was written in any language. */
const optional = (texts: Texts) => (editedLanguages.every((language) => texts[language].trim() === '') ? undefined : text(texts));
const given = <T>(name: string, value: T | undefined) => (value === undefined || value === '' ? {} : { [name]: value });

/** A number as people write it: spaces and a decimal comma. Not a number stays as it is, for the schema to refuse. */
function number(entry: string): number | string {
  const plain = entry.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : entry;
}

const words = (lines: string) => lines.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** What the form says, in the shape of a passport; whether it is one, the schema decides. */
export function fromForm(form: PassportForm): unknown {
  return {
    title: text(form.title),
    summary: text(form.summary),
    audiences: form.audiences,
    eligibility: form.eligibility.map((line) => text(line.text)),
    requirements: form.requirements.map((line) => ({ text: text(line.text), source: line.source })),
    steps: form.steps.map((line) => text(line.text)),
    fee: {
      items: form.fee.items.map(({ label, unit, amount }) => ({ ...given('label', optional(label)), [unit]: number(amount) })),
      ...(form.fee.varies && { varies: true }),
      ...given('note', optional(form.fee.note)),
    },
    workingDays: form.workingDays.trim() === '' ? null : number(form.workingDays),
    ...given('deadlineNote', optional(form.deadlineNote)),
    channels: form.channels,
    result: text(form.result),
    ...given('resultValidity', optional(form.resultValidity)),
    refusalGrounds: form.refusalGrounds.map((line) => text(line.text)),
    legalBasis: form.legalBasis.map(({ title, number: act, date, url }) => ({ title: text(title), ...given('number', act.trim()), ...given('date', date.trim()), ...given('url', url.trim()) })),
    keywords: { uz: words(form.keywords.uz), ru: words(form.keywords.ru), en: words(form.keywords.en) },
  };
}

export type Reading = { passport: Passport; problems: [] } | { passport: null; problems: Problem[] };

/** Something to correct: the field's id in the form, where in the passport it is, and what is wrong. */
export type Problem = { id: string; path: (string | number)[]; kind: ProblemKind; min?: number; max?: number };
export type ProblemKind = 'text' | 'list' | 'choose' | 'number' | 'url' | 'date' | 'long' | 'keyword' | 'invalid';

type Issue = { code: string; path: PropertyKey[]; origin?: unknown; minimum?: unknown; maximum?: unknown; format?: unknown };

function kindOf({ code, path, origin, format }: Issue): ProblemKind {
  const [field] = path;
  if (field === 'keywords') return 'keyword';
  if (field === 'audiences' || field === 'channels') return 'choose';
  if (code === 'too_small' && origin === 'array') return 'list';
  if (field === 'workingDays' || path.includes('bhm') || path.includes('soum')) return 'number';
  if (code === 'too_small' && origin === 'string') return 'text';
  if (code === 'too_big' && origin === 'string') return 'long';
  if (code === 'invalid_format') return format === 'url' ? 'url' : format === 'date' ? 'date' : 'invalid';
  return 'invalid';
}

/** Where in the form a part of the passport is edited. */
export function fieldId(path: readonly PropertyKey[]): string {
  const parts = path.map(String);
  // The amount of a fee is one field, whatever its unit; a line of a list is its text.
  const last = parts.at(-1);
  if (last === 'bhm' || last === 'soum') return [...parts.slice(0, -1), 'amount'].join('-');
  if (parts[0] === 'keywords') return parts.slice(0, 2).join('-');
  return parts.join('-');
}

export function readForm(form: PassportForm): Reading {
  const result = passportSchema.safeParse(fromForm(form));
  if (result.success) return { passport: result.data, problems: [] };
  const problems = result.error.issues.map((issue): Problem => {
    const { minimum, maximum } = issue as Issue;
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    return { id: fieldId(path), path, kind: kindOf(issue), ...(typeof minimum === 'number' && { min: minimum }), ...(typeof maximum === 'number' && { max: maximum }) };
  });
  // Several rules may refuse one field: one message is enough.
  return { passport: null, problems: problems.filter(({ id }, index) => problems.findIndex((other) => other.id === id) === index) };
}

/** Moves a line up or down; out of the list nothing moves. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  const [one, other] = [list[from], list[to]];
  if (one === undefined || other === undefined) return [...list];
  return list.map((item, index) => (index === from ? other : index === to ? one : item));
}
