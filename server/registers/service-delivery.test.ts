import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { Logger, run, runOnce, type TaskList } from 'graphile-worker';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { anonymous, type Actor, type Person } from '../platform/auth/actor.ts';
import { freezeClock } from '../platform/clock/index.ts';
import { db, transaction } from '../platform/db/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { isSignedBy, Receiver } from '../testing/receiver.ts';
import { loadFollower, openRegisters } from '../testing/registers.ts';
import { registerJobs } from './jobs.ts';
import { insertAct, insertChanges } from './repository-records.ts';
import type { SubscriptionInput } from './schema-subscriptions.ts';
import { deliver, sweepFeeds, tellFollowers } from './service-delivery.ts';
import { createSubscription, readSubscription, removeSubscription, resumeSubscription, testSubscription } from './service-subscriptions.ts';
import { changeRecord, createRecord, endRecord, type Written } from './service-writing.ts';

const { url } = createTestDatabase();
const keeper: Person = { ...anonymous(), kind: 'person', userId: '01890000-0000-7000-8000-000000000001', name: 'Keeper', roles: [{ role: 'register_keeper', agencyId: 'kadastr' }] };
const ground = { kind: 'document', text: 'Contract 17 of 1 March 2026' } as const;
const tasks: TaskList = Object.fromEntries(Object.entries(registerJobs).map(([name, handle]) => [name, (payload: unknown) => handle(payload)]));
const quiet = { connectionString: url, taskList: tasks, noHandleSignals: true, logger: new Logger(() => () => undefined) };
const receivers: Receiver[] = [];
const workers: ChildProcess[] = [];
const made: string[] = [];
let thaw: () => void = () => undefined;
let follower: Actor;
let serial = 0;

beforeAll(async () => {
  await openRegisters();
  follower = await loadFollower('parcels', ['number', 'area', 'districtCode']);
});
afterEach(async () => {
  thaw();
  for (const id of made.splice(0)) await removeSubscription(follower, { id });
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await Promise.all(receivers.map((receiver) => receiver.stop()));
});

const at = (instant: string) => {
  thaw();
  thaw = freezeClock(instant);
};
const receive = async () => {
  const receiver = await new Receiver().start();
  receivers.push(receiver);
  return receiver;
};
async function subscribe(receiver: Receiver, more: Partial<SubscriptionInput> = {}): Promise<{ id: string; secret: string }> {
  const { id, secret } = await createSubscription(follower, { register: 'parcels', name: 'Land tax', purpose: 'Accounting of land tax', fields: ['number', 'area', 'category'], delivery: 'webhook', url: receiver.url, ...more });
  made.push(id);
  return { id, secret: secret ?? '' };
}
const written = (outcome: Written) => {
  if (outcome.outcome !== 'written') throw new Error(JSON.stringify(outcome.problems));
  return outcome;
};
const create = async (area = 600) => {
  serial += 1;
  return written(await createRecord(keeper, { register: 'parcels', data: { number: `10:01:01:01:01:${String(serial).padStart(4, '0')}`, districtCode: '1726269', area, category: 'settlement' }, validFrom: '2020-01-01', ground }));
};
const change = async (key: string, revision: number, area: number) => written(await changeRecord(keeper, { register: 'parcels', key, revision, changes: { area }, validFrom: '2021-01-01', ground }));
/** What the worker does with everything that is due. */
const work = () => runOnce(quiet);
const stateOf = async (id: string) => {
  const { subscription, deliveries } = await readSubscription(follower, { id });
  return { state: subscription.state, pausedFor: subscription.pausedFor, behind: subscription.lag.behind, nextAttemptAt: subscription.nextAttemptAt, statuses: deliveries.map(({ status, problem }) => status ?? problem) };
};

