import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Person } from '../platform/auth/actor.ts';
import { freezeClock } from '../platform/clock/index.ts';
import { db } from '../platform/db/index.ts';
import { Failure } from '../platform/errors/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { openRegisters } from '../testing/registers.ts';
import { importProgress, listImportProblems, planImport, pruneImports, readImport, receiveFile, startImport } from './service-imports.ts';
import { checkImport, runImport } from './service-import-run.ts';
import { readHistory, readRecord } from './service-reading.ts';

createTestDatabase();
const keeper: Person = { ...anonymous(), kind: 'person', userId: '01890000-0000-7000-8000-000000000001', name: 'Keeper', roles: [{ role: 'register_keeper', agencyId: 'kadastr' }] };
const citizen: Person = { ...keeper, roles: [] };
const ground = { kind: 'decision', text: 'Order 12 of 3 March 2026' } as const;
const purpose = 'Test of imports';
const header = 'Kadastr raqami;Tuman;Maydoni, m²;Yer toifasi;Izoh';
const number = (index: number) => `10:05:01:01:${String(Math.floor(index / 10_000)).padStart(2, '0')}:${String(index % 10_000).padStart(4, '0')}`;
const line = (index: number, more: Partial<{ area: string; district: string; key: string }> = {}) => [more.key ?? number(index), more.district ?? '1726269', more.area ?? String(100 + index), 'settlement', 'x'].join(';');

beforeAll(openRegisters);

async function give(text: string | Buffer, fileName = 'parcels.csv'): Promise<string> {
  const received = await receiveFile(keeper, { register: 'parcels', fileName, body: Readable.from([Buffer.from(text)]), expected: Buffer.byteLength(text) });
  if (received.outcome !== 'received') throw new Error(received.reason);
  return received.id;
}
async function checked(id: string): Promise<void> {
  const { import: one } = await readImport(keeper, id);
  expect(await planImport(keeper, { id, revision: one.revision, mapping: one.mapping, validFrom: '2026-01-01', ground })).toEqual({ outcome: 'checking' });
  await checkImport(id);
}
async function started(id: string, mode: 'all' | 'accepted'): Promise<void> {
  await startImport(keeper, { id, revision: (await importProgress(keeper, id)).revision, mode });
  await runImport(id);
}
const area = async (key: string) => (await readRecord(keeper, { register: 'parcels', key, purpose }))?.data['area'] ?? null;
const changes = async (from: string, to: string) => (await db().$queryRaw<{ n: bigint }[]>`select count(*) as n from register.change where register = 'parcels' and key >= ${from} and key < ${to}`)[0]?.n;

