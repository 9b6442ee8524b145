import { z } from 'zod';
import { classifierIdSchema, editionNumberSchema } from './schema.ts';

export const relations = ['equal', 'broader', 'narrower', 'related'] as const;
/** What the second code is to the first. */
export type Relation = (typeof relations)[number];

/** Two classifiers, or two editions; without a number whichever edition is in force. */
export const mappingEndsSchema = z.strictObject({
  fromId: classifierIdSchema,
  fromNumber: editionNumberSchema.nullable(),
  toId: classifierIdSchema,
  toNumber: editionNumberSchema.nullable(),
});
export type MappingEnds = z.infer<typeof mappingEndsSchema>;

export type MappingRow = { from: string; to: string; relation: Relation };
export const deleteMappingSchema = z.strictObject({ classifierId: classifierIdSchema, mappingId: z.uuid() });
