/** Followers that ask for changes themselves. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { db, transaction } from '../platform/db/index.ts';
import { failure } from './errors-subscriptions.ts';
import * as subscriptions from './repository-subscriptions.ts';
import { pullSchema, type ChangeEvent, type Lag, type PullInput } from './schema-subscriptions.ts';
import { lagOf, noteHandingOut, openForFollower, readBatch, secondsOld } from './service-feed.ts';

export type Pulled = { events: ChangeEvent[]; /** To be given as `after` once the events are kept. */ cursor: number; lag: Lag };

const lookAgainMillis = 500;

/**
 * The next changes for the system that asks. `after` acknowledges all up to it; a smaller one than before gives the same again,
 * zero everything from the beginning.
 */
export async function pullChanges(actor: Actor, input: PullInput): Promise<Pulled> {
  const { subscriptionId, after, limit, waitSeconds } = pullSchema.parse(input);
  const subscription = await subscriptions.find(subscriptionId);
  if (!subscription || actor.kind !== 'client' || actor.client?.id !== subscription.clientId) throw failure('notFound');
  if (subscription.delivery !== 'pull') throw failure('notPull');
  if (subscription.state !== 'active') throw failure('paused');
  const following = await openForFollower(subscription);
  if (!following) throw failure('noRight');
  // What was never handed out cannot be acknowledged.
  const from = Math.min(after ?? subscription.acknowledged, subscription.offered);
  if (from > subscription.acknowledged) await subscriptions.acknowledge(db(), subscription.id, from);
  const began = performance.now();
  for (let cursor = from; ; ) {
    const batch = await readBatch(subscription, following, cursor, limit);
    cursor = batch.cursor;
    const waited = performance.now() - began;
    if (batch.events.length > 0) await handOut(subscription, following, batch.events, cursor, Math.round(waited));
    else if (batch.more) continue;
    else if (waited < waitSeconds * 1_000) {
      await wait(lookAgainMillis);
      continue;
    } else if (cursor > subscription.offered) await subscriptions.offer(subscription.id, cursor);
    return { events: batch.events, cursor, lag: await lagOf(subscription, cursor) };
  }
}

async function handOut(subscription: subscriptions.Subscription, following: Parameters<typeof noteHandingOut>[1], events: readonly ChangeEvent[], cursor: number, millis: number): Promise<void> {
  await noteHandingOut(subscription, following, events);
  await subscriptions.offer(subscription.id, cursor);
  await transaction((tx) => subscriptions.insertDelivery(tx, subscription.id, { at: now(), kind: 'pull', fromSeq: events[0]?.seq ?? null, toSeq: events.at(-1)?.seq ?? null, events: events.length, status: null, problem: null, millis, lagSeconds: secondsOld(events) }));
}
