import { z } from 'zod';
import { localizedTextSchema } from '../platform/i18n/locales.ts';

export const slugSchema = z
  .string()
  .min(2)
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const audiences = ['individual', 'entrepreneur', 'legal-entity', 'foreigner'] as const;
export const audienceSchema = z.enum(audiences);
export type Audience = z.infer<typeof audienceSchema>;

/** Where a service can be asked for. `centre` is a State Services Centre. */
export const channels = ['portal', 'centre', 'agency', 'mobile', 'phone', 'post'] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

/** One amount of a fee: a multiple of the base calculation amount (BHM) or a fixed sum in soum. */
export const feeItemSchema = z
  .strictObject({
    /** What this amount is for; needed when a service has more than one amount. */
    label: localizedTextSchema.optional(),
    bhm: z.number().positive().max(1000).optional(),
    soum: z.number().int().positive().optional(),
  })
  .refine((item) => (item.bhm === undefined) !== (item.soum === undefined), {
    message: 'A fee item is either a BHM multiple or a sum in soum',
  });

export const feeSchema = z.strictObject({
  items: z.array(feeItemSchema).max(12),
  /** The service is paid although no fixed amount can be named; the note says what it depends on. */
  varies: z.literal(true).optional(),
  note: localizedTextSchema.optional(),
});
export type Fee = z.infer<typeof feeSchema>;

export function isFree(fee: Fee): boolean {
  return fee.items.length === 0 && fee.varies === undefined;
}

export const requirementSchema = z.strictObject({
  text: localizedTextSchema,
  /** Who brings it: the applicant, or the agency through interdepartmental exchange. */
  source: z.enum(['applicant', 'exchange']),
});

export const legalBasisSchema = z.strictObject({
  title: localizedTextSchema,
  /** Official number as printed in Uzbekistan, e.g. `OʻRQ-395`, `VMQ-728`, `PF-5598`. */
  number: z.string().min(1).max(40).optional(),
  /** ISO date of adoption. */
  date: z.iso.date().optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
});

const texts = z.array(localizedTextSchema);

/** The structured, versioned regulation of a service. */
export const passportSchema = z.strictObject({
  title: localizedTextSchema,
  /** One sentence: what the citizen gets and why. */
  summary: localizedTextSchema,
  audiences: z.array(audienceSchema).min(1),
  /** Who may apply and under which conditions. */
  eligibility: texts.min(1),
  requirements: z.array(requirementSchema).min(1),
  steps: texts.min(2),
  fee: feeSchema,
  /** Working days from filing to result; 0 means at once, null that no fixed term is set. */
  workingDays: z.number().int().min(0).max(365).nullable(),
  deadlineNote: localizedTextSchema.optional(),
  channels: z.array(channelSchema).min(1),
  result: localizedTextSchema,
  /** How long the result is valid; absent: without limit. */
  resultValidity: localizedTextSchema.optional(),
  refusalGrounds: texts,
  legalBasis: z.array(legalBasisSchema).min(1),
  /** Everyday words and synonyms people search with, besides the title. */
  keywords: z.strictObject({
    uz: z.array(z.string().min(2)),
    ru: z.array(z.string().min(2)),
    en: z.array(z.string().min(2)),
  }),
});
export type Passport = z.infer<typeof passportSchema>;

/** A seed file `prisma/seed/services/<id>.json`. */
export const serviceSeedSchema = z.strictObject({
  id: slugSchema,
  agency: slugSchema,
  sphere: slugSchema,
  lifeEvents: z.array(slugSchema),
  /** 0 to 100: how often people ask for it, for the order of lists until there are real counts. */
  popularity: z.number().int().min(0).max(100),
  passport: passportSchema,
});
export type ServiceSeed = z.infer<typeof serviceSeedSchema>;

export const sphereSeedSchema = z.strictObject({
  id: slugSchema,
  icon: z.string().min(1),
  title: localizedTextSchema,
  summary: localizedTextSchema,
});

export const lifeEventSeedSchema = sphereSeedSchema;

export const facetNames = ['sphere', 'agency', 'audience', 'fee', 'online', 'event'] as const;
export type FacetName = (typeof facetNames)[number];

export const searchSchema = z.strictObject({
  /** Any text at all: what is beyond the first 200 characters is not looked at. */
  q: z.string().default('').transform((text) => text.slice(0, 200)),
  filters: z.partialRecord(z.enum(facetNames), z.array(slugSchema).max(20)).default({}),
  page: z.number().int().min(1).max(500).default(1),
});
export type SearchInput = z.input<typeof searchSchema>;

/** What an editor sends when saving a draft: the passport and the revision it was based on. */
export const saveDraftSchema = z.strictObject({
  serviceId: slugSchema,
  revision: z.number().int().positive(),
  passport: passportSchema,
});
