import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, systemActor, type Actor, type Person } from '../platform/auth/actor.ts';
import { db, transaction, type Db } from '../platform/db/index.ts';
import { Failure } from '../platform/errors/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { loadFollower, loadPeople, openRegisters } from '../testing/registers.ts';
import { insertAct, insertChanges } from './repository-records.ts';
import { createSubscriptionRest, listSubscriptionsRest, pullChangesRest, removeSubscriptionRest } from './rest-subscriptions.ts';
import type { SubscriptionInput } from './schema-subscriptions.ts';
import { pullChanges } from './service-pull.ts';
import { createSubscription, listFollowers, listSubscriptions, pauseSubscription, readSubscription, resumeSubscription } from './service-subscriptions.ts';
import { changeRecord, createRecord } from './service-writing.ts';

createTestDatabase();
const rustam = '30211870010021';
const person = (last: number, roles: Actor['roles']): Person => ({ ...anonymous(), kind: 'person', userId: `01890000-0000-7000-8000-00000000000${last}`, name: `Keeper ${last}`, roles });
const keeper = person(1, [{ role: 'register_keeper', agencyId: 'kadastr' }]);
const police = person(2, [{ role: 'register_keeper', agencyId: 'iiv' }]);
const administrator = person(3, [{ role: 'platform_administrator', agencyId: null }]);
const auditor = person(4, [{ role: 'auditor', agencyId: null }]);
const ground = { kind: 'document', text: 'Contract 17 of 1 March 2026' } as const;
let tax: Actor;
let bank: Actor;
let made: string[] = [];

beforeAll(async () => {
  await openRegisters();
  await loadPeople([{ pinfl: rustam, surname: 'Namunayev', givenName: 'Oʻtkir', sex: 'male', birthDate: '1987-11-02', passport: 'AA9000002' }]);
  tax = await loadFollower('parcels', ['number', 'area', 'districtCode']);
  bank = await loadFollower('individuals', ['pinfl', 'surname'], { code: 'UZ/GOV/bandlik/pay', agencyId: 'bandlik' });
});
afterEach(async () => {
  for (const id of made) await removeSubscriptionRest(administrator, { id });
  made = [];
});

async function keyOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Failure) return error.key.split('.').at(-1) ?? '';
    throw error;
  }
}
const input = (more: Partial<SubscriptionInput> = {}): SubscriptionInput => ({ register: 'parcels', name: 'Land tax', purpose: 'Accounting of land tax', fields: ['number', 'area'], delivery: 'pull', ...more });
async function subscribe(more: Partial<SubscriptionInput> = {}, actor = tax): Promise<string> {
  const { id, secret } = await createSubscription(actor, input(more));
  expect(secret).toBeNull();
  made.push(id);
  return id;
}
let serial = 0;
async function create(districtCode = '1726269'): Promise<string> {
  serial += 1;
  const outcome = await createRecord(keeper, { register: 'parcels', data: { number: `10:01:01:01:01:${String(serial).padStart(4, '0')}`, districtCode, area: 600, category: 'settlement' }, validFrom: '2020-01-01', ground });
  if (outcome.outcome !== 'written') throw new Error(JSON.stringify(outcome.problems));
  return outcome.key;
}

/** A transaction that stays open until it is told to end. */
function opened(): { run: <T>(work: (tx: Db) => Promise<T>) => Promise<T>; end: () => Promise<void> } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((done) => (end = done));
  let give: (tx: Db) => void = () => undefined;
  const given = new Promise<Db>((done) => (give = done));
  const whole = transaction(async (tx) => {
    give(tx);
    await ended;
  });
  return {
    run: async (work) => work(await given),
    end: async () => {
      end();
      await whole;
    },
  };
}
const beginAct = (tx: Db) => insertAct(tx, { at: new Date(), kind: 'import', groundKind: 'document', ground: 'Test', note: null, actorId: null, actorName: 'Test', clientId: null, agencyId: 'kadastr', requestId: null });
const add = (tx: Db, key: string, act: string) => insertChanges(tx, 'parcels', [{ key, kind: 'import', revision: 1 }], act);