describe('a file of records', () => {
  it('is mapped by its header, checked row by row, and refused as a whole or taken in part', async () => {
    const rows = [line(1), line(2, { area: '12,345' }), line(3, { district: '77' }), line(1), line(5, { key: '10:05' }), line(6)];
    const id = await give(`${header}\r\n${rows.join('\r\n')}\r\n`);
    const { import: one, sample } = await readImport(keeper, id);
    expect([one.mapping, one.encoding, sample[0]?.slice(0, 2)]).toEqual([['number', 'districtCode', 'area', 'category', ''], 'utf-8', [number(1), '1726269']]);
    await checked(id);
    expect(await importProgress(keeper, id)).toMatchObject({ state: 'checked', rows: 6, accepted: 2, rejected: 4, created: 2 });
    const { problems } = await listImportProblems(keeper, { id });
    expect(problems.map(({ row, column, reason, value }) => [row, column, reason, value])).toEqual([
      [3, 'Maydoni, m²', 'digits', '12,345'], [4, 'Tuman', 'unknownCode', '77'], [5, 'Kadastr raqami', 'repeated', number(1)], [6, 'Kadastr raqami', 'cadastralNumber', '10:05'],
    ]);
    const { revision } = await importProgress(keeper, id);
    await expect(startImport(keeper, { id, revision, mode: 'all' })).rejects.toMatchObject({ key: 'registers.errors.importNotSound' });
    await started(id, 'accepted');
    expect(await importProgress(keeper, id)).toMatchObject({ state: 'done', accepted: 2, created: 2 });
    expect([await area(number(1)), await area(number(2)), await area(number(6))]).toEqual([101, null, 106]);
    const { entries } = await readHistory(keeper, { register: 'parcels', key: number(1), purpose });
    expect(entries.map(({ act }) => [act.kind, act.ground.text, act.note, act.by])).toEqual([['import', ground.text, 'parcels.csv', 'Keeper']]);
  });

  it('changes records that exist in the columns that it has, and leaves alone what is the same', async () => {
    const id = await give(`number,area,validFrom\n${number(1)},101,\n${number(6)},500,01.06.2026\n`);
    await checked(id);
    expect(await importProgress(keeper, id)).toMatchObject({ accepted: 2, created: 0, changed: 1, unchanged: 1 });
    await started(id, 'all');
    const later = await readRecord(keeper, { register: 'parcels', key: number(6), purpose, asOf: { valid: '2026-06-01' } });
    expect([later?.data['area'], later?.data['category'], (await readRecord(keeper, { register: 'parcels', key: number(6), purpose, asOf: { valid: '2026-05-31' } }))?.data['area']]).toEqual([500, 'settlement', 106]);
  });

  it('remembers what the columns are', async () => {
    const odd = 'raqam,m2,hudud,tur\n';
    const first = await give(`${odd}${number(20)},5,1726269,settlement\n`);
    const { import: one } = await readImport(keeper, first);
    expect(one.mapping).toEqual(['', '', '', '']);
    expect(await planImport(keeper, { id: first, revision: one.revision, mapping: ['', 'area', 'area', 'nothing'], validFrom: '2026-01-01', ground })).toEqual({
      outcome: 'refused', problems: [{ reason: 'unknown', field: 'nothing' }, { reason: 'twice', field: 'area' }, { reason: 'keyMissing', field: 'number' }],
    });
    await planImport(keeper, { id: first, revision: one.revision, mapping: ['number', 'area', 'districtCode', 'category'], validFrom: '2026-01-01', ground });
    const second = await give(`${odd}${number(21)},5,1726269,settlement\n`);
    expect((await readImport(keeper, second)).import.mapping).toEqual(['number', 'area', 'districtCode', 'category']);
  });

  it('goes on where it stopped when the worker dies, with nothing twice', async () => {
    const count = 3_500;
    const id = await give(`${header}\n${Array.from({ length: count }, (_, index) => line(10_000 + index)).join('\n')}\n`);
    await checked(id);
    await db().$executeRawUnsafe(`create function stop_here() returns trigger language plpgsql as $$ begin if new.key = '${number(12_500)}' then raise exception 'the worker dies'; end if; return new; end $$`);
    await db().$executeRawUnsafe('create trigger stop_here before insert on register.version for each row execute function stop_here()');
    await expect(started(id, 'accepted')).rejects.toThrow(/worker dies/);
    expect(await importProgress(keeper, id)).toMatchObject({ state: 'importing', rows: 2_000, position: 2_001 });
    await db().$executeRawUnsafe('drop trigger stop_here on register.version');
    await runImport(id);
    expect(await importProgress(keeper, id)).toMatchObject({ state: 'done', rows: count, accepted: count, created: count, rejected: 0 });
    expect(await changes(number(10_000), number(10_000 + count))).toBe(BigInt(count));
    await runImport(id);
    expect(await changes(number(10_000), number(10_000 + count))).toBe(BigInt(count));
  });

  it('leaves nothing behind when all rows or none was asked for and one fails', async () => {
    const id = await give(`${header}\n${Array.from({ length: 1_500 }, (_, index) => line(20_000 + index)).join('\n')}\n`);
    await checked(id);
    // In the meantime somebody enters a record that the file has with a district that is gone.
    await db().$executeRawUnsafe(`create function stop_again() returns trigger language plpgsql as $$ begin if new.key = '${number(21_400)}' then raise exception 'dies'; end if; return new; end $$`);
    await db().$executeRawUnsafe('create trigger stop_again before insert on register.version for each row execute function stop_again()');
    await expect(started(id, 'all')).rejects.toThrow(/dies/);
    expect(await changes(number(20_000), number(21_500))).toBe(0n);
    await db().$executeRawUnsafe('drop trigger stop_again on register.version');
    await runImport(id);
    expect(await changes(number(20_000), number(21_500))).toBe(1_500n);
  });
});

describe('files', () => {
  it('are forgotten after a week, with what came of them kept', async () => {
    const text = `${header}\n${line(70)}\n`;
    const [done, waiting] = [await give(text), await give(text)];
    await checked(done);
    await started(done, 'all');
    const thaw = freezeClock(new Date(Date.now() + 8 * 86_400_000));
    await pruneImports();
    thaw();
    expect([await importProgress(keeper, done), await importProgress(keeper, waiting)]).toMatchObject([{ state: 'done', accepted: 1, fileKey: '' }, { state: 'cancelled', fileKey: '' }]);
    expect((await readImport(keeper, done)).sample).toEqual([]);
    await expect(planImport(keeper, { id: waiting, revision: 1, mapping: ['number'], validFrom: '2026-01-01', ground })).rejects.toMatchObject({ category: 'conflict' });
  });
});

describe('what cannot be taken', () => {
  it('is said at once', async () => {
    const refused = (fileName: string, bytes: Buffer, expected = bytes.length) => receiveFile(keeper, { register: 'parcels', fileName, body: Readable.from([bytes]), expected });
    expect(await refused('a.csv', Buffer.from(`${header}\n1`), 1_000)).toMatchObject({ outcome: 'refused', reason: 'truncated' });
    expect(await refused('a.xlsx', Buffer.from('PK not a zip'))).toMatchObject({ outcome: 'refused', reason: 'truncated' });
    expect(await refused('a.csv', Buffer.from(''))).toMatchObject({ outcome: 'refused', reason: 'empty' });
  });

  it('or by the check, with its place', async () => {
    const id = await give(`${header}\n${line(40)}\n"${line(41)}\n`);
    await checked(id);
    expect(await importProgress(keeper, id)).toMatchObject({ state: 'failed', failure: { key: 'registers.file.truncated', params: { row: 3 } } });
  });

  it('and whoever may not write the register may not import into it', async () => {
    const id = await give(`${header}\n${line(50)}\n`);
    for (const work of [() => readImport(citizen, id), () => importProgress(citizen, id), () => receiveFile(citizen, { register: 'parcels', fileName: 'a.csv', body: Readable.from([]), expected: null })]) await expect(work()).rejects.toBeInstanceOf(Failure);
  });
});