describe('a follower by webhook', () => {
  it('gets what its right names, signed, and no more', async () => {
    const receiver = await receive();
    const { id, secret } = await subscribe(receiver);
    const { key } = await create();
    written(await endRecord(keeper, { register: 'parcels', key, revision: 1, validFrom: '2026-01-01', ground }));
    await work();
    const { key: other } = await create(150);
    await work();
    expect(receiver.events.map(({ key: of, kind, revision, data, masked, valid }) => [of, kind, revision, data, masked, valid])).toEqual([
      [key, 'create', 1, null, {}, null],
      [key, 'end', 2, null, {}, null],
      [other, 'create', 1, { number: other, area: 150 }, { category: '••••' }, { from: '2020-01-01', to: null }],
    ]);
    expect(receiver.received.every((received) => isSignedBy(secret, received))).toBe(true);
    expect(receiver.received.some((received) => isSignedBy('whsec_other', received))).toBe(false);
    expect(receiver.received[1]?.headers['yagona-delivery']).toMatch(new RegExp(`^${id}:\\d+-\\d+$`));
    expect(await stateOf(id)).toMatchObject({ state: 'active', behind: 0, statuses: [204, 204] });

    await db().registerRight.updateMany({ where: { registerId: 'parcels' }, data: { fields: ['number'] } });
    await create();
    await work();
    expect(receiver.events.at(-1)?.data).toEqual({ number: expect.any(String) as string });
    await db().registerRight.updateMany({ where: { registerId: 'parcels' }, data: { revokedAt: new Date() } });
    await create();
    await work();
    expect(receiver.received).toHaveLength(3);
    expect(await stateOf(id)).toMatchObject({ state: 'paused', pausedFor: 'right', behind: 1 });
    await db().registerRight.updateMany({ where: { registerId: 'parcels' }, data: { revokedAt: null, fields: ['number', 'area', 'districtCode'] } });
    await resumeSubscription(keeper, { id });
    await work();
    expect(await stateOf(id)).toMatchObject({ state: 'active', behind: 0 });
  });

  it('that fails is tried again later and later, in order, and stopped after three days', async () => {
    const receiver = await receive();
    at('2026-11-23T06:00:00Z');
    const { id } = await subscribe(receiver);
    receiver.answer = () => 500;
    const { key } = await create();
    await deliver(id);
    await deliver(id);
    expect(receiver.received).toHaveLength(1);
    const first = await stateOf(id);
    expect(first.nextAttemptAt?.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-11-23T06:00:10Z'));
    expect(first.nextAttemptAt?.getTime()).toBeLessThanOrEqual(Date.parse('2026-11-23T06:00:13Z'));
    await receiver.stop();
    at('2026-11-23T06:01:00Z');
    await deliver(id);
    expect((await stateOf(id)).statuses).toEqual(['refused', 500]);
    await change(key, 1, 700);
    await receiver.start();
    receiver.answer = () => 200;
    at('2026-11-23T06:05:00Z');
    await deliver(id);
    expect(receiver.received.at(-1)?.body.events.map(({ kind, data }) => [kind, data?.['area']])).toEqual([['create', 700], ['change', 700]]);
    expect(receiver.received[0]?.headers['yagona-delivery']).not.toBe(receiver.received[1]?.headers['yagona-delivery']);
    expect(await stateOf(id)).toMatchObject({ behind: 0, nextAttemptAt: null });

    receiver.answer = () => 503;
    await change(key, 2, 800);
    await deliver(id);
    at('2026-11-25T06:00:00Z');
    await deliver(id);
    expect(await stateOf(id)).toMatchObject({ state: 'active' });
    at('2026-11-26T06:06:00Z');
    await deliver(id);
    expect(await stateOf(id)).toMatchObject({ state: 'paused', pausedFor: 'failing', behind: 1 });
    receiver.answer = () => 204;
    await resumeSubscription(follower, { id });
    await deliver(id);
    expect(await stateOf(id)).toMatchObject({ state: 'active', behind: 0 });
  });

  it('that hangs holds up nobody else, and one that is gone is left alone', { timeout: 40_000 }, async () => {
    const [hanging, gone, well] = [await receive(), await receive(), await receive()];
    hanging.answer = () => 'hang';
    gone.answer = () => 410;
    const [hung, left, fine] = [await subscribe(hanging), await subscribe(gone), await subscribe(well)];
    await create();
    const working = work();
    await vi.waitFor(() => expect(hanging.received).toHaveLength(1), { timeout: 10_000 });
    await deliver(fine.id);
    expect(well.events).toHaveLength(1);
    await working;
    expect(await stateOf(hung.id)).toMatchObject({ state: 'active', behind: 1, statuses: ['timeout'] });
    expect(await stateOf(left.id)).toMatchObject({ state: 'paused', pausedFor: 'gone', behind: 1, statuses: [410] });
    expect(await testSubscription(keeper, { id: left.id })).toMatchObject({ status: 410 });
    expect(gone.received.map(({ body }) => body.type)).toEqual(['register.changes', 'register.test']);
  });

  it('is told of what a lost job was for', async () => {
    const receiver = await receive();
    await subscribe(receiver);
    await create();
    await db().$executeRaw`delete from graphile_worker._private_jobs`;
    await sweepFeeds();
    await work();
    expect(receiver.events).toHaveLength(1);
  });
});

describe('a long writing', () => {
  it('keeps neither other writers nor the job waiting, and is told when it ends', async () => {
    const receiver = await receive();
    const { id } = await subscribe(receiver);
    let end: () => void = () => undefined;
    const ended = new Promise<void>((done) => (end = done));
    let begun: () => void = () => undefined;
    const beginning = new Promise<void>((done) => (begun = done));
    const long = transaction(async (tx) => {
      const act = await insertAct(tx, { at: new Date(), kind: 'import', groundKind: 'document', ground: 'Test', note: null, actorId: null, actorName: 'Test', clientId: null, agencyId: 'kadastr', requestId: null });
      await insertChanges(tx, 'parcels', [{ key: 'long', kind: 'import', revision: 1 }], act);
      await tellFollowers(tx, 'parcels');
      begun();
      await ended;
    });
    await beginning;
    await create();
    await sweepFeeds();
    await work();
    expect(receiver.events).toEqual([]);
    end();
    await long;
    await work();
    expect(receiver.events.map(({ kind }) => kind)).toEqual(['import', 'create']);
    expect(await stateOf(id)).toMatchObject({ behind: 0 });
  });
});

describe('many writers and a follower that stumbles', () => {
  it('lose nothing and keep the order of each record', { timeout: 90_000 }, async () => {
    const receiver = await receive();
    const { id } = await subscribe(receiver);
    const keys = await Promise.all([0, 1, 2, 3, 4].map(async () => (await create()).key));
    let answers = 0;
    // Every seventh time the changes are taken and the answer says otherwise: they come again.
    receiver.answer = () => (++answers % 7 === 0 ? 500 : 204);
    const runner = await run({ ...quiet, concurrency: 4, pollInterval: 100 });
    // What failed is due at once here.
    const hurry = setInterval(() => void db().$executeRaw`update "RegisterSubscription" set "nextAttemptAt" = null where "nextAttemptAt" is not null`.then(() => deliver(id)), 200);
    const revisions = new Map(keys.map((key) => [key, 1]));
    let writes = 0;
    await Promise.all([0, 1, 2, 3].map(async (writer) => {
      for (let number = 0; number < 50; number += 1) {
        const key = keys[(writer + number) % keys.length] ?? '';
        for (let done = false; !done; ) {
          try {
            const outcome = await change(key, revisions.get(key) ?? 0, 1_000 + writer * 100 + number);
            revisions.set(key, Math.max(revisions.get(key) ?? 0, outcome.revision));
            done = true;
            writes += 1;
          } catch {
            revisions.set(key, Number((await db().$queryRaw<{ max: number }[]>`select max(revision) as max from register.version_parcels where key = ${key}`)[0]?.max));
          }
        }
      }
    }));
    expect(writes).toBe(200);
    await vi.waitFor(async () => expect((await stateOf(id)).behind).toBe(0), { timeout: 30_000, interval: 100 });
    clearInterval(hurry);
    await runner.stop();
    const seen = new Map<string, number[]>();
    const known = new Set<number>();
    for (const { key, seq, revision } of receiver.events) {
      if (known.has(seq)) continue;
      known.add(seq);
      seen.set(key, [...(seen.get(key) ?? []), revision]);
    }
    expect(known.size).toBe(205);
    for (const key of keys) expect(seen.get(key)).toEqual(Array.from({ length: revisions.get(key) ?? 0 }, (_, index) => index + 1));
    expect(receiver.received.length).toBeGreaterThan(answers / 2);
  });

  it('lose nothing when the worker dies between sending and acknowledging', { timeout: 120_000 }, async () => {
    const receiver = await receive();
    const { id } = await subscribe(receiver);
    receiver.answer = () => 'hang';
    const { key } = await create();
    const start = () => {
      const worker = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '../worker.ts')], { env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent' }, stdio: 'ignore' });
      workers.push(worker);
      return worker;
    };
    const first = start();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), { timeout: 60_000, interval: 5 });
    first.kill('SIGKILL');
    await new Promise((done) => first.once('exit', done));
    receiver.answer = () => 204;
    await change(key, 1, 900);
    start();
    await vi.waitFor(async () => expect((await stateOf(id)).behind).toBe(0), { timeout: 60_000, interval: 100 });
    expect(receiver.received[0]?.body.events.map(({ revision }) => revision)).toEqual([1]);
    expect(new Set(receiver.received.slice(1).flatMap(({ body }) => body.events.map(({ revision }) => revision)))).toEqual(new Set([1, 2]));
  });
});
