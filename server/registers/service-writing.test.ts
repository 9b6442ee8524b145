import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, clientActor, systemActor, type Actor, type Person } from '../platform/auth/actor.ts';
import { freezeClock } from '../platform/clock/index.ts';
import { db } from '../platform/db/index.ts';
import { Failure } from '../platform/errors/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { loadPeople, openRegisters } from '../testing/registers.ts';
import { listRecords, readHistory, readRecord } from './service-reading.ts';
import { changeRecord, createRecord, endRecord, type Written } from './service-writing.ts';

const { url } = createTestDatabase();
const rustam = '30211870010021';
const dilnoza = '41403900010017';
const person = (last: number, roles: Actor['roles']): Person => ({ ...anonymous(), kind: 'person', userId: `01890000-0000-7000-8000-00000000000${last}`, name: `Keeper ${last}`, roles });
const keeper = person(1, [{ role: 'register_keeper', agencyId: 'kadastr' }]);
const police = person(2, [{ role: 'register_keeper', agencyId: 'iiv' }]);
const administrator = person(3, [{ role: 'platform_administrator', agencyId: null }]);
const ground = { kind: 'document', text: 'Contract 17 of 1 March 2026' } as const;
const purpose = 'Test of the engine';
let thaw: () => void = () => undefined;

beforeAll(async () => {
  await openRegisters();
  await loadPeople([
    { pinfl: rustam, surname: 'Namunayev', givenName: 'Oʻtkir', sex: 'male', birthDate: '1987-11-02', passport: 'AA9000002' },
    { pinfl: dilnoza, surname: 'Namunayeva', givenName: 'Dilnoza', sex: 'female', birthDate: '1990-03-14', passport: 'AA9000001' },
  ]);
});
afterEach(() => thaw());

const at = (instant: string) => {
  thaw();
  thaw = freezeClock(instant);
};
const parcel = (number: string, more: object = {}) => ({ register: 'parcels', data: { number, districtCode: '1726269', area: 600, category: 'settlement', ...more }, validFrom: '2020-01-01', ground });
const written = (outcome: Written) => {
  if (outcome.outcome !== 'written') throw new Error(JSON.stringify(outcome.problems));
  return outcome;
};
async function keyOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Failure) return error.key.replace('registers.errors.', '');
    throw error;
  }
}
const area = async (key: string, asOf: { valid?: string; known?: string } = {}) => (await readRecord(keeper, { register: 'parcels', key, asOf, purpose }))?.data['area'] ?? null;

describe('a record in two times', () => {
  it('is as it was on a day, as known on another', async () => {
    at('2026-03-01T06:00:00Z');
    const { key, revision } = written(await createRecord(keeper, parcel('10:01:01:01:01:0001')));
    at('2026-04-01T06:00:00Z');
    const changed = written(await changeRecord(keeper, { register: 'parcels', key, revision, changes: { area: '700,5' }, validFrom: '2025-06-01', ground }));
    at('2026-05-01T06:00:00Z');
    written(await changeRecord(keeper, { register: 'parcels', key, revision: changed.revision, changes: { area: 650 }, validFrom: '2020-01-01', validTo: '2025-06-01', correction: true, ground: { kind: 'decision', text: 'Court decision 4' } }));
    expect([await area(key), await area(key, { valid: '2024-01-01' }), await area(key, { valid: '2019-12-31' })]).toEqual([700.5, 650, null]);
    const known = { march: '2026-03-15T00:00:00Z', april: '2026-04-15T00:00:00Z', before: '2026-02-01T00:00:00Z' };
    expect([await area(key, { known: known.march }), await area(key, { known: known.april }), await area(key, { known: known.before })]).toEqual([600, 700.5, null]);
    expect([await area(key, { valid: '2024-01-01', known: known.april }), await area(key, { valid: '2024-01-01' })]).toEqual([600, 650]);
    const { records } = await listRecords(keeper, { register: 'parcels', asOf: { valid: '2024-01-01', known: known.march }, purpose });
    expect(records.map((record) => record.data['area'])).toEqual([600]);

    const { entries } = await readHistory(keeper, { register: 'parcels', key, purpose });
    expect(entries.map(({ act, periods }) => [act.kind, act.ground.text, periods.map(({ valid, changes }) => [valid.from, valid.to, changes.map(({ field, before, after }) => `${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`).slice(0, 1)])])).toEqual([
      ['correct', 'Court decision 4', [['2020-01-01', '2025-06-01', ['area: 600 → 650']]]],
      ['change', ground.text, [['2025-06-01', null, ['area: 600 → 700.5']]]],
      ['create', ground.text, [['2020-01-01', null, ['number: null → "10:01:01:01:01:0001"']]]],
    ]);
  });

  it('ends without being deleted', async () => {
    const { key, revision } = written(await createRecord(keeper, parcel('10:01:01:01:01:0002')));
    written(await endRecord(keeper, { register: 'parcels', key, revision, validFrom: '2026-01-01', ground }));
    expect([await area(key, { valid: '2025-12-31' }), await area(key)]).toEqual([600, null]);
    expect(await keyOf(createRecord(keeper, parcel(key)))).toBe('exists');
  });
});

