import { z } from 'zod';
import { answersSchema } from '../forms/schema.ts';

export const applicationStates = ['submitted', 'in_progress', 'correction_requested', 'approved', 'refused', 'withdrawn'] as const;
export const applicationStateSchema = z.enum(applicationStates);
export type ApplicationState = z.infer<typeof applicationStateSchema>;

/** Whether somebody still has to decide. */
export function isOpen(state: ApplicationState): boolean {
  return state === 'submitted' || state === 'in_progress' || state === 'correction_requested';
}

/** Filters of the list in the cabinet. */
export const stateFilters = ['all', 'active', 'decided'] as const;
export const stateFilterSchema = z.enum(stateFilters).catch('all');
export type StateFilter = z.infer<typeof stateFilterSchema>;

/** What happened to an application, as the applicant sees it. */
export const eventKinds = ['submitted', 'in_progress', 'correction_requested', 'corrected', 'approved', 'refused', 'withdrawn'] as const;
export type EventKind = (typeof eventKinds)[number];

/** Words of a message: whole characters, no NUL, which the database cannot keep. */
export const messageSchema = z
  .string()
  .transform((body) => body.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().min(1).max(4_000));

/** What an officer asks the applicant to change. */
export const correctionSchema = z.strictObject({
  pageIds: z.array(z.string().min(1).max(60)).min(1).max(60),
  note: z.string().trim().min(5).max(2_000),
});
export type CorrectionInput = z.infer<typeof correctionSchema>;

export const decisionSchema = z.strictObject({
  outcome: z.enum(['approved', 'refused']),
  /** Words for the applicant; a refusal needs them. */
  reason: z.string().trim().min(1).max(4_000).nullable(),
});
export type DecisionInput = z.infer<typeof decisionSchema>;

/** What was last sent for a page and not saved. */
export const attemptSchema = z.strictObject({
  pageId: z.string(),
  entered: z.record(z.string(), z.array(z.string())),
  /** Another tab had saved this page meanwhile: the answers that would replace its. */
  conflict: answersSchema.optional(),
  /** A file was refused: why, as a key under `forms.problems`. */
  upload: z.strictObject({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).optional(),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** Where the next page of a list begins: the last row seen. */
export const applicationCursorSchema = z.strictObject({ submittedAt: z.coerce.date(), id: z.uuid() });
export type ApplicationCursor = z.infer<typeof applicationCursorSchema>;
