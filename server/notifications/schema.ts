import { z } from 'zod';
import { localizedTextSchema } from '../platform/i18n/locales.ts';

/** Kinds of notification: each has a title and a body in `messages/<locale>/notifications.json`. */
export const notificationKinds = [
  'submitted',
  'in_progress',
  'correction_requested',
  'corrected',
  'approved',
  'refused',
  'withdrawn',
  'message',
  'report_answered',
] as const;
export const notificationKindSchema = z.enum(notificationKinds);
export type NotificationKind = z.infer<typeof notificationKindSchema>;

/** Words filled into the text; localized ones are chosen in the reader's language. */
export const notificationParamsSchema = z.record(z.string(), z.union([z.string(), z.number(), localizedTextSchema]));
export type NotificationParams = z.infer<typeof notificationParamsSchema>;

export const notifySchema = z.strictObject({
  userId: z.uuid(),
  kind: notificationKindSchema,
  params: notificationParamsSchema,
  /** Path of the portal without locale, e.g. `/cabinet/applications/YG-7K3M-9QXA`. */
  link: z.string().regex(/^\/[\w/-]*$/),
});
export type NotifyInput = z.infer<typeof notifySchema>;

export const mailJobSchema = z.strictObject({ notificationId: z.uuid() });

/** Where the next page of a list begins: the last row seen. */
export const notificationCursorSchema = z.strictObject({ createdAt: z.coerce.date(), id: z.uuid() });
export type NotificationCursor = z.infer<typeof notificationCursorSchema>;
