import { beforeAll, expect, it } from 'vitest';
import { anonymous, type Person } from '../platform/auth/actor.ts';
import { db } from '../platform/db/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { loadPeople, openRegisters } from '../testing/registers.ts';
import { decideErasure, listErasures, proposeErasure } from './service-erasures.ts';
import { listRecords, readHistory, readRecord } from './service-reading.ts';
import { changeRecord } from './service-writing.ts';

createTestDatabase();
const pinfl = '30211870010021';
const person = (last: number, roles: Person['roles']): Person => ({ ...anonymous(), kind: 'person', userId: `01890000-0000-7000-8000-00000000000${last}`, name: `Person ${last}`, roles });
const keeper = person(1, [{ role: 'register_keeper', agencyId: 'iiv' }]);
const second = person(2, [{ role: 'register_keeper', agencyId: 'iiv' }]);
const stranger = person(3, [{ role: 'register_keeper', agencyId: 'kadastr' }]);
const ground = { kind: 'decision', text: 'Court decision 7: law on personal data, article 17' } as const;
const purpose = 'Test of erasure';

beforeAll(async () => {
  await openRegisters();
  await loadPeople([{ pinfl, surname: 'Namunayev', givenName: 'Rustam', sex: 'male', birthDate: '1987-11-02', passport: 'AA9000002' }]);
  await readRecord(keeper, { register: 'individuals', key: pinfl, purpose });
  await changeRecord(keeper, { register: 'individuals', key: pinfl, revision: 1, changes: { surname: 'Boshqayev' }, validFrom: '2020-01-01', ground });
});

it('takes two people, leaves the trail and nothing of the person', async () => {
  const { id } = await proposeErasure(keeper, { register: 'individuals', key: pinfl, ground });
  await expect(proposeErasure(second, { register: 'individuals', key: pinfl, ground })).rejects.toMatchObject({ key: 'registers.errors.erasureProposed' });
  await expect(proposeErasure(stranger, { register: 'individuals', key: pinfl, ground })).rejects.toMatchObject({ category: 'forbidden' });
  await expect(decideErasure(keeper, { id, outcome: 'erased' })).rejects.toMatchObject({ key: 'registers.errors.erasureOwn' });
  await expect(decideErasure(stranger, { id, outcome: 'erased' })).rejects.toMatchObject({ category: 'forbidden' });
  await decideErasure(second, { id, outcome: 'erased' });
  await expect(decideErasure(second, { id, outcome: 'erased' })).rejects.toMatchObject({ key: 'registers.errors.erasureDecided' });

  expect(await readRecord(keeper, { register: 'individuals', key: pinfl, purpose })).toBeNull();
  expect((await listRecords(keeper, { register: 'individuals', q: 'namunayev', purpose })).records).toEqual([]);
  const [erasure] = await listErasures(keeper, { register: 'individuals' });
  expect(erasure).toMatchObject({ state: 'erased', recordKey: expect.stringMatching(/^erased-/) as string });
  const { entries } = await readHistory(keeper, { register: 'individuals', key: erasure?.recordKey ?? '', purpose });
  expect(entries.map(({ act }) => act.kind)).toEqual(['erase', 'change', 'import']);
  for (const table of ['register.version', 'register.change', 'register.alias', '"RegisterRead"', '"RegisterErasure"', '"AuditEntry"']) {
    const rows = await db().$queryRawUnsafe<{ text: string }[]>(`select t::text as text from ${table} t`);
    for (const { text } of rows) for (const trace of [pinfl, 'Namunayev', 'Boshqayev', 'AA9000002', '1987-11-02']) expect(text, `${trace} in ${table}`).not.toContain(trace);
  }
});
