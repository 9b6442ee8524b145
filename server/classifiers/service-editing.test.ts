import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { ZipFile } from 'yazl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Person } from '../platform/auth/actor.ts';
import { freezeClock } from '../platform/clock/index.ts';
import { csvPieces } from '../platform/csv/index.ts';
import { db } from '../platform/db/index.ts';
import { xlsxStream } from '../platform/tabular/xlsx-writing.ts';
import { createTestDatabase } from '../testing/database.ts';
import { parentsByPrefix } from './edition.ts';
import { itemColumns, readItems } from './reading-table.ts';
import { itemSchema, type Item } from './schema.ts';
import { findClassifier, listClassifiers, listItems } from './service.ts';
import { codesOf, namesEver, namesOf } from './service-codes.ts';
import { findChanges, itemsOf } from './service-difference.ts';
import { createClassifier, describeClassifier, discardEdition, editedClassifier, listEditable, publishEdition, reviewDraft } from './service-editing.ts';
import { importItems } from './service-import.ts';

createTestDatabase();

const folder = mkdtempSync(join(tmpdir(), 'yagona-classifiers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
function file(name: string, bytes: string | Uint8Array) {
  const path = join(folder, String((files += 1)));
  writeFileSync(path, bytes);
  return { name, path };
}

const person = (role: Person['roles'][number]['role'], agencyId: string | null): Person => ({ ...anonymous(), kind: 'person', userId: '01890000-0000-7000-8000-000000000001', name: 'Timur', roles: [{ role, agencyId }] });
const administrator = person('platform_administrator', null);
const editor = person('agency_editor', 'adliya');
const words = { uz: 'Sinov', ru: 'Проба', en: 'Trial' };
const facts = (id: string, ownerAgencyId: string | null = null) => ({ id, title: words, about: words, source: words, ownerAgencyId });

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}
const cellsOf = ({ code, parent, name, validFrom, validTo }: Item) => [code, parent ?? '', name.uz, name['uz-Cyrl'] ?? '', name.ru ?? '', name.en ?? '', validFrom ?? '', validTo ?? ''];
const csvOf = (items: readonly Item[]) => [...csvPieces(itemColumns, items.map(cellsOf))].join('');

async function publish(classifierId: string, given: { name: string; path: string }, validFrom: string): Promise<number> {
  const { draft } = await editedClassifier(administrator, classifierId);
  const imported = await importItems(administrator, { classifierId, revision: draft?.revision ?? null, file: given });
  if (imported.outcome === 'refused') throw new Error(JSON.stringify(imported.problems.slice(0, 5)));
  return (await publishEdition(administrator, { classifierId, revision: imported.revision, validFrom, changeNote: 'Published in a test' })).number;
}

beforeAll(async () => {
  await db().agency.create({ data: { id: 'adliya', abbreviation: words, name: words, about: words, kind: 'ministry', address: words, website: 'https://x.example', phone: '1102' } });
});

describe('an import', () => {
  beforeAll(() => createClassifier(administrator, facts('imports')));
  const problems = async (given: { name: string; path: string }) => {
    const { draft } = await editedClassifier(administrator, 'imports');
    return importItems(administrator, { classifierId: 'imports', revision: draft?.revision ?? null, file: given });
  };

  it('names everything that is wrong, row by row, and keeps nothing of it', async () => {
    const text = ['code;parent;name_uz;name_ru;valid_from;valid_to', '1;;Bir;Один;;', ';1;Ikki;;;', '1;;Yana bir;;;', 'a b;;Uch;;;', '4;9;;;31.02.2026;', '5;6;Besh;;02.01.2026;2026-01-01', '6;5;Olti;;;;ortiqcha'].join('\n');
    const answer = await problems(file('x.csv', text));
    expect(answer).toEqual({
      outcome: 'refused',
      total: 9,
      problems: [
        { row: 3, column: 'code', value: '', reason: 'codeMissing' },
        { row: 4, column: 'code', value: '1', reason: 'codeTwice', other: 2 },
        { row: 5, column: 'code', value: 'a b', reason: 'codeInvalid' },
        { row: 6, column: 'name_uz', value: '', reason: 'nameMissing' },
        { row: 6, column: 'valid_from', value: '31.02.2026', reason: 'dayInvalid' },
        { row: 6, column: 'parent', value: '9', reason: 'parentUnknown' },
        { row: 7, column: 'valid_to', value: '2026-01-01', reason: 'daysReversed' },
        { row: 7, column: 'parent', value: '5 → 6 → 5', reason: 'parentCycle' },
        { row: 8, column: '7', value: 'ortiqcha', reason: 'tooManyCells' },
      ],
    });
  });

  it('knows its columns', async () => {
    expect(await problems(file('x.csv', 'Code,NAME UZ,code,rang\n1,Bir,1,qizil\n'))).toMatchObject({ problems: [{ column: 'code', reason: 'columnTwice' }, { value: 'rang', reason: 'columnUnknown' }] });
    expect(await problems(file('x.csv', 'parent\n1\n'))).toMatchObject({ problems: [{ column: 'code', reason: 'columnMissing' }, { column: 'name_uz', reason: 'columnMissing' }] });
  });

  it.each<[string, string, Uint8Array | string]>([
    ['fileEmpty', 'a.csv', ''],
    ['fileNoRows', 'a.csv', 'code,name_uz\n'],
    ['fileKind', 'a.pdf', '%PDF'],
    ['fileNotZip', 'a.xlsx', 'code,name_uz\n1,Bir\n'],
    ['fileTruncated', 'a.xlsx', Buffer.from('504b0304', 'hex')],
    ['fileTruncated', 'a.csv', 'code,name_uz\n1,"Bir'],
    ['fileEncrypted', 'a.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['fileEncoding', 'a.csv', Buffer.from([0x50, 0x4b, 0x00, 0x00])],
    ['fileNotJson', 'a.json', '{"resourceType":"CodeSystem","concept":[{"code"'],
    ['fileNotCodeSystem', 'a.json', '{"resourceType":"Patient"}'],
    ['fileNotCodeSystem', 'a.json', '{"resourceType":"CodeSystem","concept":[' + '{"code":"1","concept":['.repeat(3_000) + ']}'.repeat(3_000) + ']}'],
    ['fileEncoding', 'a.json', Buffer.from([0x7b, 0xff, 0x7d])],
    ['fileTooLarge', 'a.csv', Buffer.alloc(51 * 1_048_576, 'a,b\n')],
  ])('says %s of %s', async (key, name, bytes) => {
    await expect(problems(file(name, bytes))).rejects.toMatchObject({ key: `classifiers.errors.${key}` });
  });

  it('opens no file that is a bomb', async () => {
    const zip = new ZipFile();
    const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name);
    add('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId7"/></sheets></workbook>');
    add('xl/_rels/workbook.xml.rels', '<Relationships xmlns="x"><Relationship Id="rId7" Target="worksheets/one.xml"/></Relationships>');
    add('xl/worksheets/one.xml', `<worksheet><sheetData><row><c t="str"><v>code</v></c><c t="str"><v>name_uz</v></c></row>${' '.repeat(120 * 1_048_576)}</sheetData></worksheet>`);
    zip.end();
    await expect(problems(file('a.xlsx', await buffer(zip.outputStream)))).rejects.toMatchObject({ key: 'classifiers.errors.fileZipBomb', status: 413 });
  });

  it('reads the same from CSV in every encoding, from XLSX and from FHIR', async () => {
    const items: Item[] = [{ code: '01', parent: null, name: { uz: 'Oʻt', 'uz-Cyrl': 'Ўт', ru: 'Трава', en: 'Grass' }, validFrom: '2026-01-01' }, { code: '01.1', parent: '01', name: { uz: 'Beda', ru: 'Клевер' }, validTo: '2027-12-31' }];
    const text = csvOf(items);
    const cp1251 = 'code\tname_uz\tname_ru\r\n7\tYetti\t'.split('').map((char) => char.charCodeAt(0));
    const fhir = { resourceType: 'CodeSystem', concept: [{ code: '01', display: 'Oʻt', designation: [{ language: 'uz-Cyrl', value: 'Ўт' }, { language: 'ru', value: 'Трава' }, { language: 'en', value: 'Grass' }], property: [{ code: 'effectiveDate', valueDateTime: '2026-01-01' }], concept: [{ code: '01.1', display: 'Beda', designation: [{ language: 'ru', value: 'Клевер' }], property: [{ code: 'retirementDate', valueDateTime: '2027-12-31' }] }] }] };
    const same = [
      file('a.csv', text),
      file('a.csv', text.replace('\ufeff', '')),
      file('a.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.slice(1), 'utf16le')])),
      file('a.xlsx', await buffer(xlsxStream(itemColumns, each(items.map(cellsOf)), { sheet: 'a' }))),
      file('a.json', JSON.stringify(fhir)),
    ];
    for (const one of same) {
      expect(await problems(one)).toMatchObject({ outcome: 'imported', items: 2 });
      const { draft } = await editedClassifier(administrator, 'imports');
      expect(await itemsOf(draft?.id ?? '')).toEqual(items);
    }
    await problems(file('a.csv', Buffer.from([...cp1251, 0xd1, 0xe5, 0xec, 0xfc])));
    const { draft } = await editedClassifier(administrator, 'imports');
    expect(await itemsOf(draft?.id ?? '')).toEqual([{ code: '7', parent: null, name: { uz: 'Yetti', ru: 'Семь' } }]);
  });

  it('reads whatever an export wrote', async () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.replace(/[\0-\x1f\x7f-\x9f\ufeff]/g, '').replace(/\s+/g, ' ').replace(/^'+/, '').trim()).filter((text) => itemSchema.shape.name.shape.uz.safeParse(text).success);
    const items = fc.uniqueArray(fc.record({ code: fc.stringMatching(/^[\w.-]{1,8}$/), uz: name, ru: fc.option(name, { nil: undefined }) }), { selector: ({ code }) => code, minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(items, async (rows) => {
        const made = rows.map(({ code, uz, ru }, at): Item => ({ code, parent: at === 0 ? null : (rows[0]?.code ?? null), name: { uz, ...(ru !== undefined && { ru }) } }));
        const harmless = made.map(cellsOf).map((cells) => cells.map((cell) => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell)));
        expect(await readItems({ header: itemColumns, rows: each(harmless.map((cells, at) => ({ row: at + 2, cells }))) }, 100)).toEqual({ items: made, problems: [] });
      }),
    );
  });
});

describe('a draft', () => {
  beforeAll(() => createClassifier(administrator, facts('colours', 'adliya')));
  const first = () => file('a.csv', 'code,name_uz\nr,Qizil\ng,Yashil\n');
  const second = () => file('b.csv', 'code,name_uz\nr,Qip-qizil\nb,Koʻk\n');

  it('is seen by nobody until it is published, and then from its day on', async () => {
    const thaw = freezeClock('2026-11-23T06:00:00Z');
    await importItems(editor, { classifierId: 'colours', revision: null, file: first() });
    expect((await listClassifiers()).map(({ id }) => id)).not.toContain('colours');
    await expect(findClassifier('colours')).rejects.toMatchObject({ category: 'notFound' });
    expect(await publish('colours', first(), '2026-11-01')).toBe(1);
    expect(await publish('colours', second(), '2026-12-01')).toBe(2);
    expect((await findClassifier('colours')).edition.number).toBe(1);
    expect((await listItems({ classifierId: 'colours', edition: 2 })).items.map(({ code }) => code)).toEqual(['r', 'b']);
    await expect(findClassifier('colours', 3)).rejects.toMatchObject({ category: 'notFound' });
    thaw();
    const later = freezeClock('2026-12-01T06:00:00Z');
    expect((await findClassifier('colours')).edition.number).toBe(2);
    const changes = await findChanges({ classifierId: 'colours' });
    expect([changes?.from.number, changes?.to.number, changes?.difference.added.length, changes?.difference.removed.length, changes?.difference.renamed.length]).toEqual([1, 2, 1, 1, 1]);
    // New records use the codes in force; old ones are still read in words.
    expect([...(await namesOf('colours', 'uz'))]).toEqual([['r', 'Qip-qizil'], ['b', 'Koʻk']]);
    expect(await namesEver('colours', 'uz')).toEqual(new Map([['r', 'Qip-qizil'], ['g', 'Yashil'], ['b', 'Koʻk']]));
    expect([(await codesOf('colours')).has('g'), (await codesOf('colours')).has('b')]).toEqual([false, true]);
    later();
  });

  it('never begins before the edition it follows, and is never published as somebody else left it', async () => {
    const imported = await importItems(editor, { classifierId: 'colours', revision: null, file: first() });
    if (imported.outcome === 'refused') throw new Error('refused');
    const input = { classifierId: 'colours', revision: imported.revision, validFrom: '2026-12-31', changeNote: 'Back again' };
    await expect(publishEdition(editor, { ...input, validFrom: '2026-11-30' })).rejects.toMatchObject({ key: 'classifiers.errors.beforeLast' });
    await expect(importItems(editor, { classifierId: 'colours', revision: null, file: second() })).rejects.toMatchObject({ key: 'classifiers.errors.changed' });
    const again = await importItems(administrator, { classifierId: 'colours', revision: imported.revision, file: second() });
    await expect(publishEdition(editor, input)).rejects.toMatchObject({ key: 'classifiers.errors.changed' });
    await expect(discardEdition(editor, input)).rejects.toMatchObject({ key: 'classifiers.errors.changed' });
    expect((await reviewDraft(editor, 'colours'))?.difference).toMatchObject({ added: [], removed: [], renamed: [] });
    if (again.outcome === 'imported') await discardEdition(editor, { classifierId: 'colours', revision: again.revision });
    expect((await editedClassifier(editor, 'colours')).draft).toBeNull();
    await expect(publishEdition(editor, input)).rejects.toMatchObject({ key: 'classifiers.errors.nothingToPublish' });
    const trail = await db().auditEntry.findMany({ where: { subjectId: 'colours' }, select: { action: true }, orderBy: { at: 'asc' } });
    expect(new Set(trail.map(({ action }) => action))).toEqual(new Set(['classifiers.create', 'classifiers.import', 'classifiers.publish', 'classifiers.discard']));
  });

  it('is for administrators and the owner’s editors', async () => {
    expect((await listEditable(editor)).classifiers.map(({ id }) => id)).toEqual(['colours']);
    for (const actor of [person('agency_editor', 'iiv'), person('agency_officer', 'adliya'), person('auditor', null)]) {
      await expect(importItems(actor, { classifierId: 'colours', revision: null, file: first() })).rejects.toMatchObject({ category: actor.roles[0]?.role === 'agency_editor' ? 'notFound' : 'forbidden' });
      await expect(createClassifier(actor, facts('mine'))).rejects.toMatchObject({ category: 'forbidden' });
    }
    await expect(describeClassifier(editor, facts('colours', 'adliya'))).rejects.toMatchObject({ category: 'forbidden' });
    await describeClassifier(administrator, { ...facts('colours', 'adliya'), title: { ...words, en: 'Colours' } });
    expect((await editedClassifier(editor, 'colours')).title.en).toBe('Colours');
    for (const wrong of [facts('nothing-here'), facts('colours', 'nobody')]) await expect(describeClassifier(administrator, wrong)).rejects.toMatchObject({ category: 'notFound' });
    await expect(createClassifier(administrator, facts('colours'))).rejects.toMatchObject({ key: 'classifiers.errors.idTaken' });
  });

  it('once published is kept by the database itself', async () => {
    const { edition } = await findClassifier('colours', 1);
    const kept = 'published editions of classifiers are never changed';
    const tries = [
      `update "ClassifierEdition" set "validFrom" = '2020-01-01' where id = '${edition.id}'`,
      `update "ClassifierItem" set "name" = '{}' where "editionId" = '${edition.id}'`,
      `delete from "ClassifierItem" where "editionId" = '${edition.id}'`,
      `insert into "ClassifierItem" ("editionId", "code", "name", "folded", "position") values ('${edition.id}', 'x', '{}', '', 99)`,
      `delete from "ClassifierEdition" where id = '${edition.id}'`,
      'truncate "ClassifierEdition" cascade',
      'truncate "ClassifierItem"',
    ];
    for (const sql of tries) await expect(db().$executeRawUnsafe(sql), sql).rejects.toThrow(kept);
  });
});

const data = resolve(import.meta.dirname, '../../../shared/data/soato');
const given = existsSync(data);

describe.skipIf(!given)(`real editions of SOATO${given ? '' : ' (skipped: the data is not beside the project)'}`, () => {
  type Row = { fields: { soato: string; name: string; name_cyr: string; name_rus: string } };

  it('are imported, published, and differ by the territories that came and went', async () => {
    await createClassifier(administrator, facts('soato'));
    const rows = JSON.parse(readFileSync(join(data, 'soato-2021.json'), 'utf8')) as Row[];
    const parents = parentsByPrefix(rows.map(({ fields }) => fields.soato));
    const items = rows.map(({ fields }): Item => ({ code: fields.soato, parent: parents.get(fields.soato) ?? null, name: { uz: fields.name, 'uz-Cyrl': fields.name_cyr, ru: fields.name_rus } }));
    expect(await publish('soato', file('soato-2021.csv', csvOf(items)), '2021-01-01')).toBe(1);
    expect(await publish('soato', file('regions.json', readFileSync(join(data, 'CodeSystem-regions-cs.json'))), '2025-01-01')).toBe(2);
    const changes = await findChanges({ classifierId: 'soato' });
    expect([changes?.from.itemCount, changes?.to.itemCount, changes?.difference.added.length, changes?.difference.removed.length]).toEqual([3_297, 3_305, 19, 11]);
    expect((await listItems({ classifierId: 'soato', edition: 1, q: 'асака' })).items.map(({ code }) => code)).toContain('1703224');
  });
});
