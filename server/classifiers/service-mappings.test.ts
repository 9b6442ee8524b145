import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, type Person } from '../platform/auth/actor.ts';
import { db } from '../platform/db/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { mappingColumns, readMapping } from './reading-mapping.ts';
import { relations } from './schema-mappings.ts';
import { seedClassifiers } from './seed.ts';
import { findClassifier } from './service.ts';
import { publishEdition } from './service-editing.ts';
import { importItems } from './service-import.ts';
import { correspondences, deleteMapping, findMapping, importMapping, listMappings, mappingRows } from './service-mappings.ts';

createTestDatabase();

const folder = mkdtempSync(join(tmpdir(), 'yagona-mappings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function file(text: string) {
  const path = join(folder, 'file');
  writeFileSync(path, text);
  return { name: 'map.csv', path };
}

const administrator: Person = { ...anonymous(), kind: 'person', userId: '01890000-0000-7000-8000-000000000001', name: 'Timur', roles: [{ role: 'platform_administrator', agencyId: null }] };
const ends = { fromId: 'countries', fromNumber: null, toId: 'currencies', toNumber: null };

beforeAll(() => seedClassifiers());

it('names every row that cannot be, and keeps what was', async () => {
  const good = 'from,to,relation\nUZ,UZS,equal\nKZ,KZT,Broader\n';
  expect(await importMapping(administrator, { ends, file: file(good) })).toEqual({ outcome: 'imported', items: 2 });
  expect(await importMapping(administrator, { ends, file: file('from;to;relation\nUZ;UZS;equal\nXX9;;same\nUZ;UZS;related\n;USD;equal\n') })).toEqual({
    outcome: 'refused',
    total: 5,
    problems: [
      { row: 3, column: 'from', value: 'XX9', reason: 'fromUnknown' },
      { row: 3, column: 'to', value: '', reason: 'toMissing' },
      { row: 3, column: 'relation', value: 'same', reason: 'relationInvalid' },
      { row: 4, column: 'to', value: 'UZS', reason: 'pairTwice', other: 2 },
      { row: 5, column: 'from', value: '', reason: 'fromMissing' },
    ],
  });
  const [mapping] = await listMappings('currencies');
  const rows = [];
  for await (const row of mappingRows(mapping?.id ?? '')) rows.push(row);
  expect(rows).toEqual([{ from: 'UZ', to: 'UZS', relation: 'equal' }, { from: 'KZ', to: 'KZT', relation: 'broader' }]);
});

it('shows what corresponds on both sides, the other way round on the other', async () => {
  const there = await correspondences(await findClassifier('countries'), ['KZ', 'UZ', 'FR']);
  expect([...there.keys()].toSorted()).toEqual(['KZ', 'UZ']);
  expect(there.get('KZ')).toMatchObject([{ classifierId: 'currencies', code: 'KZT', relation: 'broader' }]);
  expect((await correspondences(await findClassifier('currencies'), ['KZT'])).get('KZT')).toMatchObject([{ classifierId: 'countries', code: 'KZ', relation: 'narrower', name: { en: 'Kazakhstan' } }]);
});

it('can be between two editions, and is shown with each of them only', async () => {
  const imported = await importItems(administrator, { classifierId: 'legal-forms', revision: null, file: { ...file('code,name_uz\nNEW,Yangi\n'), name: 'a.csv' } });
  if (imported.outcome === 'refused') throw new Error('refused');
  await publishEdition(administrator, { classifierId: 'legal-forms', revision: imported.revision, validFrom: '2026-02-01', changeNote: 'Everything is new' });
  const { code } = await db().classifierItem.findFirstOrThrow({ where: { edition: { classifierId: 'legal-forms', number: 1 } }, orderBy: { position: 'asc' } });
  const between = { fromId: 'legal-forms', fromNumber: 1, toId: 'legal-forms', toNumber: 2 };
  for (const wrong of [{ ...between, toNumber: 1 }, { ...between, fromNumber: null }]) await expect(importMapping(administrator, { ends: wrong, file: file('') })).rejects.toMatchObject({ key: 'classifiers.errors.mappingSame' });
  await importMapping(administrator, { ends: between, file: file(`from,to,relation\n${code},NEW,narrower\n`) });
  expect((await correspondences(await findClassifier('legal-forms', 1), [code])).get(code)).toMatchObject([{ code: 'NEW', edition: 2, relation: 'narrower' }]);
  expect((await correspondences(await findClassifier('legal-forms', 2), ['NEW'])).get('NEW')).toMatchObject([{ code, edition: 1, relation: 'broader' }]);
});

it('is changed by those who keep the first classifier, and replaced whole', async () => {
  const editor: Person = { ...administrator, roles: [{ role: 'agency_editor', agencyId: 'iiv' }] };
  await expect(importMapping(editor, { ends, file: file('from,to,relation\nUZ,USD,related\n') })).rejects.toMatchObject({ category: 'notFound' });
  await importMapping(administrator, { ends, file: file('from,to,relation\nUZ,USD,related\n') });
  const mappings = await listMappings('countries');
  expect(mappings.map(({ rowCount }) => rowCount)).toEqual([1]);
  const mappingId = mappings[0]?.id ?? '';
  await expect(deleteMapping(administrator, { classifierId: 'currencies', mappingId })).rejects.toMatchObject({ category: 'notFound' });
  await deleteMapping(administrator, { classifierId: 'countries', mappingId });
  await expect(findMapping('countries', mappingId)).rejects.toMatchObject({ category: 'notFound' });
});

it('reads back every row that can be written', async () => {
  const codes = ['a', 'b', '-c', '1.1', '_'];
  const row = fc.record({ from: fc.constantFrom(...codes), to: fc.constantFrom(...codes), relation: fc.constantFrom(...relations) });
  async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
    yield* rows;
  }
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(row, { selector: ({ from, to }) => `${from} ${to}` }), async (rows) => {
      const cells = rows.map(({ from, to, relation }, at) => ({ row: at + 2, cells: [from, to, relation].map((cell) => (cell.startsWith('-') ? `'${cell}` : cell)) }));
      const known = new Set(codes);
      expect(await readMapping({ header: mappingColumns, rows: each(cells) }, { from: known, to: known }, 100)).toEqual({ rows, problems: [] });
    }),
  );
});
