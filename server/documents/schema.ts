import { z } from 'zod';
import { localizedTextSchema } from '../platform/i18n/locales.ts';

/** `receipt`: proof of filing. `result`: what the service yields. `refusal`: the letter that says why not. */
export const documentKinds = ['receipt', 'result', 'refusal'] as const;
export const documentKindSchema = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** What is printed, as it was when the document was issued. */
export const documentFactsSchema = z.strictObject({
  reference: z.string(),
  applicantName: z.string(),
  applicantPinfl: z.string().nullable(),
  service: localizedTextSchema,
  agency: localizedTextSchema,
  /** Civil day until which the agency decides; on receipts. */
  dueOn: z.iso.date().nullable(),
  submittedAt: z.iso.datetime(),
  /** What is granted, or why it is refused. */
  reason: z.string().nullable(),
  /** Who decided. */
  officerName: z.string().nullable(),
});
export type DocumentFacts = z.infer<typeof documentFactsSchema>;

/** What the cases domain gives when it decides. */
export const issueResultSchema = z.strictObject({
  applicationId: z.uuid(),
  /** Agency that decides; numbers the document. */
  agencyId: z.string().min(1),
  kind: z.enum(['result', 'refusal']),
  /** What is granted, or why it is refused; printed. A refusal needs one. */
  reason: z.string().trim().min(1).max(4_000).nullable(),
  /** Last day on which the document is valid. */
  validUntil: z.iso.date().nullable().default(null),
});
export type IssueResultInput = z.input<typeof issueResultSchema>;

export const renderJobSchema = z.strictObject({ documentId: z.uuid() });
