import { z } from 'zod';
import { localizedTextSchema } from '../platform/i18n/locales.ts';
import { slugSchema } from './schema.ts';

/** Roles that work on the passports of an agency. */
export const editorialRoles = ['agency_editor', 'agency_reviewer', 'agency_publisher'] as const;

/** States of a version that is being worked on; at most one beside the published one. */
export const openStates = ['draft', 'in_review', 'amends', 'ready', 'scheduled'] as const;
export type OpenState = (typeof openStates)[number];
export const versionStates = [...openStates, 'published', 'superseded'] as const;
export type VersionState = (typeof versionStates)[number];

/** What can be done with the open version. */
export const moves = ['edit', 'submit', 'recall', 'return', 'approve', 'schedule', 'unschedule', 'publish', 'emergency', 'discard'] as const;
export type Move = (typeof moves)[number];

const revised = { serviceId: slugSchema, revision: z.number().int().positive() };
export const commentSchema = z.string().trim().max(2_000);
/** Shown in the public history. */
export const changeNoteSchema = z.string().trim().min(5).max(500);

export const revisionSchema = z.strictObject(revised);
export const submitSchema = z.strictObject({ ...revised, changeNote: changeNoteSchema });
export const returnSchema = z.strictObject({ ...revised, comment: commentSchema.min(5) });
export const approveSchema = z.strictObject({ ...revised, comment: commentSchema.default('') });
export const scheduleSchema = z.strictObject({ ...revised, at: z.iso.datetime({ offset: true }) });
export const emergencySchema = z.strictObject({ ...revised, changeNote: changeNoteSchema, reason: commentSchema.min(5) });
export const approveLaterSchema = z.strictObject({ serviceId: slugSchema, number: z.number().int().positive(), comment: commentSchema.default('') });
export const restoreSchema = z.strictObject({ serviceId: slugSchema, number: z.number().int().positive() });

/** What citizens find of a service that is not provided any more: its page with a notice, another service, or that it is gone. */
export const withdrawalModes = ['banner', 'redirect', 'gone'] as const;
export const withdrawalSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('banner'), reason: localizedTextSchema }),
  z.strictObject({ mode: z.literal('redirect'), reason: localizedTextSchema, to: slugSchema }),
  z.strictObject({ mode: z.literal('gone'), reason: localizedTextSchema }),
]);
export type Withdrawal = z.infer<typeof withdrawalSchema>;
export const withdrawSchema = z.strictObject({ serviceId: slugSchema, withdrawal: withdrawalSchema });
export const serviceReasonSchema = z.strictObject({ serviceId: slugSchema, reason: commentSchema.min(5) });
export const reviewBySchema = z.strictObject({ serviceId: slugSchema, day: z.iso.date().nullable() });
export const lockSchema = z.strictObject({ serviceId: slugSchema, /** Take it from whoever holds it. */ takeOver: z.boolean().default(false) });
/** What an editor has typed and not saved: any shape, within reason. */
export const workSchema = z.strictObject({ ...revised, work: z.json().refine((value) => JSON.stringify(value).length < 500_000) });
