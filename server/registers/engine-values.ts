/**
 * Reading what people, files and systems give as a record's content: into the writing that is kept, or a
 * problem that names the place and the reason. Pure; whether codes and references exist is asked of the caller.
 */
import {
  isCadastralNumber, isCivilDate, isPassport, isPhone, isPinfl, isPlate, isStir, isVin, normaliseCadastralNumber, normalisePassport, normalisePhone, normalisePinfl, normalisePlate, normaliseStir, normaliseVin, readPinfl,
} from './identifiers.ts';
import { addShares, readShare } from './engine-shares.ts';
import type { Check, Definition, Field, RecordData, Rule, Scalar, ScalarField, Value } from './schema-definition.ts';

export const valueReasons = [
  'required', 'notText', 'formula', 'tooLong', 'checkDigit', 'pinfl', 'stir', 'passport', 'plate', 'cadastralNumber', 'phone', 'vin', 'email', 'pattern', 'notWhole', 'notNumber', 'tooSmall', 'tooLarge', 'digits', 'negative', 'notBoolean',
  'notDay', 'future', 'unknownCode', 'unknownReference', 'taken', 'repeated', 'notShare', 'notList', 'tooMany', 'unknownField', 'order', 'sharesSum', 'requiredWhen', 'pinflBirthDate', 'pinflSex',
] as const;
export type ValueReason = (typeof valueReasons)[number];

/** `field` is a field's id, or `holders.1.person` for the second entry of a list. */
export type ValueProblem = { field: string; reason: ValueReason; /** As it was given. */ value: string; params: Record<string, string | number> };

export type Context = {
  /** Civil day of writing. */
  today: string;
  /** Whether the classifier has the code. */
  hasCode: (classifier: string, code: string) => boolean;
};

type Outcome = { value: Scalar } | { reason: ValueReason; params?: Record<string, string | number> } | null;

const identifiers: Record<Check, { normalise: (value: string) => string; ok: (value: string) => boolean }> = {
  pinfl: { normalise: normalisePinfl, ok: isPinfl },
  stir: { normalise: normaliseStir, ok: isStir },
  passport: { normalise: normalisePassport, ok: isPassport },
  plate: { normalise: normalisePlate, ok: isPlate },
  cadastralNumber: { normalise: normaliseCadastralNumber, ok: isCadastralNumber },
  phone: { normalise: normalisePhone, ok: isPhone },
  vin: { normalise: normaliseVin, ok: isVin },
  email: { normalise: (value) => value.trim(), ok: (value) => /^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(value) },
};

const kinds: Record<string, RegExp> = { A: /[A-Z]/, '9': /\d/, '*': /[A-Z0-9]/ };

/** Whether a text is written as the pattern says. */
export function fitsPattern(value: string, pattern: string): boolean {
  return value.length === pattern.length && [...pattern].every((sign, index) => (kinds[sign] ? kinds[sign].test(value.charAt(index)) : sign === value.charAt(index)));
}

/** The writing of an identifier that is kept, whatever spaces and look-alike letters were typed. */
export function normaliseText(field: Pick<ScalarField, 'type'> & { check?: Check | undefined }, text: string): string {
  return field.check ? identifiers[field.check].normalise(text) : text.normalize('NFC').trim();
}

/** `31.12.2026` as people write it, or `2026-12-31`. */
export function readDay(text: string): string | null {
  const parts = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const iso = parts ? `${parts[3] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}` : text;
  return isCivilDate(iso) ? iso : null;
}

function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  if (!/^[+-]?\d{1,15}(?:\.\d{1,10})?$/.test(plain)) return null;
  return Number(plain);
}

const within = (number: number, { min, max }: { min?: number | undefined; max?: number | undefined }): Outcome =>
  min !== undefined && number < min ? { reason: 'tooSmall', params: { limit: min } } : max !== undefined && number > max ? { reason: 'tooLarge', params: { limit: max } } : { value: number };

const yes = new Set(['true', '1', 'ha', 'да', 'yes', 'ҳа']);
const no = new Set(['false', '0', 'yoʻq', "yo'q", 'yoq', 'нет', 'no', 'йўқ']);

