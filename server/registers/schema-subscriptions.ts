/** Following a register: what is asked for, and what followers are told. Isomorphic. */
import { z } from 'zod';
import { fieldIdSchema, registerIdSchema, type RecordData } from './schema-definition.ts';
import { purposeSchema } from './schema-records.ts';

/** Kinds of change. Erasure by law is told to every follower. */
export const changeKinds = ['create', 'change', 'correct', 'end', 'merge', 'unmerge', 'erase', 'import', 'migrate'] as const;

export const deliveryWays = ['pull', 'webhook'] as const;

export const subscriptionSchema = z
  .strictObject({
    register: registerIdSchema,
    /** The information system that follows; one that calls follows for itself. */
    clientId: z.uuid().optional(),
    name: z.string().trim().min(3).max(120),
    purpose: purposeSchema,
    filters: z.record(fieldIdSchema, z.string().trim().min(1).max(250)).default({}),
    kinds: z.array(z.enum(changeKinds)).max(changeKinds.length).default([]),
    fields: z.array(fieldIdSchema).max(100),
    delivery: z.enum(deliveryWays),
    url: z.string().trim().max(2_000).nullable().default(null),
  })
  .refine(({ delivery, url }) => (delivery === 'webhook') === (url !== null && url !== ''), { path: ['url'] });
export type SubscriptionInput = z.input<typeof subscriptionSchema>;

export const subscriptionTargetSchema = z.strictObject({ id: z.uuid() });

export const pullSchema = z.strictObject({
  subscriptionId: z.uuid(),
  /** The cursor of the answer before: acknowledges what it gave. */
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
  /** How long to wait for a change when there is none. */
  waitSeconds: z.coerce.number().int().min(0).max(20).default(0),
});
export type PullInput = z.input<typeof pullSchema>;

/** A change as a follower is told. Without `data` the record is not valid any more, merged into another, or erased. */
export type ChangeEvent = {
  /** Numbers grow; a number seen before is the same change again. */
  seq: number;
  register: string;
  key: string;
  kind: string;
  revision: number;
  at: string;
  valid: { from: string; to: string | null } | null;
  /** What is believed now, which may be newer than the change. */
  data: RecordData | null;
  masked: Record<string, string>;
};

export const pauseReasons = ['person', 'failing', 'gone', 'right', 'secret'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** `behind` is counted up to a limit. */
export type Lag = { behind: number; exact: boolean; oldestAt: Date | null };
export const mostBehind = 10_000;
