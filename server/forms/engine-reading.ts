/** Reading what was entered on a page: canonical answers, or what exactly is wrong. Pure, never throws. */
import type { LocalizedText } from '../platform/i18n/locales.ts';
import { holds } from './schema-conditions.ts';
import { dayOf, readDay } from './engine-days.ts';
import { readIdentifier } from './engine-identifiers.ts';
import { readNumber } from './engine-numbers.ts';
import type { Answer, Answers, Field, FieldOf, Page, PrefillData } from './schema.ts';

/** Values of a form as posted, by input name. */
export type Entered = Readonly<Record<string, readonly string[]>>;

/** What is wrong with an answer: a key under `forms.problems`, its params, and the input to correct. */
export type Problem = { field: string; input: string; key: string; params: Readonly<Record<string, string | number>>; own: LocalizedText | null };

export type ReadingContext = {
  /** Answers to what was asked before. */
  known: Answers;
  prefill: PrefillData;
  /** The civil day, for bounds relative to it. */
  today: string;
  /** Codes of districts that exist; absent where only the writing can be checked. */
  territories?: ReadonlySet<string>;
};

export type FieldReading = { answer: Answer; problem: null } | { answer: null; problem: Problem };
export type PageReading = { answers: Record<string, Answer>; problems: Problem[] };

/** Fields answered by several values. */
export function isListField(field: Field): boolean {
  return field.kind === 'checkboxes' || field.kind === 'file';
}

export const datePart = (id: string, part: 'day' | 'month' | 'year') => `${id}-${part}`;

/** Names of the inputs that a field posts. Files are sent separately. */
export function inputsOf(field: Field): string[] {
  if (field.kind === 'date') return [datePart(field.id, 'day'), datePart(field.id, 'month'), datePart(field.id, 'year')];
  return field.kind === 'file' ? [] : [field.id];
}

/** The longest entry that is kept for correcting; longer ones are cut and refused. */
const longestEntry = 20_000;

/** As the database can keep it: whole characters, no NUL. */
const storable = (value: string) => value.slice(0, longestEntry).toWellFormed().replaceAll('\0', '');

/** What of a posted form belongs to a page; everything else in it is ignored. */
export function enteredOn(page: Page, values: (name: string) => readonly unknown[]): Entered {
  const names = page.fields.flatMap(inputsOf);
  return Object.fromEntries(
    names.map((name) => [name, values(name).slice(0, 100).filter((value) => typeof value === 'string').map(storable)]),
  );
}

/** The entry that gives a stored answer, to show it in the form again. */
export function enteredFrom(field: Field, answer: Answer): Entered {
  if (field.kind === 'date' && typeof answer === 'string') {
    const [year = '', month = '', day = ''] = answer.split('-');
    const plain = (part: string) => part.replace(/^0+(?=\d)/, '');
    return { [datePart(field.id, 'day')]: [plain(day)], [datePart(field.id, 'month')]: [plain(month)], [datePart(field.id, 'year')]: [year] };
  }
  return field.kind === 'file' ? {} : { [field.id]: typeof answer === 'string' ? [answer] : answer };
}

const wrong = (field: Field, key: string, params: Problem['params'] = {}, input = firstInput(field), own: LocalizedText | null = null): FieldReading => ({
  answer: null,
  problem: { field: field.id, input, key, params, own },
});

function firstInput(field: Field): string {
  return field.id;
}

const ok = (answer: Answer): FieldReading => ({ answer, problem: null });

/** The value the register gives to a field that may not be changed, when it is a valid answer. */
export function lockedAnswer(field: Field, context: ReadingContext): string | null {
  return field.prefill?.locked === true ? prefilledAnswer(field, context) : null;
}

/** The value the register proposes for a field, when it is a valid answer. */
export function prefilledAnswer(field: Field, context: ReadingContext): string | null {
  const data = context.prefill.individuals;
  if (!field.prefill || !data || !Object.hasOwn(data, field.prefill.field)) return null;
  const value = data[field.prefill.field] ?? '';
  if (value === '') return null;
  const reading = readEntry(field, enteredFrom(field, value), context);
  return typeof reading.answer === 'string' ? reading.answer : null;
}

/** Checks an answer that was stored, or that came with a register's data. */
export function readStored(field: Field, answer: Answer, context: ReadingContext): FieldReading {
  if (Array.isArray(answer) !== isListField(field)) return wrong(field, requiredKey(field));
  if (field.kind === 'file') return readFiles(field, Array.isArray(answer) ? answer : []);
  return readEntry(field, enteredFrom(field, answer), context);
}

/** Reads everything a page asks. Fields hidden by an answer on the same page are neither read nor checked. */
export function readPage(page: Page, entered: Entered, stored: Answers, context: ReadingContext): PageReading {
  const own = new Set(page.fields.map((field) => field.id));
  const known: Record<string, Answer> = Object.fromEntries(Object.entries(context.known).filter(([id]) => !own.has(id)));
  const answers: Record<string, Answer> = {};
  const problems: Problem[] = [];
  for (const field of page.fields) {
    if (!holds(field.when, known)) continue;
    const here: ReadingContext = { ...context, known };
    const locked = lockedAnswer(field, here);
    const files = Object.hasOwn(stored, field.id) ? stored[field.id] : undefined;
    const reading = locked !== null ? ok(locked) : field.kind === 'file' ? readFiles(field, Array.isArray(files) ? files : []) : readEntry(field, entered, here);
    if (reading.problem) problems.push(reading.problem);
    else known[field.id] = answers[field.id] = reading.answer;
  }
  return { answers, problems };
}

