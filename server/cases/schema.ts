import { z } from 'zod';
import { slugSchema } from '../catalogue/schema.ts';

/** Views of the queue. */
export const queueViews = ['mine', 'unassigned', 'open', 'waiting', 'closed'] as const;
export const queueViewSchema = z.enum(queueViews);
export type QueueView = z.infer<typeof queueViewSchema>;

/** Where the next page begins: the last case seen, by due day, by the time of closing, or in what was sought. */
export const queueCursorSchema = z.union([
  z.strictObject({ dueOn: z.iso.date().nullable(), id: z.uuid() }),
  z.strictObject({ closedAt: z.coerce.date(), id: z.uuid() }),
  z.strictObject({ id: z.uuid() }),
]);
export type QueueCursor = z.infer<typeof queueCursorSchema>;

export const queueFilterSchema = z.strictObject({
  view: queueViewSchema.default('mine'),
  agencyId: slugSchema.optional(),
  serviceId: slugSchema.optional(),
  /** Cases of one officer; managers look at their people's. */
  officerId: z.uuid().optional(),
  /** Only what is late. */
  overdue: z.boolean().default(false),
  /** A reference, or words of the applicant's name in any script. */
  q: z.string().trim().max(100).default(''),
  after: queueCursorSchema.nullable().default(null),
});
export type QueueFilter = z.infer<typeof queueFilterSchema>;

/** A case, and the state of it that the actor saw. */
const target = { caseId: z.uuid(), revision: z.number().int().positive() };

export const caseTargetSchema = z.strictObject(target);
export type CaseTarget = z.infer<typeof caseTargetSchema>;

export const assignSchema = z.strictObject({ ...target, officerId: z.uuid() });
export const assignManySchema = z.strictObject({ cases: z.array(caseTargetSchema).min(1).max(100), officerId: z.uuid() });

export const noteLength = { min: 10, max: 2_000 } as const;

export const askCorrectionSchema = z.strictObject({
  ...target,
  pageIds: z.array(z.string().min(1).max(60)).min(1).max(60),
  note: z.string().trim().min(noteLength.min).max(noteLength.max),
});

export const approveSchema = z.strictObject({
  ...target,
  /** What is granted, printed on the result. */
  note: z.string().trim().min(1).max(noteLength.max).nullable(),
  validUntil: z.iso.date().nullable(),
});

export const reasonLength = { min: 20, max: 3_000 } as const;

export const refuseSchema = z.strictObject({
  ...target,
  /** Positions in the passport's list of refusal grounds. */
  grounds: z.array(z.number().int().min(0).max(99)).max(20),
  /** The officer's own words for the applicant. */
  reason: z.string().trim().min(reasonLength.min).max(reasonLength.max),
});

export const messageSchema = z.strictObject({ caseId: z.uuid(), body: z.string().trim().min(1).max(4_000) });
export const caseIdSchema = z.strictObject({ caseId: z.uuid() });