function readText(field: ScalarField & { type: 'text' }, text: string): Outcome {
  const value = normaliseText(field, text);
  // No name begins like this; a spreadsheet that opens the register would run it.
  if (!field.check && field.pattern === undefined && /^[=@]/.test(value)) return { reason: 'formula' };
  if (value.length > field.maxLength) return { reason: 'tooLong', params: { limit: field.maxLength } };
  if (field.check === 'pinfl') {
    const read = readPinfl(value);
    if (!read.ok) return { reason: read.problem === 'checksum' ? 'checkDigit' : 'pinfl' };
  } else if (field.check && !identifiers[field.check].ok(value)) return { reason: field.check };
  if (field.pattern !== undefined && !fitsPattern(value, field.pattern)) return { reason: 'pattern', params: { pattern: field.pattern } };
  return { value };
}

function readScalar(field: ScalarField, given: unknown, { today, hasCode }: Context): Outcome {
  if (given === null || given === undefined || given === '') return null;
  if (typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean') return { reason: 'notText' };
  const text = String(given).trim();
  if (text === '') return null;
  // PostgreSQL keeps no such character, and no name has one.
  if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(text)) return { reason: 'notText' };
  switch (field.type) {
    case 'text':
      return readText(field, text);
    case 'reference':
      return text.length > 250 ? { reason: 'tooLong', params: { limit: 250 } } : { value: text.replace(/\s/g, '') };
    case 'integer': {
      const number = readNumber(text);
      return number === null || !Number.isSafeInteger(number) ? { reason: 'notWhole' } : within(number, field);
    }
    case 'amount': {
      const number = readNumber(text);
      if (number === null || !Number.isSafeInteger(number)) return { reason: 'notWhole' };
      return number < 0 ? { reason: 'negative' } : { value: number };
    }
    case 'number': {
      const number = readNumber(text);
      if (number === null) return { reason: 'notNumber' };
      return Number(number.toFixed(field.digits)) === number ? within(number, field) : { reason: 'digits', params: { limit: field.digits } };
    }
    case 'boolean': {
      const word = text.toLowerCase();
      return yes.has(word) ? { value: true } : no.has(word) ? { value: false } : { reason: 'notBoolean' };
    }
    case 'date': {
      const day = readDay(text);
      if (day === null) return { reason: 'notDay' };
      return field.past && day > today ? { reason: 'future' } : { value: day };
    }
    case 'code': {
      const known = field.options ? field.options.some(({ value }) => value === text) : hasCode(field.classifier ?? '', text);
      return known ? { value: text } : { reason: 'unknownCode' };
    }
    case 'share': {
      const share = readShare(text);
      return share === null ? { reason: 'notShare' } : { value: share };
    }
  }
}

const shown = (given: unknown): string => (typeof given === 'string' ? given : given === undefined || given === null ? '' : typeof given === 'number' || typeof given === 'boolean' ? String(given) : JSON.stringify(given)).slice(0, 200);

export type Read = { data: RecordData; problems: ValueProblem[] };

function readList(field: Field & { type: 'list' }, given: unknown, context: Context, problems: ValueProblem[]): Record<string, Scalar>[] {
  let entries = given;
  if (typeof given === 'string') {
    try {
      entries = given.trim() === '' ? [] : JSON.parse(given);
    } catch {
      entries = null;
    }
  }
  if (!Array.isArray(entries) || entries.some((entry) => typeof entry !== 'object' || entry === null || Array.isArray(entry))) {
    problems.push({ field: field.id, reason: 'notList', value: shown(given), params: {} });
    return [];
  }
  if (entries.length > field.maxItems) problems.push({ field: field.id, reason: 'tooMany', value: String(entries.length), params: { limit: field.maxItems } });
  return entries.slice(0, field.maxItems).map((entry: Record<string, unknown>, index) => readFields(field.items, entry, context, problems, `${field.id}.${index}.`) as Record<string, Scalar>);
}

