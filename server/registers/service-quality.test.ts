import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Person } from '../platform/auth/actor.ts';
import { Failure } from '../platform/errors/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { loadPeople, loadRecords, openRegisters } from '../testing/registers.ts';
import { keepApart, listDuplicates, mergeRecords, unmergeRecord } from './service-merging.ts';
import { listIssues, listQuality, measure, startMeasuring } from './service-quality.ts';
import { listRecords, readHistory, readRecord } from './service-reading.ts';
import { changeRecord } from './service-writing.ts';

createTestDatabase();
const person = (roles: Person['roles']): Person => ({ ...anonymous(), kind: 'person', userId: '01890000-0000-7000-8000-000000000001', name: 'Keeper', roles });
const police = person([{ role: 'register_keeper', agencyId: 'iiv' }]);
const auditor = person([{ role: 'auditor', agencyId: null }]);
const purpose = 'Test of quality';
const ground = { kind: 'decision', text: 'Decision 3' } as const;
const [first, second, third] = ['30211870010021', '30211870020022', '30211870030023'].map(withCheck) as [string, string, string];

function withCheck(pinfl: string): string {
  const digits = pinfl.slice(0, 13);
  return digits + String([...digits].reduce((sum, digit, at) => sum + Number(digit) * ([7, 3, 1][at % 3] ?? 0), 0) % 10);
}

beforeAll(async () => {
  await openRegisters();
  await loadPeople([
    { pinfl: first, surname: 'Namunayev', givenName: 'Oʻtkir', sex: 'male', birthDate: '1987-11-02', passport: 'AA9000001' },
    { pinfl: second, surname: 'Намунаев', givenName: 'Ўткир', sex: 'male', birthDate: '1987-11-02', passport: 'AA9000002', phone: '+998901112233', passportExpiresOn: '2022-01-01', addressCode: '1726269999999' } as never,
    { pinfl: third, surname: 'Boshqa', givenName: 'Odam', sex: 'male', birthDate: '1987-11-02', passport: 'wrong' },
  ]);
  await loadRecords([{ register: 'vehicles', key: 'XWB4A11LA00000001', from: '2020-01-01', data: { vin: 'XWB4A11LA00000001', owner: second } }]);
});

async function measured() {
  await startMeasuring(police, { register: 'individuals' });
  const [run] = (await listQuality(police, { register: 'individuals' })).runs;
  await measure(run?.id ?? '');
  return (await listQuality(police, { register: 'individuals' })).runs[0];
}
const revision = async (key: string) => (await readRecord(police, { register: 'individuals', key, purpose }))?.revision ?? 0;
const merge = async (from: string, into: string, take: string[] = []) => mergeRecords(police, { register: 'individuals', from, fromRevision: await revision(from), into, intoRevision: await revision(into), take, ground });

describe('quality', () => {
  it('is counted, with the list behind each number', async () => {
    const run = await measured();
    expect(run).toMatchObject({ state: 'done', records: 3, figures: { 'missing:phone': 2, 'invalid:passport': 1, 'broken:addressCode': 1, expired: 1, duplicates: 1 } });
    expect((await listIssues(police, { register: 'individuals', figure: 'invalid:passport' })).issues).toMatchObject([{ recordKey: third, reason: 'passport' }]);
    expect((await listIssues(auditor, { register: 'individuals', figure: 'broken:addressCode' })).issues).toMatchObject([{ recordKey: '' }]);
    await expect(startMeasuring(auditor, { register: 'individuals' })).rejects.toBeInstanceOf(Failure);
    // The same run again, as after a crash: nothing is counted twice.
    await measure(run?.id ?? '');
    expect((await listQuality(police, { register: 'individuals' })).runs[0]?.figures).toEqual(run?.figures);
  });
});

describe('two records of one subject', () => {
  it('are found in any script, become one with the history of both, and two again', async () => {
    const { duplicates } = await listDuplicates(police, { register: 'individuals' });
    expect(duplicates.map(({ keyA, keyB }) => [keyA, keyB])).toEqual([[first, second].toSorted()]);
    expect(await merge(second, first, ['phone'])).toEqual({ outcome: 'merged' });
    const one = await readRecord(police, { register: 'individuals', key: second, purpose });
    expect([one?.key, one?.data['surname'], one?.data['phone']]).toEqual([first, 'Namunayev', '+998901112233']);
    expect((await listRecords(police, { register: 'individuals', q: 'намунаев', purpose })).records.map(({ key }) => key)).toEqual([first]);
    expect((await readHistory(police, { register: 'individuals', key: second, purpose })).entries.map(({ act }) => act.kind)).toEqual(['merge', 'import']);
    expect((await listDuplicates(police, { register: 'individuals' })).duplicates).toEqual([]);
    expect((await measured())?.figures['duplicates']).toBe(0);

    expect(await unmergeRecord(police, { register: 'individuals', key: second, ground: { kind: 'decision', text: 'Two men after all' } })).toEqual({ restored: true });
    const [again, other] = [await readRecord(police, { register: 'individuals', key: first, purpose }), await readRecord(police, { register: 'individuals', key: second, purpose })];
    expect([again?.data['phone'], other?.data['phone'], other?.key]).toEqual([undefined, '+998901112233', second]);
    expect((await readHistory(police, { register: 'individuals', key: second, purpose })).entries.map(({ act }) => act.kind)).toEqual(['unmerge', 'merge', 'import']);
    expect((await measured())?.figures['duplicates']).toBe(0);
  });

  it('keep a change made since when the merge is taken back', async () => {
    await merge(second, first);
    await changeRecord(police, { register: 'individuals', key: first, revision: await revision(first), changes: { birthPlace: 'Samarqand' }, validFrom: '1987-11-02', correction: true, ground });
    await unmergeRecord(police, { register: 'individuals', key: second, ground });
    expect((await readRecord(police, { register: 'individuals', key: first, purpose }))?.data['birthPlace']).toBe('Samarqand');
  });

  it('are merged once, however many try, and only by the owner', async () => {
    const revisions = { fromRevision: await revision(second), intoRevision: await revision(first) };
    const attempt = (from: string, into: string) => mergeRecords(police, { register: 'individuals', from, into, take: [], ground, ...(from === second ? revisions : { fromRevision: revisions.intoRevision, intoRevision: revisions.fromRevision }) }).then((done) => done.outcome, (error: unknown) => (error instanceof Failure ? error.key : String(error)));
    const outcomes = await Promise.all([attempt(second, first), attempt(first, second), attempt(second, first), attempt(first, second)]);
    expect(outcomes.filter((outcome) => outcome === 'merged')).toHaveLength(1);
    for (const outcome of outcomes) expect(['merged', 'registers.errors.notFound', 'registers.errors.changed']).toContain(outcome);
    await expect(mergeRecords(auditor, { register: 'individuals', from: third, into: first, take: [], ground, fromRevision: 1, intoRevision: 1 })).rejects.toMatchObject({ category: 'forbidden' });
  });

  it('that are two subjects are not brought up again', async () => {
    await loadPeople([{ pinfl: withCheck('3021187004002'), surname: 'Boshqa', givenName: 'Odam', sex: 'male', birthDate: '1987-11-02', passport: 'AA9000009' }]);
    await measured();
    const { duplicates: [pair] } = await listDuplicates(police, { register: 'individuals' });
    await keepApart(police, { id: pair?.id ?? '' });
    await measured();
    expect((await listDuplicates(police, { register: 'individuals' })).duplicates).toEqual([]);
  });
});
