import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Person } from '../platform/auth/actor.ts';
import { db } from '../platform/db/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { openRegisters } from '../testing/registers.ts';
import { compareDefinitions, migrateData } from './engine-evolution.ts';
import { definitionSchema, type DefinitionInput } from './schema-definition.ts';
import { findDefinition } from './service-access.ts';
import { createRegister, discardMigration, evolveRegister, findMigration, migrateRegister } from './service-definitions.ts';
import { listRecords, readHistory, readRecord } from './service-reading.ts';
import { createRecord } from './service-writing.ts';

createTestDatabase();
const person = (roles: Person['roles']): Person => ({ ...anonymous(), kind: 'person', userId: '01890000-0000-7000-8000-000000000001', name: 'Administrator', roles });
const administrator = person([{ role: 'platform_administrator', agencyId: null }]);
const keeper = person([{ role: 'register_keeper', agencyId: 'veterinariya' }]);
const words = (text: string) => ({ uz: text, ru: text, en: text });
const field = (id: string, more: object = {}) => ({ id, type: 'text', label: words(id), sensitivity: 'public', ...more });
const dogs = (more: object = {}): DefinitionInput => ({
  id: 'dogs', version: 1, ownerAgencyId: 'veterinariya', title: words('Dogs'), recordName: words('Dog'), about: words('Passports of dogs'), legalBasis: [{ title: words('Veterinary law') }], key: 'chip',
  fields: [field('chip', { required: true, pattern: '999999' }), field('name', { required: true }), field('breed')], indexed: ['breed'], searched: ['name'], display: { title: ['name'], columns: ['chip', 'name', 'breed'] }, ...more,
} as DefinitionInput);
const count = 2_300;
const purpose = 'Test of definitions';
const ground = { kind: 'document', text: 'Passport 5' } as const;
const chip = (index: number) => String(100_000 + index);

beforeAll(openRegisters);

describe('evolution', () => {
  it('never loses a value that no step names, and is the same when repeated', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.string()), (data) => {
      const steps = [{ kind: 'rename', from: 'a', to: 'e' }, { kind: 'drop', field: 'b' }, { kind: 'fill', field: 'f', value: 'x' }] as const;
      const once = migrateData(steps, data);
      expect(once).toEqual({ ...Object.fromEntries(Object.entries(data).filter(([id]) => id === 'c' || id === 'd')), ...(data['a'] !== undefined && { e: data['a'] }), f: 'x' });
      expect(migrateData(steps, once)).toEqual(once);
    }));
  });

  it('is breaking exactly where a record could stop being valid', () => {
    const compare = (change: object) => compareDefinitions(definitionSchema.parse(dogs()), definitionSchema.parse(dogs(change))).map(({ kind, breaking }) => [kind, breaking]);
    const [first, name, breed] = dogs().fields;
    expect(compare({})).toEqual([]);
    expect(compare({ fields: [first, name, breed, field('colour')] })).toEqual([['added', false]]);
    expect(compare({ fields: [first, name, breed, field('colour', { required: true })] })).toEqual([['addedRequired', true]]);
    expect(compare({ fields: [first, { ...name, required: false }, { ...breed, maxLength: 300 }] })).toEqual([['changed', false], ['changed', false]]);
    expect(compare({ fields: [first, name, { ...breed, maxLength: 10 }] })).toEqual([['narrowed', true]]);
    expect(compare({ fields: [first, name, field('breed', { type: 'date' })] })).toEqual([['typeChanged', true]]);
    expect(compare({ unique: ['name'] })).toEqual([['uniqueAdded', true]]);
    expect(compare({ title: words('Hounds') })).toEqual([['register', false]]);
  });
});