/** Which words ask for a missing answer. */
function requiredKey(field: Field): string {
  switch (field.kind) {
    case 'yesno': case 'radios': case 'select': case 'territory': return 'choose';
    case 'checkboxes': return 'chooseSome';
    case 'date': return 'enterDate';
    case 'file': return 'attach';
    case 'text': case 'textarea': case 'number': case 'money': case 'email': case 'phone': case 'pinfl': case 'stir': case 'passport': case 'plate': case 'cadastre':
      return 'enter';
  }
}

const missing = (field: Field): FieldReading =>
  field.optional ? ok(isListField(field) ? [] : '') : wrong(field, requiredKey(field), {}, firstInput(field), field.messages?.required ?? null);

function readFiles(field: FieldOf<'file'>, ids: readonly string[]): FieldReading {
  if (ids.length === 0) return missing(field);
  return ids.length > field.maxCount ? wrong(field, 'tooManyFiles', { max: field.maxCount }) : ok([...ids]);
}

const values = (entered: Entered, name: string): readonly string[] => (Object.hasOwn(entered, name) ? (entered[name] ?? []) : []);

/** One line: NFC, no control characters, single spaces. */
const oneLine = (value: string) => value.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
const manyLines = (value: string) =>
  value.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '').trim();

/** Reads one field from what was entered; without regard to whether it is locked. */
function readEntry(field: Field, entered: Entered, context: ReadingContext): FieldReading {
  const entry = field.kind === 'textarea' ? manyLines(values(entered, field.id)[0] ?? '') : oneLine(values(entered, field.id)[0] ?? '');
  if (field.kind === 'date') return readDate(field, entered, context);
  if (field.kind === 'checkboxes') return readBoxes(field, values(entered, field.id), context);
  if (field.kind === 'file') return missing(field);
  if (entry === '') return missing(field);
  const invalid = (key: string, params: Problem['params'] = {}) => wrong(field, key, params, field.id, field.messages?.invalid ?? null);
  switch (field.kind) {
    case 'text': {
      if (entry.length > field.max) return wrong(field, 'tooLong', { max: field.max });
      if (field.min !== undefined && entry.length < field.min) return wrong(field, 'tooShort', { min: field.min });
      if (field.pattern && !matches(field.pattern.regex, entry)) return wrong(field, 'pattern', {}, field.id, field.pattern.message);
      return ok(entry);
    }
    case 'textarea':
      return entry.length > field.max ? wrong(field, 'tooLong', { max: field.max }) : ok(entry);
    case 'number':
    case 'money': {
      const read = readNumber(field, entry);
      return read.ok ? ok(read.value) : invalid(read.key, read.params);
    }
    case 'yesno':
      return entry === 'yes' || entry === 'no' ? ok(entry) : wrong(field, 'choose', {}, field.id, field.messages?.required ?? null);
    case 'radios':
    case 'select':
      return field.options.some((option) => option.value === entry && holds(option.when, context.known)) ? ok(entry) : wrong(field, 'choose', {}, field.id, field.messages?.required ?? null);
    case 'territory':
      return /^\d{7}$/.test(entry) && (context.territories?.has(entry) ?? true) ? ok(entry) : wrong(field, 'choose', {}, field.id, field.messages?.required ?? null);
    case 'email': case 'phone': case 'pinfl': case 'stir': case 'passport': case 'plate': case 'cadastre': {
      const read = readIdentifier(field.kind, entry);
      return read.ok ? ok(read.value) : invalid(read.key);
    }
  }
}

function matches(regex: string, entry: string): boolean {
  try {
    return new RegExp(regex, 'u').test(entry);
  } catch {
    return true;
  }
}

function readBoxes(field: FieldOf<'checkboxes'>, entries: readonly string[], context: ReadingContext): FieldReading {
  const ticked = field.options.filter((option) => entries.includes(option.value) && holds(option.when, context.known)).map((option) => option.value);
  if (ticked.length === 0) return missing(field);
  return field.max !== undefined && ticked.length > field.max ? wrong(field, 'chooseMax', { max: field.max }) : ok(ticked);
}

function readDate(field: FieldOf<'date'>, entered: Entered, { today, known }: ReadingContext): FieldReading {
  const part = (name: 'day' | 'month' | 'year') => oneLine(values(entered, datePart(field.id, name))[0] ?? '');
  const parts = { day: part('day'), month: part('month'), year: part('year') };
  if (parts.day === '' && parts.month === '' && parts.year === '') return missing(field);
  for (const name of ['day', 'month', 'year'] as const) {
    if (parts[name] === '') return wrong(field, `dateMissing.${name}`, {}, name === 'day' ? field.id : datePart(field.id, name));
  }
  const day = readDay(parts);
  if (day === null) return wrong(field, 'dateUnreal', {}, field.id, field.messages?.invalid ?? null);
  const [min, max] = [field.min && dayOf(field.min, today), field.max && dayOf(field.max, today)];
  if (min && day < min) return wrong(field, field.min === 'today' ? 'dateFuture' : 'dateMin', { day: min }, field.id, field.messages?.invalid ?? null);
  if (max && day > max) return wrong(field, field.max === 'today' ? 'datePast' : 'dateMax', { day: max }, field.id, field.messages?.invalid ?? null);
  const after = field.after === undefined ? undefined : known[field.after];
  if (typeof after === 'string' && day < after) return wrong(field, 'dateMin', { day: after });
  return ok(day);
}
