/** A register is data: what it holds, who owns it, on which law it rests. Isomorphic. */
import { z } from 'zod';
import { localizedTextSchema } from '../platform/i18n/locales.ts';

/** Not the name of a page of the console that lies where registers do. */
export const registerIdSchema = z.string().regex(/^(?!(?:new|reports)$)[a-z][a-z0-9-]{1,31}$/);
/** Not a name that every object has anyway. */
export const fieldIdSchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/).refine((id) => !(id in {}));

/** How much harm a value does in wrong hands: decides who sees it and how it is masked. */
export const sensitivities = ['public', 'official', 'personal', 'special'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** Identifiers and formats with checks of their own (`identifiers.ts`). */
export const checks = ['pinfl', 'stir', 'passport', 'plate', 'cadastralNumber', 'phone', 'vin', 'email'] as const;
export type Check = (typeof checks)[number];

/** What remains to be seen of a value that the reader has no right to. */
export const maskings = ['all', 'lastFour', 'initial', 'year'] as const;

const whole = z.number().int();

const common = {
  id: fieldIdSchema,
  label: localizedTextSchema,
  /** What to enter, for keepers. */
  hint: localizedTextSchema.optional(),
  sensitivity: z.enum(sensitivities),
  mask: z.enum(maskings).default('all'),
  required: z.boolean().default(false),
};

const option = z.strictObject({ value: z.string().regex(/^[\w.-]{1,40}$/), label: localizedTextSchema });

const scalars = [
  z.strictObject({
    ...common,
    type: z.literal('text'),
    check: z.enum(checks).optional(),
    /** The writing of the value: `A` a Latin capital, `9` a digit, `*` one of both, anything else itself. */
    pattern: z.string().min(1).max(60).optional(),
    maxLength: whole.min(1).max(4_000).default(250),
  }),
  z.strictObject({ ...common, type: z.literal('integer'), min: whole.optional(), max: whole.optional() }),
  z.strictObject({ ...common, type: z.literal('number'), min: z.number().optional(), max: z.number().optional(), /** Digits after the point. */ digits: whole.min(1).max(6).default(2) }),
  /** Money in whole soum. */
  z.strictObject({ ...common, type: z.literal('amount') }),
  z.strictObject({ ...common, type: z.literal('boolean') }),
  z.strictObject({ ...common, type: z.literal('date'), /** Not after the day of writing. */ past: z.boolean().default(false) }),
  /** A code of a classifier, or one of a few values that only this register has. */
  z.strictObject({ ...common, type: z.literal('code'), classifier: z.string().optional(), options: z.array(option).min(1).max(100).optional() }),
  /** The key of a record of another register, or of this one. */
  z.strictObject({ ...common, type: z.literal('reference'), register: registerIdSchema }),
  /** A share in something whole, `1/3`. */
  z.strictObject({ ...common, type: z.literal('share') }),
] as const;

export const scalarFieldSchema = z.discriminatedUnion('type', scalars);
export type ScalarField = z.infer<typeof scalarFieldSchema>;

const listField = z.strictObject({ ...common, type: z.literal('list'), items: z.array(scalarFieldSchema).min(1).max(20), maxItems: whole.min(1).max(500).default(100) });

export const fieldSchema = z.discriminatedUnion('type', [...scalars, listField]);
export type Field = z.infer<typeof fieldSchema>;
export type ListField = z.infer<typeof listField>;

/** What must hold between fields of one version of a record. */
const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('order'), first: fieldIdSchema, second: fieldIdSchema }),
  z.strictObject({ kind: z.literal('sharesSumToOne'), list: fieldIdSchema, share: fieldIdSchema }),
  z.strictObject({ kind: z.literal('requiredWhen'), field: fieldIdSchema, when: fieldIdSchema, is: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal('agreesWithPinfl'), pinfl: fieldIdSchema, birthDate: fieldIdSchema, sex: fieldIdSchema }),
]);
export type Rule = z.infer<typeof ruleSchema>;

const legalBasisSchema = z.strictObject({ title: localizedTextSchema, url: z.url({ protocol: /^https$/ }).optional() });

