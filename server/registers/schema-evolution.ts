import { z } from 'zod';
import { definitionSchema, fieldIdSchema, registerIdSchema } from './schema-definition.ts';

const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rename'), from: fieldIdSchema, to: fieldIdSchema }),
  z.strictObject({ kind: z.literal('drop'), field: fieldIdSchema }),
  z.strictObject({ kind: z.literal('fill'), field: fieldIdSchema, value: z.union([z.string().max(250), z.number(), z.boolean()]) }),
]);
export const stepsSchema = z.array(step).max(100);

const note = z.string().trim().min(3).max(500);
export const createRegisterSchema = z.strictObject({ definition: definitionSchema, note });
export const evolveSchema = z.strictObject({ definition: definitionSchema, steps: stepsSchema, note, /** The version that the writer has seen, `1.2`. */ seen: z.string().regex(/^\d+\.\d+$/) });
/** What a system sends: a new definition under a new code, or the next one under its code with the version that it has seen. */
export const modifyDatabaseSchema = z.strictObject({ code: registerIdSchema, version: evolveSchema.shape.seen.optional(), definition: definitionSchema, steps: stepsSchema.default([]), note });
export const registerRefSchema = z.strictObject({ register: registerIdSchema });