function readFields(fields: readonly Field[], given: Readonly<Record<string, unknown>>, context: Context, problems: ValueProblem[], prefix: string): RecordData {
  const data: RecordData = {};
  const known = new Set(fields.map(({ id }) => id));
  for (const [id, value] of Object.entries(given)) if (!known.has(id)) problems.push({ field: `${prefix}${id.slice(0, 60)}`, reason: 'unknownField', value: shown(value), params: {} });
  for (const field of fields) {
    const raw = Object.hasOwn(given, field.id) ? given[field.id] : undefined;
    if (field.type === 'list') {
      const list = raw === undefined || raw === null ? [] : readList(field, raw, context, problems);
      if (list.length > 0) data[field.id] = list;
      else if (field.required && !problems.some((problem) => problem.field === field.id)) problems.push({ field: field.id, reason: 'required', value: '', params: {} });
      continue;
    }
    const outcome = readScalar(field, raw, context);
    if (outcome === null) {
      if (field.required) problems.push({ field: prefix + field.id, reason: 'required', value: '', params: {} });
    } else if ('value' in outcome) data[field.id] = outcome.value;
    else problems.push({ field: prefix + field.id, reason: outcome.reason, value: shown(raw), params: outcome.params ?? {} });
  }
  return data;
}

function brokenRules(rules: readonly Rule[], data: RecordData): ValueProblem[] {
  return rules.flatMap((rule): ValueProblem[] => {
    const problem = (field: string, reason: ValueReason, params: ValueProblem['params'] = {}): ValueProblem[] => [{ field, reason, value: shown(data[field]), params }];
    switch (rule.kind) {
      case 'order': {
        const [first, second] = [data[rule.first], data[rule.second]];
        return typeof first === 'string' && typeof second === 'string' && second < first ? problem(rule.second, 'order', { other: rule.first }) : [];
      }
      case 'requiredWhen':
        return data[rule.field] === undefined && rule.is.includes(shown(data[rule.when])) ? problem(rule.field, 'requiredWhen', { other: rule.when }) : [];
      case 'agreesWithPinfl': {
        const pinfl = data[rule.pinfl];
        const read = typeof pinfl === 'string' ? readPinfl(pinfl) : null;
        if (!read?.ok) return [];
        if (data[rule.birthDate] !== undefined && data[rule.birthDate] !== read.facts.birthDate) return problem(rule.birthDate, 'pinflBirthDate', { expected: read.facts.birthDate });
        return data[rule.sex] !== undefined && data[rule.sex] !== read.facts.sex ? problem(rule.sex, 'pinflSex') : [];
      }
      case 'sharesSumToOne': {
        const list = data[rule.list];
        if (!Array.isArray(list)) return [];
        const sum = addShares(list.map((entry) => String(entry[rule.share] ?? '')));
        return sum === '1' ? [] : [{ field: rule.list, reason: 'sharesSum', value: sum, params: { sum } }];
      }
    }
  });
}

/** Reads a whole content. Where there are problems, `data` has what could be read. */
export function readData(definition: Definition, given: Readonly<Record<string, unknown>>, context: Context): Read {
  const problems: ValueProblem[] = [];
  const data = readFields(definition.fields, given, context, problems, '');
  return { data, problems: problems.length > 0 ? problems : brokenRules(definition.rules, data) };
}

export type Reference = { field: string; register: string; key: string };

/** Every record that a content refers to. */
export function referencesOf(definition: Pick<Definition, 'fields'>, data: RecordData): Reference[] {
  const found: Reference[] = [];
  const take = (fields: readonly Field[], values: Readonly<Record<string, Value>>, prefix: string) => {
    for (const field of fields) {
      const value = values[field.id];
      if (field.type === 'reference' && typeof value === 'string') found.push({ field: prefix + field.id, register: field.register, key: value });
      if (field.type === 'list' && Array.isArray(value)) value.forEach((entry, index) => take(field.items, entry, `${field.id}.${index}.`));
    }
  };
  take(definition.fields, data, '');
  return found;
}
