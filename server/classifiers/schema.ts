import { z } from 'zod';

const name = z.string().trim().min(1).max(500);

/** An item of a classifier in one edition. Its code means the same subject in every edition. */
export const itemSchema = z.strictObject({
  code: z.string().regex(/^[\w.-]{1,40}$/),
  /** Code of the item above it, in the same edition. */
  parent: z.string().nullable(),
  /** Only Uzbek is certain: sources do not always name items in every language. */
  name: z.strictObject({ uz: name, 'uz-Cyrl': name.optional(), ru: name.optional(), en: name.optional() }),
});
export type Item = z.infer<typeof itemSchema>;
export type ItemName = Item['name'];

export const classifierIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);

/** Which items of a classifier: below one of them, or those that have the words. */
export const itemListSchema = z.strictObject({
  classifierId: classifierIdSchema,
  parent: itemSchema.shape.code.nullable().default(null),
  q: z.string().trim().max(100).default(''),
  /** Position of the last item of the page before. */
  after: z.number().int().nonnegative().nullable().default(null),
});
export type ItemListInput = z.input<typeof itemListSchema>;
