import { z } from 'zod';
import { fieldIdSchema, registerIdSchema } from './schema-definition.ts';

/** Name of an information system on the exchange: instance, class, member, subsystem. */
export const clientCodeSchema = z.string().regex(/^[A-Z]{2}\/[A-Z]{2,8}\/[a-z0-9-]{2,60}\/[a-z0-9-]{2,60}$/);

export const newClientSchema = z.strictObject({ agencyId: z.string().min(1).max(60), subsystem: z.string().regex(/^[a-z0-9-]{2,60}$/), name: z.string().trim().min(3).max(120), reason: z.string().trim().min(3).max(300) });
export type NewClient = z.infer<typeof newClientSchema>;
export const clientRefSchema = z.strictObject({ id: z.uuid(), reason: z.string().trim().min(3).max(300) });

export const rightActions = ['read', 'search', 'write', 'subscribe', 'export', 'define'] as const;

/** A right is for the staff of an agency or for one information system, on a law, from a day on. */
export const grantRightSchema = z
  .strictObject({
    register: registerIdSchema,
    agencyId: z.string().min(1).max(60).nullable(),
    clientId: z.uuid().nullable(),
    actions: z.array(z.enum(rightActions)).min(1),
    fields: z.array(fieldIdSchema).min(1).max(100),
    legalGround: z.string().trim().min(5).max(500),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
  })
  .refine(({ agencyId, clientId }) => (agencyId === null) !== (clientId === null), { path: ['agencyId'] })
  .refine(({ clientId, actions }) => clientId !== null || !actions.includes('define'), { path: ['actions'] })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, { path: ['validTo'] });
export type GrantRight = z.infer<typeof grantRightSchema>;
export const revokeRightSchema = z.strictObject({ id: z.uuid(), reason: z.string().trim().min(3).max(300) });
