/** Followers that are told by webhook: in order, at least once, each at its own pace. */
import { audit } from '../platform/audit/index.ts';
import { systemActor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { db, transaction, type Db } from '../platform/db/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { sendWebhook, type Sent } from '../platform/webhook/index.ts';
import { unseal } from '../platform/webhook/secret.ts';
import { backoffSeconds, outOfPatience } from './policy-subscriptions.ts';
import * as feed from './repository-feed.ts';
import * as subscriptions from './repository-subscriptions.ts';
import type { Subscription } from './repository-subscriptions.ts';
import type { ChangeEvent, PauseReason } from './schema-subscriptions.ts';
import { noteHandingOut, openForFollower, readBatch, secondsOld } from './service-feed.ts';

const batchSize = 100;
/** After so many batches other jobs have their turn. */
const batchesInTurn = 20;
/** Longer than a send takes; a worker that dies lets go by then. */
const holdSeconds = 15;

const later = (seconds: number) => new Date(now().getTime() + seconds * 1_000);

const deliverJob = (tx: Db, id: string, runAt?: Date) => addJob(tx, 'registers.deliver', { subscriptionId: id }, { key: `registers.deliver:${id}`, ...(runAt && { runAt }) });
const feedJob = (tx: Db, register: string, key: string, runAt?: Date) => addJob(tx, 'registers.feed', { register }, { key: `${key}:${register}`, ...(runAt && { runAt }) });
/** Not under the key of those who write: a long writing holds its job to its end, and nobody may wait for that. */
const feedAgain = (tx: Db, register: string, runAt?: Date) => feedJob(tx, register, 'registers.feed-again', runAt);

/** Has the followers of a register told, in the transaction of the writing. */
export async function tellFollowers(tx: Db, register: string): Promise<void> {
  if (await feed.claimFeedJob(tx, register)) await feedJob(tx, register, 'registers.feed');
}

/** Looks which followers of a register are due; comes again as long as somebody is still writing. */
export async function feedRegister(register: string): Promise<void> {
  const { open } = await feed.settled(register);
  for (const id of await subscriptions.due(register, now())) await deliverJob(db(), id);
  if (open) await feedAgain(db(), register, later(1));
}

/** Catches what a lost job would have left behind, and forgets old answers. */
export async function sweepFeeds(): Promise<void> {
  for (const register of await feed.followedRegisters()) await feedAgain(db(), register);
  await subscriptions.pruneDeliveries(new Date(now().getTime() - 30 * 86_400_000));
}

/** Tells one follower everything that is new to it, batch by batch. */
export async function deliver(id: string): Promise<void> {
  if (!(await subscriptions.hold(id, now(), later(holdSeconds)))) {
    const held = await subscriptions.heldUntil(id);
    // Whoever holds it may have looked for changes before the one that this job is for.
    if (held && held > now()) await deliverJob(db(), id, later(2));
    return;
  }
  try {
    for (let turn = 0; turn < batchesInTurn; turn += 1) {
      if (!(await deliverBatch(id))) return;
      await subscriptions.keepHolding(id, later(holdSeconds));
    }
  } finally {
    await subscriptions.letGo(id);
  }
  await deliverJob(db(), id);
}

/** True when there may be more to tell. */
async function deliverBatch(id: string): Promise<boolean> {
  const subscription = await subscriptions.find(id);
  if (subscription?.state !== 'active' || subscription.url === null || (subscription.nextAttemptAt !== null && subscription.nextAttemptAt > now())) return false;
  const following = await openForFollower(subscription);
  if (!following) return stop(subscription, 'right');
  const secret = unseal(subscription.sealedSecret ?? '', id);
  if (secret === null) return stop(subscription, 'secret');
  const { events, cursor, more } = await readBatch(subscription, following, subscription.acknowledged, batchSize);
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) {
    if (cursor > subscription.acknowledged) {
      await subscriptions.offer(id, cursor);
      await subscriptions.acknowledge(db(), id, cursor);
    }
    return more;
  }
  // Attempts at the same changes are one handing out to the person concerned.
  await noteHandingOut(subscription, following, events.filter(({ seq }) => seq > subscription.offered));
  await subscriptions.offer(id, cursor);
  const sent = await sendWebhook({ url: subscription.url, secret, id: `${id}:${first.seq}-${last.seq}`, body: JSON.stringify({ type: 'register.changes', subscription: id, register: subscription.registerId, cursor, events }) });
  return transaction((tx) => conclude(tx, subscription, sent, events, cursor));
}

const isTaken = ({ status }: Sent) => status !== null && status >= 200 && status < 300;

async function conclude(tx: Db, subscription: Subscription, sent: Sent, events: readonly ChangeEvent[], cursor: number): Promise<boolean> {
  const at = now();
  await subscriptions.insertDelivery(tx, subscription.id, { at, kind: 'webhook', fromSeq: events[0]?.seq ?? null, toSeq: events.at(-1)?.seq ?? null, events: events.length, lagSeconds: secondsOld(events), ...sent });
  if (isTaken(sent)) {
    await subscriptions.acknowledge(tx, subscription.id, cursor);
    await subscriptions.succeeded(tx, subscription.id);
    return true;
  }
  if (sent.status === 410) return stopIn(tx, subscription, 'gone');
  const failures = subscription.failures + 1;
  const failingSince = subscription.failingSince ?? at;
  const nextAttemptAt = later(backoffSeconds(failures, Math.random()));
  await subscriptions.failed(tx, subscription.id, { failures, failingSince, nextAttemptAt });
  if (outOfPatience(failingSince, at)) return stopIn(tx, subscription, 'failing');
  await deliverJob(tx, subscription.id, nextAttemptAt);
  return false;
}

const stop = (subscription: Subscription, reason: PauseReason) => transaction((tx) => stopIn(tx, subscription, reason));

async function stopIn(tx: Db, { id, registerId }: Subscription, reason: PauseReason): Promise<false> {
  if (await subscriptions.pause(tx, id, reason)) await audit(tx, systemActor('Yagona'), { action: 'registers.pause-subscription', subjectType: 'register', subjectId: registerId, reason, detail: { subscription: id } });
  return false;
}

/** A message without changes, to see whether the follower takes it. */
export async function sendTest(subscription: Subscription): Promise<Sent> {
  const secret = unseal(subscription.sealedSecret ?? '', subscription.id);
  const at = now();
  const sent: Sent = subscription.url === null || secret === null
    ? { status: null, problem: 'address', millis: 0 }
    : await sendWebhook({ url: subscription.url, secret, id: `${subscription.id}:test-${at.getTime()}`, body: JSON.stringify({ type: 'register.test', subscription: subscription.id, register: subscription.registerId, events: [] }) });
  await transaction((tx) => subscriptions.insertDelivery(tx, subscription.id, { at, kind: 'test', fromSeq: null, toSeq: null, events: 0, lagSeconds: 0, ...sent }));
  return sent;
}

/** Has a new or resumed follower told, in the transaction that made it so: whoever was writing then did not know of it. */
export const startFeed = (tx: Db, register: string): Promise<void> => feedAgain(tx, register);
