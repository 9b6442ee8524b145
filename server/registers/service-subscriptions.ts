/** Making and keeping subscriptions to the changes of a register. */
import { randomUUID } from 'node:crypto';
import { audit } from '../platform/audit/index.ts';
import { hasRole, type Actor } from '../platform/auth/actor.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { transaction, type Db } from '../platform/db/index.ts';
import { env } from '../platform/env/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { mayBeWebhook } from '../platform/webhook/address.ts';
import type { Sent } from '../platform/webhook/index.ts';
import { newSecret, seal } from '../platform/webhook/secret.ts';
import { normaliseText } from './engine-values.ts';
import { failure } from './errors-subscriptions.ts';
import { mayManageSubscription, maySeeSubscriptions } from './policy-subscriptions.ts';
import { settled } from './repository-feed.ts';
import * as repository from './repository-subscriptions.ts';
import type { Definition } from './schema-definition.ts';
import { subscriptionSchema, subscriptionTargetSchema, type Lag, type SubscriptionInput } from './schema-subscriptions.ts';
import { findDefinition } from './service-access.ts';
import { sendTest, startFeed } from './service-delivery.ts';
import { lagOf, openForFollower } from './service-feed.ts';

const mostOfOneClient = 50;
const mostShown = 200;

/** A subscription as it is shown: without its secret. */
export type ShownSubscription = Omit<repository.Subscription, 'sealedSecret' | 'client'> & { client: repository.FollowingClient; lag: Lag };
export type { Delivery } from './repository-subscriptions.ts';

async function shown({ sealedSecret: _secret, client: { disabledAt: _disabled, ...client }, ...subscription }: repository.Subscription): Promise<ShownSubscription> {
  return { ...subscription, client, lag: await lagOf(subscription) };
}

const note = (tx: Db, actor: Actor, verb: string, definition: Pick<Definition, 'id' | 'ownerAgencyId'>, subscription: string) =>
  audit(tx, actor, {
    action: `registers.${verb}-subscription`, subjectType: 'register', subjectId: definition.id, agencyId: definition.ownerAgencyId, detail: { subscription },
    ...(hasRole(actor, 'register_keeper', definition.ownerAgencyId) ? { as: 'register_keeper' as const } : hasRole(actor, 'platform_administrator') && { as: 'platform_administrator' as const }),
  });

/** The subscription, where the actor may manage it; otherwise it is as if there were none. */
async function manageable(actor: Actor, id: string): Promise<{ subscription: repository.Subscription; definition: Definition }> {
  const subscription = await repository.find(subscriptionTargetSchema.parse({ id }).id);
  if (!subscription) throw failure('notFound');
  const definition = await findDefinition(subscription.registerId);
  authorise(mayManageSubscription(actor, definition, subscription.clientId), failure('notFound'));
  return { subscription, definition };
}

/** Begins with the next change. The signing secret of a webhook is told now and never again. */
export async function createSubscription(actor: Actor, input: SubscriptionInput): Promise<{ id: string; secret: string | null }> {
  const { register, clientId: named, name, purpose, filters: given, kinds, fields, delivery, url } = subscriptionSchema.parse(input);
  const definition = await findDefinition(register);
  const clientId = actor.client?.id ?? named ?? '';
  authorise(mayManageSubscription(actor, definition, named ?? clientId));
  const client = clientId === '' ? null : await repository.findClient(clientId);
  if (!client) throw failure('noRight');
  if (fields.some((field) => !definition.fields.some(({ id }) => id === field))) throw failure('unknownField');
  const usable = new Set([definition.key, ...definition.indexed, ...definition.unique]);
  if (Object.keys(given).some((field) => !usable.has(field))) throw failure('notIndexed');
  if (url !== null && !mayBeWebhook(url, env().YAGONA_PROFILE)) throw failure('badAddress');
  const filters = Object.fromEntries(Object.entries(given).map(([id, value]) => {
    const field = definition.fields.find((one) => one.id === id);
    return [id, field?.type === 'text' ? normaliseText(field, value) : value];
  }));
  if (!(await openForFollower({ client: { ...client, disabledAt: null }, registerId: register, filters }))) throw failure('noRight');
  if ((await repository.countOf(clientId)) >= mostOfOneClient) throw failure('tooMany', { count: mostOfOneClient });
  const id = randomUUID();
  const secret = url === null ? null : newSecret();
  // Changes that are still being written come after this number, and will be told.
  const { seq } = await settled(register);
  await transaction(async (tx) => {
    await repository.insert(tx, { id, registerId: register, clientId, name, purpose, filters, kinds, fields, delivery, url, sealedSecret: secret && seal(secret, id), createdAt: now(), creatorName: actor.name, from: seq });
    await note(tx, actor, 'create', definition, id);
    if (url !== null) await startFeed(tx, register);
  });
  return { id, secret };
}

