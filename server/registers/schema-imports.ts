import { z } from 'zod';
import { groundSchema } from './schema-records.ts';

/** Columns that are no field: from which day the row holds. */
export const validFromColumn = '@validFrom';

/** What to do with a file: which column is which field, from when the rows hold, and on which ground. */
export const importPlanSchema = z.strictObject({
  id: z.uuid(),
  revision: z.number().int().positive(),
  /** For each column of the file a field, `@validFrom`, or empty for one that is left out. */
  mapping: z.array(z.string().max(60)).max(500),
  validFrom: z.iso.date(),
  ground: groundSchema,
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

export const importStartSchema = z.strictObject({ id: z.uuid(), revision: z.number().int().positive(), mode: z.enum(['all', 'accepted']) });
export const importRefSchema = z.strictObject({ id: z.uuid() });

export const importStates = ['uploaded', 'checking', 'checked', 'importing', 'done', 'failed', 'cancelled'] as const;
export type ImportState = (typeof importStates)[number];

export type ImportProgress = { state: ImportState; rows: number; accepted: number; rejected: number; created: number; changed: number; unchanged: number; revision: number };

/** The largest file that is taken. */
export const mostImportBytes = 1_073_741_824;