describe('the order of changes', () => {
  it('skips none that is written out of order, whichever transaction began first', async () => {
    const id = await subscribe();
    const pull = async (after?: number) => pullChanges(tax, { subscriptionId: id, ...(after !== undefined && { after }) });
    for (const name of ['first', 'second']) {
      const [early, late] = [opened(), opened()];
      // The early one has its transaction number before the late one, and takes its change number after it.
      const acts = { early: await early.run(beginAct), late: await late.run(beginAct) };
      await late.run((tx) => add(tx, `${name}-late`, acts.late));
      await early.run((tx) => add(tx, `${name}-early`, acts.early));
      const [ending, staying] = name === 'first' ? [early, late] : [late, early];
      await ending.end();
      const between = await pull();
      expect(between.events.map(({ key }) => key)).toEqual(name === 'first' ? [] : ['second-late']);
      await staying.end();
      const after = await pull(between.cursor);
      expect([...between.events, ...after.events].map(({ key }) => key)).toEqual([`${name}-late`, `${name}-early`]);
      await pull(after.cursor);
    }
  });

  it('waits for writers of its own register only', async () => {
    const id = await subscribe();
    const other = opened();
    const act = await other.run(beginAct);
    await other.run((tx) => insertChanges(tx, 'individuals', [{ key: 'other', kind: 'import', revision: 1 }], act));
    const key = await create();
    expect((await pullChanges(tax, { subscriptionId: id })).events.map((event) => event.key)).toEqual([key]);
    await other.end();
  });

  it('does not wait for changes that were given up', async () => {
    const id = await subscribe();
    await expect(transaction(async (tx) => {
      await add(tx, 'given-up', await beginAct(tx));
      throw new Error('no');
    })).rejects.toThrow('no');
    const key = await create();
    expect((await pullChanges(tax, { subscriptionId: id })).events.map((event) => event.key)).toEqual([key]);
  });
});

