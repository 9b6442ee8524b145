import { z } from 'zod';
import { localizedTextSchema } from '../platform/i18n/locales.ts';
import { slugSchema } from '../catalogue/schema.ts';

export const agencyKinds = ['ministry', 'committee', 'agency', 'inspectorate', 'organisation'] as const;
export const agencyKindSchema = z.enum(agencyKinds);

/** A seed entry of `prisma/seed/agencies.json`. */
export const agencySeedSchema = z.strictObject({
  id: slugSchema,
  /** Short name shown in tight places, e.g. `IIV`. */
  abbreviation: localizedTextSchema,
  name: localizedTextSchema,
  /** What the agency is responsible for, in two or three sentences. */
  about: localizedTextSchema,
  kind: agencyKindSchema,
  address: localizedTextSchema,
  website: z.url({ protocol: /^https$/ }),
  /** E.164, e.g. `+998712334567`, or a short call-centre number such as `1173`. */
  phone: z.string().regex(/^(\+998\d{9}|\d{3,4})$/),
  email: z.email().optional(),
});
export type AgencySeed = z.infer<typeof agencySeedSchema>;