export const definitionSchema = z.strictObject({
  id: registerIdSchema,
  version: whole.min(1),
  ownerAgencyId: z.string().min(1).max(60),
  title: localizedTextSchema,
  /** One record, in the singular. */
  recordName: localizedTextSchema,
  about: localizedTextSchema,
  legalBasis: z.array(legalBasisSchema).min(1).max(20),
  /** The field whose value names a record, once and for all. */
  key: fieldIdSchema,
  fields: z.array(fieldSchema).min(1).max(100),
  /** No two records have the same value at the same time, besides the key. */
  unique: z.array(fieldIdSchema).max(10).default([]),
  /** Records can be found and ordered by these. */
  indexed: z.array(fieldIdSchema).max(10).default([]),
  /** Records are found by words of these, in any script and spelling. */
  searched: z.array(fieldIdSchema).max(10).default([]),
  /** Fields that make the title of a record, and columns of a list. */
  display: z.strictObject({ title: z.array(fieldIdSchema).min(1).max(6), columns: z.array(fieldIdSchema).min(1).max(8) }),
  rules: z.array(ruleSchema).max(30).default([]),
  /** Records alike in all fields of a group may be the same subject twice. */
  duplicates: z.array(z.array(fieldIdSchema).min(1).max(6)).max(5).default([]),
  /** A record not confirmed for so many days is stale. */
  freshDays: whole.min(1).max(36_500).default(1_825),
  /** The day in this field tells when what the record grants ends. */
  expires: fieldIdSchema.optional(),
});
export type Definition = z.infer<typeof definitionSchema>;
export type DefinitionInput = z.input<typeof definitionSchema>;

export type DefinitionProblem = { at: string; reason: 'unknownField' | 'duplicateField' | 'wrongType' | 'keyNotRequired' | 'noCodes' | 'sensitiveTitle'; field: string };

const indexable = new Set(['text', 'integer', 'number', 'amount', 'date', 'code', 'reference', 'boolean']);

/** What the shape alone does not tell: fields that are named exist and have the type that their use needs. */
export function problemsOfDefinition(definition: Definition): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const fields = new Map<string, Field>();
  for (const field of definition.fields) {
    if (fields.has(field.id)) problems.push({ at: 'fields', reason: 'duplicateField', field: field.id });
    fields.set(field.id, field);
    const parts = field.type === 'list' ? field.items : [field];
    for (const part of parts) if (part.type === 'code' && (part.classifier === undefined) === (part.options === undefined)) problems.push({ at: 'fields', reason: 'noCodes', field: part.id });
  }
  const need = (at: string, id: string, types?: ReadonlySet<string>) => {
    const field = fields.get(id);
    if (!field) problems.push({ at, reason: 'unknownField', field: id });
    else if (types && !types.has(field.type)) problems.push({ at, reason: 'wrongType', field: id });
    return field;
  };
  const key = need('key', definition.key, new Set(['text']));
  if (key && !key.required) problems.push({ at: 'key', reason: 'keyNotRequired', field: key.id });
  for (const name of ['unique', 'indexed'] as const) for (const id of definition[name]) need(name, id, indexable);
  for (const id of definition.searched) need('searched', id, new Set(['text', 'integer', 'reference', 'code']));
  for (const id of [...definition.display.title, ...definition.display.columns]) need('display', id, indexable);
  for (const group of definition.duplicates) for (const id of group) need('duplicates', id, indexable);
  if (definition.expires !== undefined) need('expires', definition.expires, new Set(['date']));
  const days = new Set(['date']);
  for (const rule of definition.rules) {
    if (rule.kind === 'order') [rule.first, rule.second].forEach((id) => need('rules', id, days));
    if (rule.kind === 'requiredWhen') [rule.field, rule.when].forEach((id) => need('rules', id));
    if (rule.kind === 'agreesWithPinfl') [rule.pinfl, rule.birthDate, rule.sex].forEach((id) => need('rules', id));
    if (rule.kind === 'sharesSumToOne') {
      const list = need('rules', rule.list, new Set(['list']));
      if (list?.type === 'list' && !list.items.some(({ id, type }) => id === rule.share && type === 'share')) problems.push({ at: 'rules', reason: 'wrongType', field: rule.share });
    }
  }
  return problems;
}

/** A value of a scalar field as it is kept: days as `YYYY-MM-DD`, shares as `1/3` in lowest terms. */
export type Scalar = string | number | boolean;
export type Value = Scalar | Record<string, Scalar>[];
/** A version's content: only fields that have a value. */
export type RecordData = Record<string, Value>;
