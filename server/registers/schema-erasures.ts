import { z } from 'zod';
import { registerIdSchema } from './schema-definition.ts';
import { groundSchema, recordKeySchema } from './schema-records.ts';

export const proposeErasureSchema = z.strictObject({ register: registerIdSchema, key: recordKeySchema, ground: groundSchema });
export type ProposeErasure = z.infer<typeof proposeErasureSchema>;
export const decideErasureSchema = z.strictObject({ id: z.uuid(), outcome: z.enum(['erased', 'rejected']) });
