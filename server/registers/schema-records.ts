/** What is asked of records of any register, and what is answered. Isomorphic. */
import { z } from 'zod';
import { fieldIdSchema, registerIdSchema, type RecordData } from './schema-definition.ts';

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
export const recordKeySchema = z.string().trim().min(1).max(250).regex(/^[^\0]*$/);

/** On what a writing rests. */
export const groundKinds = ['document', 'decision', 'event', 'application', 'report'] as const;
export const groundSchema = z.strictObject({ kind: z.enum(groundKinds), text: z.string().trim().min(3).max(300) });
export type Ground = z.infer<typeof groundSchema>;

/** “As it was on `valid`, as known on `known`.” */
export const asOfSchema = z.strictObject({ valid: day.optional(), known: instant.optional() });
export type AsOf = z.infer<typeof asOfSchema>;

export const purposeSchema = z.string().trim().min(3).max(200);
/** Values as people or systems give them; the definition says how they are read. */
const given = z.record(z.string().max(60), z.unknown());

export const createRecordSchema = z.strictObject({ register: registerIdSchema, data: given, validFrom: day, validTo: day.nullable().default(null), ground: groundSchema, note: z.string().trim().max(1_000).optional() });
export type CreateRecord = z.input<typeof createRecordSchema>;

export const changeRecordSchema = z.strictObject({
  register: registerIdSchema,
  key: recordKeySchema,
  /** Revision that the writer has seen. */
  revision: z.number().int().positive(),
  /** Fields that change; `null` takes a value away. */
  changes: given,
  validFrom: day,
  validTo: day.nullable().default(null),
  /** What was recorded was wrong, as opposed to: what is has changed. */
  correction: z.boolean().default(false),
  ground: groundSchema,
  note: z.string().trim().max(1_000).optional(),
});
export type ChangeRecord = z.input<typeof changeRecordSchema>;

export const endRecordSchema = changeRecordSchema.omit({ changes: true, validTo: true, correction: true });
export type EndRecord = z.input<typeof endRecordSchema>;

/** The database has no NUL; what asks for one finds nothing. */
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD');

export const recordListSchema = z.strictObject({
  register: registerIdSchema,
  q: z.string().trim().max(100).default(''),
  /** Exact values of indexed fields. */
  filters: z.record(fieldIdSchema, z.string().max(250).transform(storable)).default({}),
  order: z.strictObject({ field: fieldIdSchema, descending: z.boolean().default(false) }).nullable().default(null),
  after: z.string().max(600).nullable().default(null),
  limit: z.number().int().min(1).max(200).default(25),
  asOf: asOfSchema.default({}),
  purpose: purposeSchema,
  ground: z.string().max(80).optional(),
});
export type RecordListInput = z.input<typeof recordListSchema>;

/** A version of a record as a reader may see it. */
export type RecordView = {
  register: string;
  key: string;
  revision: number;
  definition: number;
  valid: { from: string; to: string | null };
  recorded: { from: string; to: string | null };
  data: RecordData;
  /** What can be seen of fields that the reader has no right to: field to masked text. */
  masked: Record<string, string>;
};

export type ActView = { id: string; at: string; kind: string; ground: { kind: string; text: string }; note: string | null; by: string; agencyId: string | null };
