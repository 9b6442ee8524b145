import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, systemActor, type Actor, type Person } from '../platform/auth/actor.ts';
import { createTestDatabase } from '../testing/database.ts';
import { loadPeople, loadRecords, openRegisters } from '../testing/registers.ts';
import { entityRow } from './seed-population.ts';
import { findIndividual, findLegalEntity, listOwnChildren, listOwnEntities } from './service.ts';
import { listReadingsOfOwn } from './service-own.ts';

createTestDatabase();

const mother = '41403900010017';
const father = '30211870010021';
const child = '51708180010028';
const stir = '301000017';
const purpose = 'Test';
const person = (last: number, pinfl: string | null, roles: Actor['roles'] = []): Person => ({ ...anonymous(), kind: 'person', userId: `01890000-0000-7000-8000-00000000000${last}`, name: `Person ${last}`, pinfl, roles });
const parent = person(1, mother);
const other = person(2, father);
const officer = person(3, null, [{ role: 'agency_officer', agencyId: 'iiv' }]);
const foreigner = person(4, null);

beforeAll(async () => {
  await openRegisters();
  await loadPeople([
    { pinfl: mother, surname: 'Namunayeva', givenName: 'Dilnoza', sex: 'female', birthDate: '1990-03-14', passport: 'AA9000001' },
    { pinfl: father, surname: 'Namunayev', givenName: 'Rustam', sex: 'male', birthDate: '1987-11-02', passport: 'AA9000002' },
    { pinfl: child, surname: 'Namunayev', givenName: 'Amir', sex: 'male', birthDate: '2018-08-17', passport: 'AA9000003', motherPinfl: mother },
  ]);
  await loadRecords([entityRow({ stir, name: 'NAMUNA SAVDO', legalForm: 'mchj', registeredOn: '2015-02-03', directorPinfl: father, activityCode: '47110', districtCode: '1726269', address: 'Namuna koʻchasi, 5-uy', charterCapital: 0, state: 'active', founders: [] })]);
});

describe('one’s own records', () => {
  it('are the children and entities of the signed-in person, and nobody else’s', async () => {
    expect((await listOwnChildren(parent, { purpose })).map(({ pinfl }) => pinfl)).toEqual([child]);
    expect(await listOwnChildren(other, { purpose })).toEqual([]);
    expect((await listOwnEntities(other)).map((entity) => entity.stir)).toEqual([stir]);
    expect(await listOwnEntities(parent)).toEqual([]);
    expect([await listOwnChildren(foreigner, { purpose }), await listOwnEntities(foreigner), (await listReadingsOfOwn(foreigner)).readings]).toEqual([[], [], []]);
  });

  it('tell who else has read them, page by page, newest first', async () => {
    await findIndividual(parent, { pinfl: mother, purpose });
    for (let number = 1; number <= 25; number += 1) await findIndividual(officer, { pinfl: mother, purpose: `Case ${number}`, ground: `case-${number}`, agencyId: 'iiv' });
    await findIndividual(systemActor('sign-in'), { pinfl: mother, purpose: 'Signing in' });
    const first = await listReadingsOfOwn(parent);
    expect(first.readings.map((reading) => reading.purpose).slice(0, 3)).toEqual(['Signing in', 'Case 25', 'Case 24']);
    expect(first.readings).toHaveLength(20);
    const second = await listReadingsOfOwn(parent, { before: first.next });
    expect(second.readings.map((reading) => reading.purpose)).toEqual(['Case 6', 'Case 5', 'Case 4', 'Case 3', 'Case 2', 'Case 1']);
    expect(second.next).toBeNull();
    expect(second.readings[0]).toMatchObject({ readerName: 'Person 3', agencyId: 'iiv' });
    expect((await listReadingsOfOwn(other)).readings).toEqual([]);
  });
});

describe('a legal entity', () => {
  it('is read by its director and on the ground of a case; others learn nothing', async () => {
    expect(await findLegalEntity(other, { stir, purpose })).toMatchObject({ name: 'NAMUNA SAVDO', state: 'active' });
    expect(await findLegalEntity(officer, { stir, purpose, ground: 'case', agencyId: 'iiv' })).not.toBeNull();
    expect(await findLegalEntity(officer, { stir: '301000025', purpose, ground: 'case', agencyId: 'iiv' })).toBeNull();
    for (const reading of [{ purpose }, { purpose, ground: 'case', agencyId: 'soliq' }]) await expect(findLegalEntity(officer, { stir, ...reading })).rejects.toMatchObject({ category: 'forbidden' });
    await expect(findLegalEntity(parent, { stir, purpose })).rejects.toMatchObject({ category: 'forbidden' });
    await expect(findLegalEntity(other, { stir: '12', purpose })).rejects.toMatchObject({ category: 'invalid' });
  });
});
