import { z } from 'zod';
import { registerIdSchema, fieldIdSchema } from './schema-definition.ts';
import { groundSchema, recordKeySchema } from './schema-records.ts';

export const measureSchema = z.strictObject({ register: registerIdSchema });
export const figureSchema = z.string().regex(/^(?:(?:missing|invalid|broken):[a-z][A-Za-z0-9]{0,39}|stale|expired)$/);

export const decideSchema = z.strictObject({ id: z.uuid() });

/** Two records become one: `into` stays, with the values that are chosen from `from`. */
export const mergeSchema = z.strictObject({
  register: registerIdSchema,
  from: recordKeySchema,
  fromRevision: z.number().int().positive(),
  into: recordKeySchema,
  intoRevision: z.number().int().positive(),
  /** Fields whose value comes from the record that goes. */
  take: z.array(fieldIdSchema).max(100),
  ground: groundSchema,
});
export type Merge = z.infer<typeof mergeSchema>;
export const unmergeSchema = z.strictObject({ register: registerIdSchema, key: recordKeySchema, ground: groundSchema });
