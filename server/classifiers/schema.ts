import { z } from 'zod';
import { localizedTextSchema } from '../platform/i18n/locales.ts';

const name = z.string().trim().min(1).max(500);

/** An item of a classifier in one edition. Its code means the same subject in every edition. */
export const itemSchema = z.strictObject({
  code: z.string().regex(/^[\w.-]{1,40}$/),
  /** Code of the item above it, in the same edition. */
  parent: z.string().nullable(),
  /** Only Uzbek is certain: sources do not always name items in every language. */
  name: z.strictObject({ uz: name, 'uz-Cyrl': name.optional(), ru: name.optional(), en: name.optional() }),
  /** The first and the last day on which the code may be used, where the source says so. */
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
});
export type Item = z.infer<typeof itemSchema>;
export type ItemName = Item['name'];

export const nameLanguages = ['uz', 'uz-Cyrl', 'ru', 'en'] as const satisfies readonly (keyof ItemName)[];

export const classifierIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);
export const editionNumberSchema = z.number().int().min(1).max(1_000_000);

/** Which items of a classifier: below one of them, or those that have the words. */
export const itemListSchema = z.strictObject({
  classifierId: classifierIdSchema,
  /** The edition in force unless another is named. */
  edition: editionNumberSchema.nullable().default(null),
  parent: itemSchema.shape.code.nullable().default(null),
  q: z.string().trim().max(100).default(''),
  /** Position of the last item of the page before. */
  after: z.number().int().nonnegative().nullable().default(null),
  limit: z.number().int().min(1).max(500).default(50),
});
export type ItemListInput = z.input<typeof itemListSchema>;

const words = (longest: number) => {
  const text = z.string().trim().min(3).max(longest);
  return localizedTextSchema.pick({ uz: true, ru: true, en: true }).extend({ uz: text, ru: text, en: text });
};

export const newClassifierSchema = z.strictObject({
  id: classifierIdSchema,
  title: words(150),
  about: words(500),
  source: words(300),
  ownerAgencyId: z.string().max(60).nullable(),
});
export type NewClassifier = z.infer<typeof newClassifierSchema>;

/** The draft as the editor saw it; without a revision there was none. */
export const draftSeenSchema = z.strictObject({ classifierId: classifierIdSchema, revision: z.number().int().positive().nullable() });

export const changeNoteSchema = z.string().trim().min(5).max(500);
export const publishEditionSchema = z.strictObject({
  classifierId: classifierIdSchema,
  revision: z.number().int().positive(),
  validFrom: z.iso.date(),
  changeNote: changeNoteSchema,
});

/** What is wrong with a row of an imported file, in the words of `classifiers.problems`. */
export type ImportReason =
  | 'columnMissing' | 'columnUnknown' | 'columnTwice' | 'tooManyCells'
  | 'codeMissing' | 'codeInvalid' | 'codeTwice' | 'parentUnknown' | 'parentCycle'
  | 'nameMissing' | 'nameLong' | 'dayInvalid' | 'daysReversed'
  | 'fromMissing' | 'fromUnknown' | 'toMissing' | 'toUnknown' | 'relationInvalid' | 'pairTwice';
/** `row` is the row of the spreadsheet or the place among the concepts of a JSON file; `other` is the row that it contradicts. */
export type ImportProblem = { row: number; column: string; value: string; reason: ImportReason; other?: number };