describe('writing', () => {
  it('lets one of many who write at once through, and tells the others', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => keyOf(createRecord(keeper, parcel('10:01:01:01:01:0003')))));
    expect(outcomes.toSorted()).toEqual(['done', ...Array.from({ length: 11 }, () => 'exists')]);
    const changes = await Promise.all(Array.from({ length: 12 }, (_, number) => keyOf(changeRecord(keeper, { register: 'parcels', key: '10:01:01:01:01:0003', revision: 1, changes: { area: 100 + number }, validFrom: '2021-01-01', ground }))));
    expect(changes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(changes.filter((outcome) => outcome === 'changed')).toHaveLength(11);
  });

  it('cannot overlap even past the engine: the database refuses it', async () => {
    const insert = `insert into register.version_parcels (register, key, valid_from, valid_to, recorded_from, revision, definition, act, data) values ('parcels', 'X', $1, $2, now(), 1, 1, 1, '{}')`;
    const clients = await Promise.all(Array.from({ length: 6 }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }));
    const outcomes = await Promise.allSettled(clients.map((client, number) => client.query(insert, [`2024-0${number + 1}-01`, 'infinity'])));
    await Promise.all(clients.map((client) => client.end()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(String(outcome.reason)).toMatch(/exclusion constraint|deadlock/);
    for (const sql of [`update register.version_parcels set data = '{"a":1}'`, `delete from register.version_parcels`, `delete from register.act`]) await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(/never|only ever/);
  });

  it('names every field that is wrong, and why', async () => {
    const outcome = await createRecord(keeper, { ...parcel('10:01:01:01:01:9'), data: { number: '10:01', districtCode: '9999999', area: 0, category: 'moon', addressCode: '1726269000001', colour: 'red' } });
    expect(outcome.outcome === 'refused' && outcome.problems.map(({ field, reason, value }) => [field, reason, value])).toEqual([
      ['colour', 'unknownField', 'red'], ['number', 'cadastralNumber', '10:01'], ['districtCode', 'unknownCode', '9999999'], ['area', 'tooSmall', '0'], ['category', 'unknownCode', 'moon'],
    ]);
    const lost = await createRecord(keeper, parcel('10:01:01:01:01:0004', { addressCode: '1726269000001' }));
    expect(lost).toMatchObject({ outcome: 'refused', problems: [{ field: 'addressCode', reason: 'unknownReference' }] });
  });

  it('keeps shares whole', async () => {
    const rights = (shares: string[]) => createRecord(keeper, { register: 'real-estate-rights', data: { object: '10:01:01:01:01:0001:0001', holders: shares.map((share, index) => ({ person: [rustam, dilnoza][index % 2], right: 'ownership', share, basis: 'Contract', registeredOn: '2020-01-01' })) }, validFrom: '2020-01-01', ground });
    expect(await rights(['1/2', '1/3'])).toMatchObject({ problems: [{ field: 'holders', reason: 'sharesSum', params: { sum: '5/6' } }] });
    expect(await rights(['2/3', '2/4'])).toMatchObject({ problems: [{ field: 'holders', reason: 'sharesSum', params: { sum: '7/6' } }] });
    expect(await rights(['2/6', '66.6666666667%'])).toMatchObject({ outcome: 'refused' });
    expect(await rights(['1/3', '2/3'])).toMatchObject({ outcome: 'written' });
  });

  it('lets no two records have the same passport at once', async () => {
    const { records: [record] } = await listRecords(police, { register: 'individuals', q: 'namunayeva', purpose });
    const change = (passport: string) => changeRecord(police, { register: 'individuals', key: dilnoza, revision: record?.revision ?? 0, changes: { passport }, validFrom: '2026-01-01', ground });
    expect(await change('AA9000002')).toMatchObject({ outcome: 'refused', problems: [{ field: 'passport', reason: 'taken' }] });
    expect(await change('AA 9000003')).toMatchObject({ outcome: 'written' });
  });

  it('is for the owner, and for those who hold a right while it is in force', async () => {
    const client = clientActor({ id: '01890000-0000-7000-8000-0000000000aa', code: 'UZ/GOV/soliq/land', name: 'Land tax', agencyId: 'soliq' }, null);
    await db().apiClient.create({ data: { id: client.client?.id ?? '', code: 'UZ/GOV/soliq/land', name: 'Land tax', agencyId: 'soliq', secretHash: 'x', createdAt: new Date() } });
    const key = '10:01:01:01:01:0001';
    for (const actor of [police, administrator, client, anonymous()]) expect(await keyOf(createRecord(actor, parcel('10:01:01:01:01:0005')))).toBe('forbidden');
    expect(await keyOf(readRecord(client, { register: 'parcels', key, purpose }))).toBe('forbidden');
    await db().registerRight.create({ data: { registerId: 'parcels', clientId: client.client?.id ?? '', actions: ['read', 'write'], fields: ['number', 'area'], legalGround: 'Tax Code, article 428', validFrom: new Date('2026-01-01'), validTo: new Date('2026-06-30'), grantedByName: 'A', grantedAt: new Date() } });
    at('2026-06-30T06:00:00Z');
    const seen = await readRecord(client, { register: 'parcels', key, purpose });
    expect(seen?.data).toEqual({ number: key, area: 700.5 });
    expect(seen?.masked).toEqual({ districtCode: '••••', category: '••••' });
    expect(await keyOf(changeRecord(client, { register: 'parcels', key, revision: seen?.revision ?? 0, changes: { category: 'industry' }, validFrom: '2026-06-01', ground }))).toBe('forbidden');
    expect(await keyOf(changeRecord(client, { register: 'parcels', key, revision: seen?.revision ?? 0, changes: { area: 701 }, validFrom: '2026-06-01', ground }))).toBe('done');
    at('2026-07-01T06:00:00Z');
    expect(await keyOf(readRecord(client, { register: 'parcels', key, purpose }))).toBe('forbidden');
  });

  it('is audited without naming the person', async () => {
    const entry = await db().auditEntry.findFirst({ where: { action: 'registers.change', subjectId: 'individuals' }, orderBy: { id: 'desc' } });
    expect(entry).toMatchObject({ actorName: police.name, actorRole: 'register_keeper', agencyId: 'iiv', reason: ground.text, detail: { records: 1 } });
    expect(JSON.stringify(entry, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(dilnoza);
  });
});

describe('searching', () => {
  it('finds a name in any script and spelling', async () => {
    for (const q of ["O'tkir", 'Oʻtkir', 'Ўткир', 'Уткир', 'otkir namunayev', 'намунаев', rustam]) {
      const { records } = await listRecords(police, { register: 'individuals', q, purpose });
      expect(records.map(({ key }) => key), q).toContain(rustam);
    }
    expect((await listRecords(police, { register: 'individuals', q: 'Karimov', purpose })).records).toEqual([]);
  });

  it('notes for the person concerned who has seen them, and lets nobody guess at hidden fields', async () => {
    const before = await db().registerRead.count({ where: { recordKey: rustam } });
    await listRecords(police, { register: 'individuals', filters: { birthDate: '1987-11-02' }, purpose });
    expect(await db().registerRead.count({ where: { recordKey: rustam } })).toBe(before + 1);
    expect(await keyOf(listRecords(administrator, { register: 'individuals', filters: { birthDate: '1987-11-02' }, purpose }))).toBe('notIndexed');
    expect(await keyOf(listRecords(police, { register: 'individuals', filters: { phone: '+998' }, purpose }))).toBe('notIndexed');
    const { records } = await listRecords(administrator, { register: 'individuals', purpose });
    expect(records.map(({ data, masked }) => [data, masked['surname'], masked['birthDate'], masked['pinfl']])[0]).toEqual([{}, 'N.', '1987', '••••0021']);
    expect(await db().registerRead.count({ where: { recordKey: rustam } })).toBe(before + 1);
  });

  it('pages without losing or repeating, in the order of a field too', async () => {
    for (let number = 10; number < 35; number += 1) written(await createRecord(systemActor('test'), parcel(`10:02:01:01:01:00${number}`, { category: number % 2 === 0 ? 'settlement' : 'reserve' })));
    for (const order of [null, { field: 'category', descending: false }, { field: 'category', descending: true }]) {
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const page: Awaited<ReturnType<typeof listRecords>> = await listRecords(keeper, { register: 'parcels', order, after, limit: 7, purpose });
        seen.push(...page.records.map(({ key }) => key));
        if (page.next === null) break;
        after = page.next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((key) => key.startsWith('10:02'))).toHaveLength(25);
    }
  });
});

