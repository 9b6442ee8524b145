/** What the router of the REST API calls for subscriptions. Input is what came in path, query and body; it is checked here and below. */
import type { Actor } from '../platform/auth/actor.ts';
import { registerIdSchema } from './schema-definition.ts';
import { pullSchema, subscriptionSchema, subscriptionTargetSchema } from './schema-subscriptions.ts';
import { pullChanges, type Pulled } from './service-pull.ts';
import { createSubscription, listSubscriptions, removeSubscription, type ShownSubscription } from './service-subscriptions.ts';

type Told = Pick<ShownSubscription, 'id' | 'name' | 'purpose' | 'filters' | 'kinds' | 'fields' | 'delivery' | 'url' | 'state' | 'pausedFor'> & { register: string; cursor: number; createdAt: string; lag: TellableLag };
type TellableLag = { behind: number; exact: boolean; oldestAt: string | null };

const lagOut = ({ behind, exact, oldestAt }: ShownSubscription['lag']): TellableLag => ({ behind, exact, oldestAt: oldestAt?.toISOString() ?? null });

function told({ id, registerId, name, purpose, filters, kinds, fields, delivery, url, state, pausedFor, acknowledged, createdAt, lag }: ShownSubscription): Told {
  return { id, register: registerId, name, purpose, filters, kinds, fields, delivery, url, state, pausedFor, cursor: acknowledged, createdAt: createdAt.toISOString(), lag: lagOut(lag) };
}

/** `GET /subscriptions?register=` */
export async function listSubscriptionsRest(actor: Actor, input: { register?: string | undefined }): Promise<{ subscriptions: Told[] }> {
  const register = input.register === undefined ? undefined : registerIdSchema.parse(input.register);
  return { subscriptions: (await listSubscriptions(actor, { register })).map(told) };
}

/** `POST /subscriptions`, 201. Fails with a `ZodError` where the body is not what the schema asks for. */
export function createSubscriptionRest(actor: Actor, input: unknown): Promise<{ id: string; secret: string | null }> {
  return createSubscription(actor, subscriptionSchema.parse(input));
}

/** `DELETE /subscriptions/{id}`, 204. */
export function removeSubscriptionRest(actor: Actor, input: { id: string }): Promise<void> {
  return removeSubscription(actor, subscriptionTargetSchema.parse(input));
}

/** `GET /subscriptions/{id}/changes?after=&limit=&waitSeconds=` */
export async function pullChangesRest(actor: Actor, input: { id: string; after?: string | undefined; limit?: string | undefined; waitSeconds?: string | undefined }): Promise<Omit<Pulled, 'lag'> & { lag: TellableLag }> {
  const { id, after, limit, waitSeconds } = input;
  const pulled = await pullChanges(actor, pullSchema.parse({ subscriptionId: id, ...(after !== undefined && { after }), ...(limit !== undefined && { limit }), ...(waitSeconds !== undefined && { waitSeconds }) }));
  return { ...pulled, lag: lagOut(pulled.lag) };
}
