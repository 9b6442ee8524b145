import { z } from 'zod';
import { slugSchema } from '../catalogue/schema.ts';

const day = z.iso.date();

/** Periods that end today; a period between two days is given by the days. */
export const presets = ['7', '30', '90', 'year'] as const;
export const presetSchema = z.enum(presets);
export type Preset = z.infer<typeof presetSchema>;

/** Which requests: received in a period, by agencies the actor may see, for one service or all. */
export const requestFilterSchema = z.strictObject({
  preset: presetSchema.default('30'),
  /** Either of them replaces the preset. */
  from: day.optional(),
  to: day.optional(),
  agencyId: slugSchema.optional(),
  serviceId: slugSchema.optional(),
});
export type RequestFilter = z.infer<typeof requestFilterSchema>;

export const groupings = ['agency', 'service'] as const;
export const groupingSchema = z.enum(groupings);
export type Grouping = z.infer<typeof groupingSchema>;

/** States of a request, in the order in which it goes through them. */
export const requestStates = ['new', 'in_progress', 'awaiting_correction', 'approved', 'refused', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];
export const isState = (value: string): value is RequestState => (requestStates as readonly string[]).includes(value);

/** The requests behind a number. */
export const requestKinds = ['all', 'open', 'overdue', 'decided', 'in_time', 'late', ...requestStates] as const;
export const requestKindSchema = z.enum(requestKinds);
export type RequestKind = z.infer<typeof requestKindSchema>;

export const requestCursorSchema = z.strictObject({ openedAt: z.coerce.date(), id: z.uuid() });
export type RequestCursor = z.infer<typeof requestCursorSchema>;

export const requestListSchema = requestFilterSchema.extend({ kind: requestKindSchema.default('all'), after: requestCursorSchema.nullable().default(null) });
export type RequestListInput = z.input<typeof requestListSchema>;

export const auditCursorSchema = z.strictObject({ at: z.coerce.date(), id: z.string().regex(/^\d{1,19}$/) });
export type AuditCursor = z.infer<typeof auditCursorSchema>;

const words = (max: number) => z.string().trim().min(1).max(max);

export const auditFilterSchema = z.strictObject({
  action: words(100).optional(),
  /** Beginning of the actor's name. */
  actor: words(100).optional(),
  subjectType: words(60).optional(),
  /** An identifier of what was acted on, or the reference of an application. */
  subject: words(100).optional(),
  agencyId: slugSchema.optional(),
  from: day.optional(),
  to: day.optional(),
  after: auditCursorSchema.nullable().default(null),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;
export type AuditFilterInput = z.input<typeof auditFilterSchema>;