describe('an act of civil status', () => {
  const registrar = person(4, [{ role: 'register_keeper', agencyId: 'adliya' }]);
  const act = (number: string, kind: string, more: object) => createRecord(registrar, { register: 'civil-acts', data: { number, kind, office: '1726269', person: dilnoza, registeredOn: '2026-05-02', ...more }, validFrom: '2026-05-02', ground: { kind: 'application', text: 'Application 9' } });
  const today = async (key: string, valid = '2026-06-01') => (await readRecord(police, { register: 'individuals', key, asOf: { valid }, purpose }))?.data ?? {};

  it('changes the individuals that it names from the day of the event, or is not entered', async () => {
    written(await act('1726-2026-000001', 'marriage', { happenedOn: '2026-05-01', spouse: rustam }));
    expect([(await today(dilnoza))['spousePinfl'], (await today(rustam))['spousePinfl'], (await today(rustam, '2026-04-30'))['spousePinfl']]).toEqual([rustam, dilnoza, undefined]);
    written(await act('1726-2026-000002', 'name-change', { happenedOn: '2026-05-01', surname: 'Boshqayeva', givenName: 'Dilnoza' }));
    expect([(await today(dilnoza))['surname'], (await today(dilnoza, '2026-04-30'))['surname']]).toEqual(['Boshqayeva', 'Namunayeva']);
    const { entries } = await readHistory(police, { register: 'individuals', key: dilnoza, purpose });
    expect(entries[0]?.act.ground).toEqual({ kind: 'event', text: 'Fuqarolik holati dalolatnomalari: 1726-2026-000002' });
    expect(await act('1726-2026-000003', 'death', { happenedOn: '1980-01-01' })).toMatchObject({ outcome: 'refused', problems: [{ field: 'diedOn', reason: 'order' }] });
    expect(await readRecord(registrar, { register: 'civil-acts', key: '1726-2026-000003', purpose })).toBeNull();
    written(await act('1726-2026-000004', 'divorce', { happenedOn: '2026-05-02', spouse: rustam }));
    expect([(await today(dilnoza))['spousePinfl'], (await today(rustam))['spousePinfl']]).toEqual([undefined, undefined]);
  });
});
