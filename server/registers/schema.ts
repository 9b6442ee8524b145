import { z } from 'zod';
import { isPinfl, isStir } from './identifiers.ts';

export const pinflSchema = z.string().refine(isPinfl, { message: 'Not a PINFL' });
export const stirSchema = z.string().refine(isStir, { message: 'Not a STIR' });

const day = z.iso.date();

/** An individual as the register holds them. Days are `YYYY-MM-DD`. */
export const individualSchema = z.strictObject({
  pinfl: pinflSchema,
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  sex: z.enum(['male', 'female']),
  birthDate: day,
  birthPlace: z.string(),
  passport: z.string(),
  passportIssuedOn: day,
  passportExpiresOn: day,
  citizenship: z.string().length(2),
  regionCode: z.string(),
  districtCode: z.string(),
  address: z.string(),
  spousePinfl: z.string().nullable(),
  motherPinfl: z.string().nullable(),
  fatherPinfl: z.string().nullable(),
  phone: z.string().nullable(),
  diedOn: day.nullable(),
});
export type Individual = z.infer<typeof individualSchema>;

export const legalEntitySchema = z.strictObject({
  stir: stirSchema,
  name: z.string(),
  legalForm: z.string(),
  registeredOn: day,
  directorPinfl: z.string(),
  activityCode: z.string(),
  districtCode: z.string(),
  address: z.string(),
  charterCapital: z.number().int().nonnegative(),
  state: z.enum(['active', 'liquidating', 'closed']),
  /** Shares sum to one. */
  founders: z.array(z.strictObject({ person: z.string().optional(), entity: z.string().optional(), share: z.string() })),
});
export type LegalEntity = z.infer<typeof legalEntitySchema>;

/** Why a record is read: kept with every reading and shown to the person concerned. */
export const readingSchema = z.strictObject({
  purpose: z.string().min(3).max(200),
  /** Application or case on whose ground the record is read. */
  ground: z.string().max(80).optional(),
  agencyId: z.string().optional(),
});
export type Reading = z.infer<typeof readingSchema>;

/** Where a list of readings goes on: the last one seen. */
export const readingCursorSchema = z.string().regex(/^\d{1,18}$/);


/** Purpose of the demo identity provider's readings: it confirms names by the register. */
export const signInPurpose = 'Signing in at the demo identity provider';