describe('a follower that asks', () => {
  it('gets everything in order, page by page, and the same again until it acknowledges', async () => {
    const id = await subscribe();
    const keys = [];
    for (let number = 0; number < 5; number += 1) keys.push(await create());
    const first = await pullChanges(tax, { subscriptionId: id, limit: 2 });
    expect(first.events.map(({ key }) => key)).toEqual(keys.slice(0, 2));
    expect(first.lag).toMatchObject({ behind: 3, exact: true });
    expect((await pullChanges(tax, { subscriptionId: id, limit: 2 })).events).toEqual(first.events);
    const second = await pullChanges(tax, { subscriptionId: id, after: first.cursor, limit: 10 });
    expect(second.events.map(({ key }) => key)).toEqual(keys.slice(2));
    // What was never handed out is not acknowledged by naming a number.
    await create();
    expect((await pullChanges(tax, { subscriptionId: id, after: 999_999_999 })).events).toHaveLength(1);
    expect((await readSubscription(tax, { id })).subscription.lag.behind).toBe(1);
    const again = await pullChanges(tax, { subscriptionId: id, after: 0 });
    expect(again.events.map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
  });

  it('waits for a change when asked to', async () => {
    const id = await subscribe();
    const [pulled, key] = await Promise.all([pullChanges(tax, { subscriptionId: id, waitSeconds: 10 }), create()]);
    expect(pulled.events.map((event) => event.key)).toEqual([key]);
  });

  it('hears of what fits its filter, and of what does not fit any more', async () => {
    const id = await subscribe({ filters: { districtCode: '1726269' } });
    const key = await create();
    await create('1726266');
    await changeRecord(keeper, { register: 'parcels', key, revision: 1, changes: { districtCode: '1726266' }, validFrom: '2020-01-01', correction: true, ground });
    await changeRecord(keeper, { register: 'parcels', key, revision: 2, changes: { area: 700 }, validFrom: '2020-01-01', ground });
    const { events, lag } = await pullChanges(tax, { subscriptionId: id });
    expect(events.map(({ key: of, kind }) => [of, kind])).toEqual([[key, 'create'], [key, 'correct']]);
    expect(lag.behind).toBe(0);
    const ends = await subscribe({ kinds: ['end'] });
    await create();
    expect((await pullChanges(tax, { subscriptionId: ends })).events).toEqual([]);
  });

  it('leaves a note for the person concerned', async () => {
    const id = await subscribe({ register: 'individuals', fields: ['pinfl', 'surname', 'phone'], purpose: 'Payment of benefits' }, bank);
    await changeRecord(systemActor('test'), { register: 'individuals', key: rustam, revision: 1, changes: { surname: 'Yangiyev' }, validFrom: '2026-01-01', ground });
    const { events } = await pullChanges(bank, { subscriptionId: id });
    expect(events.map(({ data }) => data)).toEqual([{ pinfl: rustam, surname: 'Yangiyev' }]);
    expect(await db().registerRead.findMany({ where: { recordKey: rustam }, select: { purpose: true, fields: true, clientId: true, agencyId: true } })).toEqual([{ purpose: 'Payment of benefits', fields: ['pinfl', 'surname'], clientId: bank.client?.id, agencyId: 'bandlik' }]);
  });
});

describe('who may', () => {
  it('subscribe: the system itself, or the keeper and administrators for it', async () => {
    const clientId = tax.client?.id ?? '';
    for (const actor of [keeper, administrator]) {
      const { id } = await createSubscription(actor, input({ clientId }));
      made.push(id);
      expect(await keyOf(pullChanges(actor, { subscriptionId: id }))).toBe('notFound');
    }
    expect((await listFollowers(keeper, { register: 'parcels' })).map(({ code }) => code)).toEqual(['UZ/GOV/soliq/tax']);
    for (const actor of [police, auditor, bank, anonymous()]) expect(await keyOf(createSubscription(actor, input({ clientId })))).toBe('forbidden');
    expect(await keyOf(createSubscription(keeper, input({ clientId: bank.client?.id ?? '' })))).toBe('noRight');
    expect(await keyOf(createSubscription(keeper, input()))).toBe('noRight');
    expect(await keyOf(createSubscription(tax, input({ filters: { category: 'settlement' } })))).toMatch(/notIndexed|noRight/);
    expect(await keyOf(createSubscription(tax, input({ fields: ['colour'] })))).toBe('unknownField');
    for (const url of ['http://example.uz/', 'https://10.0.0.1/', 'https://[fd00::1]/', 'nonsense']) expect(await keyOf(createSubscription(tax, input({ delivery: 'webhook', url })))).toBe('badAddress');
    await expect(createSubscription(tax, input({ delivery: 'webhook' }))).rejects.toThrow();
  });

  it('see and stop', async () => {
    const id = await subscribe();
    expect((await listSubscriptions(auditor, { register: 'parcels' })).map((one) => one.id)).toEqual([id]);
    expect(await keyOf(listSubscriptions(police, { register: 'parcels' }))).toBe('forbidden');
    expect((await readSubscription(auditor, { id })).manageable).toBe(false);
    for (const actor of [auditor, police, bank]) expect(await keyOf(pauseSubscription(actor, { id }))).toBe('notFound');
    await pauseSubscription(keeper, { id });
    expect(await keyOf(pullChanges(tax, { subscriptionId: id }))).toBe('paused');
    await create();
    await resumeSubscription(tax, { id });
    expect(await keyOf(resumeSubscription(tax, { id }))).toBe('notPaused');
    expect((await pullChanges(tax, { subscriptionId: id })).events).toHaveLength(1);
    expect(await db().auditEntry.count({ where: { action: { endsWith: '-subscription' }, detail: { path: ['subscription'], equals: id } } })).toBe(3);
  });

  it('keeps secrets out of the database and of every answer', async () => {
    const { id, secret } = await createSubscriptionRest(tax, input({ delivery: 'webhook', url: 'https://tax.example.uz/hook' }));
    made.push(id);
    expect(secret).toMatch(/^whsec_[\w-]{43}$/);
    const row = JSON.stringify(await db().registerSubscription.findUnique({ where: { id }, omit: { acknowledged: true, offered: true } }));
    const told = JSON.stringify([await listSubscriptionsRest(tax, {}), await readSubscription(keeper, { id })]);
    expect(row).not.toContain(secret);
    expect(told).not.toMatch(/whsec|sealed/);
    expect(told).toContain('https://tax.example.uz/hook');
    expect(await keyOf(pullChangesRest(tax, { id, limit: '5' }))).toBe('notPull');
  });
});
