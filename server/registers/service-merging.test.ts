import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Person } from '../platform/auth/actor.ts';
import { Failure } from '../platform/errors/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { loadPeople, loadRecords, openRegisters } from '../testing/registers.ts';
import { composePinfl } from './generator.ts';
import { keepApart, listDuplicates, mergeRecords, unmergeRecord } from './service-merging.ts';
import { listQuality, measure, startMeasuring } from './service-quality.ts';
import { listReferring, readRecord } from './service-reading.ts';
import { changeRecord, createRecord } from './service-writing.ts';

createTestDatabase();
const person = (roles: Person['roles']): Person => ({ ...anonymous(), kind: 'person', userId: '01890000-0000-7000-8000-000000000001', name: 'Keeper', roles });
const keeper = person([{ role: 'register_keeper', agencyId: 'iiv' }]);
const purpose = 'Test of merging';
const ground = { kind: 'decision', text: 'Decision 3' } as const;
const pinfls = Array.from({ length: 12 }, (_, index) => composePinfl('1987-11-02', 'male', 10_000 + index));
const passportOf = (index: number) => `AA${String(9_000_001 + index)}`;
const register = 'individuals';
const key = (index: number) => pinfls[index] ?? '';

beforeAll(async () => {
  await openRegisters();
  // Three times the same person, and others who are alike in nothing.
  await loadPeople(pinfls.map((pinfl, index) => ({ pinfl, surname: index < 3 ? 'Namunayev' : `Namunayev${'abcdefghijkl'.charAt(index)}`, givenName: 'Oʻtkir', sex: 'male', birthDate: '1987-11-02', passport: passportOf(index) })));
  await loadRecords([{ register: 'vehicles', key: 'XWB4A11LA00000001', from: '2020-01-01', data: { vin: 'XWB4A11LA00000001', plate: '01A123BC', owner: key(3) } }]);
});

const read = (index: number) => readRecord(keeper, { register, key: key(index), purpose });
const revision = async (index: number) => (await read(index))?.revision ?? 0;
const merge = async (from: number, into: number, take: string[] = []) => mergeRecords(keeper, { register, from: key(from), fromRevision: await revision(from), into: key(into), intoRevision: await revision(into), take, ground });
const unmerge = (index: number) => unmergeRecord(keeper, { register, key: key(index), ground });

async function figures() {
  await startMeasuring(keeper, { register: 'vehicles' });
  const [run] = (await listQuality(keeper, { register: 'vehicles' })).runs;
  await measure(run?.id ?? '');
  return (await listQuality(keeper, { register: 'vehicles' })).runs[0]?.figures ?? {};
}

describe('references to a merged record', () => {
  it('are sound: they are measured so, can be written again, and are seen from the record that stays', async () => {
    expect(await figures()).not.toHaveProperty('broken:owner');
    await merge(3, 4);
    expect(await figures()).not.toHaveProperty('broken:owner');
    const vehicle = await readRecord(keeper, { register: 'vehicles', key: 'XWB4A11LA00000001', purpose });
    expect(await changeRecord(keeper, { register: 'vehicles', key: 'XWB4A11LA00000001', revision: vehicle?.revision ?? 0, changes: { owner: key(3) }, validFrom: '2021-01-01', ground })).toMatchObject({ outcome: 'written' });
    expect((await listReferring(keeper, { register, key: key(4) })).map(({ definition, keys }) => [definition.id, keys])).toContainEqual(['vehicles', ['XWB4A11LA00000001']]);
    await unmerge(3);
  });
});

describe('taking a merge back', () => {
  it('gives a unique value back to the record that it came from', async () => {
    await merge(5, 6, ['passport']);
    expect((await read(6))?.data['passport']).toBe(passportOf(5));
    expect(await unmerge(5)).toEqual({ restored: true });
    expect([(await read(5))?.data['passport'], (await read(6))?.data['passport']]).toEqual([passportOf(5), passportOf(6)]);
  });

  it('says so when the unique value is another record’s by now', async () => {
    await merge(5, 6, ['passport']);
    await changeRecord(keeper, { register, key: key(6), revision: await revision(6), changes: { birthPlace: 'Samarqand' }, validFrom: '1987-11-02', correction: true, ground });
    await expect(unmerge(5)).rejects.toMatchObject({ key: 'registers.errors.unmergeTaken' });
    await changeRecord(keeper, { register, key: key(6), revision: await revision(6), changes: { passport: passportOf(6) }, validFrom: '1987-11-02', correction: true, ground });
    expect(await unmerge(5)).toEqual({ restored: false });
    expect([(await read(5))?.data['passport'], (await read(6))?.data['birthPlace']]).toEqual([passportOf(5), 'Samarqand']);
  });

  it('leads what was merged into the record before back to it', async () => {
    await merge(7, 8);
    await merge(8, 9);
    expect((await read(7))?.key).toBe(key(9));
    await unmerge(8);
    expect([(await read(7))?.key, (await read(8))?.key, (await read(9))?.key]).toEqual([key(8), key(8), key(9)]);
    await unmerge(7);
    expect((await read(7))?.key).toBe(key(7));
  });

  it('happens once, however many try', async () => {
    await merge(7, 8);
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => unmerge(7).then(() => 'done', (error: unknown) => (error instanceof Failure ? error.key : String(error)))));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    for (const outcome of outcomes) expect(['done', 'registers.errors.notMerged', 'registers.errors.exists', 'registers.errors.changed']).toContain(outcome);
  });
});

describe('pairs', () => {
  it('follow a merge: what was alike the record that goes is alike the one that stays, and nothing decided is decided again', async () => {
    await startMeasuring(keeper, { register });
    const [run] = (await listQuality(keeper, { register })).runs;
    await measure(run?.id ?? '');
    const pairs = async () => (await listDuplicates(keeper, { register })).duplicates.map(({ keyA, keyB }) => [pinfls.indexOf(keyA), pinfls.indexOf(keyB)].toSorted((a, b) => a - b)).toSorted((a, b) => (a[0] ?? 0) * 100 + (a[1] ?? 0) - (b[0] ?? 0) * 100 - (b[1] ?? 0));
    expect(await pairs()).toEqual([[0, 1], [0, 2], [1, 2]]);
    const pair = (await listDuplicates(keeper, { register })).duplicates.find((one) => [one.keyA, one.keyB].includes(key(0)) && [one.keyA, one.keyB].includes(key(1)));
    await merge(1, 0);
    expect(await pairs()).toEqual([[0, 2]]);
    await expect(keepApart(keeper, { id: pair?.id ?? '' })).rejects.toMatchObject({ key: 'registers.errors.changed' });
  });
});

it('does not starve when more people write at once than there are connections', async () => {
  const born = '1990-05-05';
  const data = (index: number) => ({ pinfl: composePinfl(born, 'female', 40_000 + index), surname: 'Koʻpchilik', givenName: 'Ayol', sex: 'female', birthDate: born, birthPlace: 'Toshkent', passport: `AB${String(1_000_000 + index)}`, passportIssuedOn: '2021-04-12', passportExpiresOn: '2031-04-11', citizenship: 'UZ', districtCode: '1726269', address: 'Namuna koʻchasi, 2-uy' });
  const outcomes = await Promise.all(Array.from({ length: 30 }, (_, index) => createRecord(keeper, { register, data: data(index), validFrom: born, ground }).then(({ outcome, ...rest }) => (outcome === 'written' ? outcome : JSON.stringify(rest)), String)));
  expect(new Set(outcomes)).toEqual(new Set(['written']));
});