/** A system's own subscriptions, or, for staff, those to a register. The newest first. */
export async function listSubscriptions(actor: Actor, { register }: { register?: string | undefined } = {}): Promise<ShownSubscription[]> {
  if (actor.client) return Promise.all((await repository.listOf({ clientId: actor.client.id, ...(register !== undefined && { registerId: register }) }, mostShown)).map(shown));
  const definition = await findDefinition(register ?? '');
  authorise(maySeeSubscriptions(actor, definition));
  return Promise.all((await repository.listOf({ registerId: definition.id }, mostShown)).map(shown));
}

/** One subscription with its last answers, the newest first. */
export async function readSubscription(actor: Actor, { id }: { id: string }): Promise<{ subscription: ShownSubscription; deliveries: repository.Delivery[]; manageable: boolean }> {
  const subscription = subscriptionTargetSchema.safeParse({ id }).success ? await repository.find(id) : null;
  if (!subscription) throw failure('notFound');
  const definition = await findDefinition(subscription.registerId);
  const manages = mayManageSubscription(actor, definition, subscription.clientId).allow;
  if (!manages) authorise(maySeeSubscriptions(actor, definition), failure('notFound'));
  return { subscription: await shown(subscription), deliveries: await repository.deliveriesOf(id, 30), manageable: manages };
}

/** Systems that may be subscribed to a register by its keepers. */
export async function listFollowers(actor: Actor, { register }: { register: string }): Promise<repository.FollowingClient[]> {
  const definition = await findDefinition(register);
  authorise(maySeeSubscriptions(actor, definition));
  return repository.clientsWith(register, new Date(civilDay(now())));
}

export async function pauseSubscription(actor: Actor, { id }: { id: string }): Promise<void> {
  const { definition } = await manageable(actor, id);
  await transaction(async (tx) => {
    if (!(await repository.pause(tx, id, 'person'))) throw failure('paused');
    await note(tx, actor, 'pause', definition, id);
  });
}

/** Goes on where it stopped: nothing is left out. */
export async function resumeSubscription(actor: Actor, { id }: { id: string }): Promise<void> {
  const { subscription, definition } = await manageable(actor, id);
  if (!(await openForFollower(subscription))) throw failure('noRight');
  await transaction(async (tx) => {
    if (!(await repository.resume(tx, id))) throw failure('notPaused');
    await note(tx, actor, 'resume', definition, id);
    if (subscription.delivery === 'webhook') await startFeed(tx, definition.id);
  });
}

/** Ends it for good, with the list of its answers; the audit trail keeps that it was. */
export async function removeSubscription(actor: Actor, { id }: { id: string }): Promise<void> {
  const { definition } = await manageable(actor, id);
  await transaction(async (tx) => {
    await repository.remove(tx, id);
    await note(tx, actor, 'remove', definition, id);
  });
}

/** Sends a signed message without changes and tells how it was answered. */
export async function testSubscription(actor: Actor, { id }: { id: string }): Promise<Sent> {
  const { subscription } = await manageable(actor, id);
  if (subscription.delivery !== 'webhook') throw failure('notWebhook');
  return sendTest(subscription);
}