describe('a register made in the console', () => {
  it('takes records at once, and compatible changes too', async () => {
    expect(await createRegister(administrator, { definition: dogs({ key: 'nothing' }), note: 'First' })).toMatchObject({ outcome: 'refused', problems: [{ at: 'key', reason: 'unknownField' }] });
    await expect(createRegister(keeper, { definition: dogs(), note: 'First' })).rejects.toMatchObject({ category: 'forbidden' });
    expect(await createRegister(administrator, { definition: dogs(), note: 'First' })).toMatchObject({ outcome: 'published', version: 1 });
    await expect(createRegister(administrator, { definition: dogs(), note: 'Again' })).rejects.toMatchObject({ key: 'registers.errors.registerExists' });
    for (let index = 0; index < 3; index += 1) await createRecord(keeper, { register: 'dogs', data: { chip: chip(index), name: index === 0 ? 'Olapar' : `It ${index}`, ...(index < 2 && { breed: 'Tobet' }) }, validFrom: '2026-01-01', ground });
    const [first, name, breed] = dogs().fields;
    expect(await evolveRegister(administrator, { definition: dogs({ fields: [first, name, breed, field('colour')] }), steps: [], note: 'Colours', seen: '1.0' })).toEqual({ outcome: 'published', version: 1, minor: 1 });
    await expect(evolveRegister(administrator, { definition: dogs({ title: words('Hounds') }), steps: [], note: 'Stale', seen: '1.0' })).rejects.toMatchObject({ category: 'conflict' });
    expect(await createRecord(keeper, { register: 'dogs', data: { chip: chip(3), name: 'Qoplon', breed: 'Tobet', colour: 'red' }, validFrom: '2026-01-01', ground })).toMatchObject({ outcome: 'written' });
    await expect(db().$executeRaw`update "RegisterDefinition" set note = 'x'`).rejects.toThrow(/never changed/);
  });

  it('gets a new version by a migration that is checked first', async () => {
    await db().$executeRawUnsafe(`insert into register.version (register, key, valid_from, recorded_from, revision, definition, act, data) select 'dogs', (200000 + n)::text, '2026-01-01', now(), 1, 1, 1, jsonb_build_object('chip', (200000 + n)::text, 'name', 'It', 'breed', 'Tozi') from generate_series(1, ${count}) as n`);
    const [first, name, breed] = dogs().fields;
    const next = dogs({ fields: [first, name, { ...breed, id: 'race', label: words('Race'), required: true }, field('colour')], indexed: ['race'], display: { title: ['name'], columns: ['chip', 'name', 'race'] } });
    const steps = [{ kind: 'rename', from: 'breed', to: 'race' }] as const;
    expect(await evolveRegister(administrator, { definition: next, steps: [...steps], note: 'Race, not breed', seen: '1.1' })).toEqual({ outcome: 'migrating' });
    await expect(evolveRegister(administrator, { definition: next, steps: [...steps], note: 'Twice', seen: '1.1' })).rejects.toMatchObject({ key: 'registers.errors.migrating' });
    await migrateRegister('dogs');
    // One dog has no breed: nothing has changed, and the record is named.
    expect(await findMigration(administrator, 'dogs')).toMatchObject({ state: 'failed', problems: [{ key: chip(2), field: 'race', reason: 'required' }] });
    expect([(await findDefinition('dogs')).version, (await readRecord(keeper, { register: 'dogs', key: chip(0), purpose }))?.data]).toEqual([1, { chip: chip(0), name: 'Olapar', breed: 'Tobet' }]);
    await discardMigration(administrator, { register: 'dogs' });

    await evolveRegister(administrator, { definition: next, steps: [...steps, { kind: 'fill', field: 'race', value: 'unknown' }], note: 'Race, not breed', seen: '1.1' });
    await migrateRegister('dogs');
    expect([(await findDefinition('dogs')).version, await findMigration(administrator, 'dogs')]).toEqual([2, null]);
    expect((await readRecord(keeper, { register: 'dogs', key: chip(0), purpose }))?.data).toEqual({ chip: chip(0), name: 'Olapar', race: 'Tobet' });
    expect((await readRecord(keeper, { register: 'dogs', key: chip(2), purpose }))?.data['race']).toBe('unknown');
    expect((await listRecords(keeper, { register: 'dogs', filters: { race: 'Tozi' }, limit: 200, purpose })).records).toHaveLength(200);
    // What was known before is still told, in the names of today.
    const known = await readRecord(keeper, { register: 'dogs', key: chip(0), purpose, asOf: { known: (await readHistory(keeper, { register: 'dogs', key: chip(0), purpose })).versions.at(-1)?.recorded.from ?? '' } });
    expect([known?.definition, known?.data['race']]).toEqual([1, 'Tobet']);
    expect((await readHistory(keeper, { register: 'dogs', key: chip(0), purpose })).entries.map(({ act }) => act.kind)).toEqual(['migrate', 'create']);
    expect(await db().$queryRaw`select count(*)::int as n from register.version where register = 'dogs' and recorded_to = 'infinity' and definition = 2`).toEqual([{ n: count + 4 }]);
    await migrateRegister('dogs');
    expect((await readRecord(keeper, { register: 'dogs', key: chip(0), purpose }))?.revision).toBe(2);
  });
});
