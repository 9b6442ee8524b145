import { z } from 'zod';
import { localizedTextSchema } from '../platform/i18n/locales.ts';
import { conditionSchema, type Condition } from './schema-conditions.ts';
import { definitionProblems } from './schema-checks.ts';

export type { Condition };

const idSchema = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);

/** A day, or one relative to the day of answering: `today`, `-18y`, `+30d`, `-6m`. */
export const dayBoundSchema = z.union([z.iso.date(), z.literal('today'), z.string().regex(/^[+-]\d{1,4}[ymd]$/)]);

/** Register data put into a field before the applicant answers. */
const prefillSchema = z.strictObject({
  register: z.literal('individuals'),
  field: z.enum([
    'pinfl', 'surname', 'givenName', 'patronymic', 'fullName', 'sex', 'birthDate', 'birthPlace', 'passport', 'passportIssuedOn',
    'passportExpiresOn', 'citizenship', 'districtCode', 'address', 'phone',
  ]),
  /** The register's word is final: shown, not asked. Otherwise the applicant may correct it. */
  locked: z.boolean().default(false),
});
export type Prefill = z.infer<typeof prefillSchema>;

const common = {
  id: idSchema,
  label: localizedTextSchema,
  hint: localizedTextSchema.optional(),
  optional: z.boolean().default(false),
  /** Asked only when this holds. On the question's own page: one choice of an earlier field. */
  when: conditionSchema.optional(),
  prefill: prefillSchema.optional(),
  /** Own words for what may be wrong, instead of the general ones. */
  messages: z.strictObject({ required: localizedTextSchema.optional(), invalid: localizedTextSchema.optional() }).optional(),
};

const option = z.strictObject({
  value: z.string().min(1).max(60),
  label: localizedTextSchema,
  hint: localizedTextSchema.optional(),
  when: conditionSchema.optional(),
});
export type Option = z.infer<typeof option>;
const options = z.array(option).min(2).max(60);

const length = z.number().int().min(1).max(5_000);
const simple = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind), ...common });

/** Kinds of file that may be asked for; what the bytes say decides, not the name. */
export const fileTypes = ['pdf', 'jpg', 'png'] as const;
export type FileType = (typeof fileTypes)[number];

export const fieldSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'), ...common,
    min: length.optional(),
    max: length.default(200),
    pattern: z.strictObject({ regex: z.string().max(200), message: localizedTextSchema }).optional(),
    autocomplete: z.enum(['given-name', 'family-name', 'additional-name', 'name', 'street-address', 'organization']).optional(),
    width: z.enum(['s', 'm', 'l']).optional(),
  }),
  z.strictObject({ kind: z.literal('textarea'), ...common, max: length.default(2_000) }),
  z.strictObject({ kind: z.literal('number'), ...common, min: z.number().optional(), max: z.number().optional(), decimals: z.number().int().min(0).max(4).default(0), unit: localizedTextSchema.optional() }),
  z.strictObject({ kind: z.literal('money'), ...common, min: z.number().int().nonnegative().optional(), max: z.number().int().positive().optional() }),
  z.strictObject({ kind: z.literal('date'), ...common, min: dayBoundSchema.optional(), max: dayBoundSchema.optional(), birthday: z.boolean().optional(), /** Not before the day answered there. */ after: idSchema.optional() }),
  simple('yesno'),
  z.strictObject({ kind: z.literal('radios'), ...common, options }),
  z.strictObject({ kind: z.literal('checkboxes'), ...common, options, max: z.number().int().positive().optional() }),
  z.strictObject({ kind: z.literal('select'), ...common, options: z.array(option).min(2).max(400) }),
  simple('email'),
  simple('phone'),
  simple('pinfl'),
  simple('stir'),
  simple('passport'),
  simple('plate'),
  simple('cadastre'),
  simple('territory'),
  z.strictObject({ kind: z.literal('file'), ...common, types: z.array(z.enum(fileTypes)).min(1), maxMegabytes: z.number().positive().max(5).default(5), maxCount: z.number().int().min(1).max(5).default(1) }),
]);
export type Field = z.infer<typeof fieldSchema>;
export type FieldKind = Field['kind'];
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

const pageSchema = z.strictObject({
  id: idSchema,
  /** Heading of a page with several fields; with one, its label is the heading. */
  title: localizedTextSchema.optional(),
  lead: localizedTextSchema.optional(),
  when: conditionSchema.optional(),
  fields: z.array(fieldSchema).min(1).max(8),
});
export type Page = z.infer<typeof pageSchema>;

const sectionSchema = z.strictObject({ id: idSchema, title: localizedTextSchema, pages: z.array(pageSchema).min(1).max(30) });
export type Section = z.infer<typeof sectionSchema>;

/** One version of the questions of a service's application. */
export const formDefinitionSchema = z
  .strictObject({
    format: z.literal(1),
    /** About how long it takes. */
    minutes: z.number().int().min(1).max(120),
    /** What to have at hand. */
    needs: z.array(localizedTextSchema).max(10),
    /** Sections are filled in any order from a list of tasks. */
    taskList: z.boolean().default(false),
    sections: z.array(sectionSchema).min(1).max(12),
    /** What the applicant confirms by sending. */
    declaration: localizedTextSchema,
  })
  .superRefine((definition, context) => {
    for (const problem of definitionProblems(definition.sections)) context.addIssue({ code: 'custom', message: problem });
  });
export type FormDefinition = z.infer<typeof formDefinitionSchema>;

/** A seed file `prisma/seed/forms/<service-id>.json`. */
export const formSeedSchema = z.strictObject({ service: z.string().min(1), form: formDefinitionSchema });

/** Answers as kept: text in canonical writing, or several (checkboxes, uploads). Day `YYYY-MM-DD`, yes/no `yes`/`no`. */
export type Answer = string | string[];
export type Answers = Readonly<Record<string, Answer>>;
export const answersSchema = z.record(z.string(), z.union([z.string().max(20_000), z.array(z.string().max(200)).max(100)]));

/** Register data read for a draft. */
export const prefillDataSchema = z.strictObject({
  /** Field of the register to its value. */
  individuals: z.record(z.string(), z.string()).optional(),
  readAt: z.iso.datetime().optional(),
});
export type PrefillData = z.infer<typeof prefillDataSchema>;
