import { z } from 'zod';
import { fieldIdSchema, registerIdSchema } from './schema-definition.ts';
import { recordKeySchema } from './schema-records.ts';

/** The person concerned says that a record is wrong. */
export const reportSchema = z.strictObject({
  register: registerIdSchema,
  key: recordKeySchema,
  field: fieldIdSchema.nullable(),
  text: z.string().trim().min(10).max(2_000),
});
export type ReportInput = z.infer<typeof reportSchema>;

export const reportAnswerSchema = z.strictObject({ id: z.uuid(), outcome: z.enum(['corrected', 'rejected']), answer: z.string().trim().min(5).max(2_000) });
export type ReportAnswer = z.infer<typeof reportAnswerSchema>;

export const reportListSchema = z.strictObject({ state: z.enum(['open', 'answered']).default('open'), after: z.uuid().nullable().default(null) });
