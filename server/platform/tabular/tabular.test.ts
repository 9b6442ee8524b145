import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { ZipFile } from 'yazl';
import { afterAll, describe, expect, it } from 'vitest';
import { csvPieces } from '../csv/index.ts';
import { openTable, TableFileError } from './index.ts';
import { xlsxStream } from './xlsx-writing.ts';

const folder = mkdtempSync(join(tmpdir(), 'yagona-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

function file(name: string, bytes: string | Uint8Array): { name: string; path: string } {
  const path = join(folder, String((files += 1)));
  writeFileSync(path, bytes);
  return { name, path };
}

async function all(given: { name: string; path: string }): Promise<string[][]> {
  const table = await openTable(given);
  const found = [table.header];
  for await (const { cells } of table.rows()) found.push(cells);
  return found;
}

async function reasonOf(given: { name: string; path: string }): Promise<string> {
  try {
    await all(given);
    return 'read';
  } catch (error) {
    if (!(error instanceof TableFileError)) throw error;
    return [error.reason, error.place?.row].filter((part) => part !== undefined).join(' ');
  }
}

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}
const xlsx = (header: readonly string[], rows: readonly (readonly (string | number)[])[]) => buffer(xlsxStream(header, each(rows), { sheet: 'Test: "a/b"' }));

async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

const rels = (target: string) => `<Relationships xmlns="x"><Relationship Id="rId7" Target="${target}"/></Relationships>`;
const book = (sheet: string, more: Record<string, string | Buffer> = {}, properties = '') =>
  zipOf({ 'xl/workbook.xml': `<workbook xmlns:r="r">${properties}<sheets><sheet name="a" sheetId="1" r:id="rId7"/></sheets></workbook>`, 'xl/_rels/workbook.xml.rels': rels('worksheets/one.xml'), 'xl/worksheets/one.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`, ...more });

// What a spreadsheet keeps of a text: no control characters, no space around it.
const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.normalize('NFC').replace(/[\0-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]/g, '').trim());
const table = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
const filled = (rows: string[][]) => rows.filter((row) => row.some((one) => one !== ''));
const trimmed = (rows: string[][]) => rows.map((row) => row.slice(0, row.findLastIndex((one) => one !== '') + 1));

describe('a table', () => {
  it('written as CSV is read again, in every encoding', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const safe = filled(rows.map((row) => row.map((one) => one.replace(/^['=+\-@]+/, ''))));
        const [header, ...rest] = safe;
        if (!header) return;
        const text = [...csvPieces(header, rest)].join('');
        expect(await all(file('a.csv', text))).toEqual(safe);
        expect(await all(file('a.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.slice(1), 'utf16le')])))).toEqual(safe);
      }),
      { numRuns: 60 },
    );
  });

  it('written as XLSX is read again', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const kept = filled(rows);
        const [header, ...rest] = kept;
        if (header) expect(trimmed(await all(file('a.xlsx', await xlsx(header, rest))))).toEqual(trimmed(kept));
      }),
      { numRuns: 60 },
    );
  });

  it('may be in Windows-1251, with semicolons or tabs, with empty rows and line breaks in quotes', async () => {
    const cyrillic = Buffer.from([...Buffer.from('Ism;Familiya\r\n\r\n'), 0xce, 0xf2, 0xea, 0xe8, 0xf0, 0x3b, 0xca, 0xe0, 0xf0, 0xe8, 0xec, 0xee, 0xe2]);
    expect(await all(file('a.csv', cyrillic))).toEqual([['Ism', 'Familiya'], ['Откир', 'Каримов']]);
    const reader = await openTable(file('a.csv', cyrillic));
    expect([reader.encoding, reader.format]).toEqual(['windows-1251', 'csv']);
    expect(await all(file('a.tsv', 'a\tb;c\n"1\n2"\t"3 ""x"""\n'))).toEqual([['a', 'b;c'], ['1\n2', '3 "x"']]);
    const rows = [];
    for await (const { row } of (await openTable(file('a.csv', 'a,b\n\n,\n1,2\n3,4'))).rows(5)) rows.push(row);
    expect(rows).toEqual([5]);
  });

  it('of a spreadsheet program has shared and rich texts, days, numbers, gaps and formulas', async () => {
    const shared = '<sst><si><t>Oʻtkir</t></si><si><r><t>Ka</t></r><r><t>rimov</t></r><rPh><t>x</t></rPh></si></sst>';
    const styles = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; dona&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const sheet = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row><row r="5"><c s="1"><v>45000.75</v></c><c><v>3.0211975910033E13</v></c><c s="2"><v>0.1</v></c><c t="b"><v>1</v></c><c t="str"><f>A1&amp;B1</f><v>ab</v></c><c r="H5" s="3"><v>1</v></c></row>';
    const bytes = await book(sheet, { 'xl/sharedStrings.xml': shared, 'xl/styles.xml': styles });
    expect(await all(file('a.XLSX', bytes))).toEqual([['Oʻtkir', '', 'Karimov'], ['2023-03-15', '30211975910033', '0.1', 'true', 'ab', '', '', '1900-01-01']]);
    expect(await all(file('a.xlsx', await book('<row><c><v>1</v></c></row><row><c s="1"><v>0</v></c></row>', { 'xl/styles.xml': styles }, '<workbookPr date1904="1"/>')))).toEqual([['1'], ['1904-01-01']]);
  });
});

describe('a file that is no table', () => {
  it('is refused for what it is', async () => {
    const whole = await xlsx(['a'], [['b']]);
    expect(await reasonOf(file('a.csv', ''))).toBe('empty');
    expect(await reasonOf(file('a.csv', '\n\n'))).toBe('empty');
    expect(await reasonOf(file('a.pdf', 'x'))).toBe('kind');
    expect(await reasonOf(file('a.xlsx', 'name,value\n'))).toBe('notZip');
    expect(await reasonOf(file('a.csv', whole))).toMatch(/^encoding/);
    expect(await reasonOf(file('a.csv', Buffer.from([0x61, 0x0a, 0x81, 0x8d, 0x90])))).toBe('encoding');
    expect(await reasonOf(file('a.csv', Buffer.concat([Buffer.from('ism\nOʻtki'), Buffer.from([0xca])])))).toBe('truncated 2');
    expect(await reasonOf(file('a.csv', 'a,b\n1,"2\n3,4\n'))).toBe('truncated 2');
    expect(await reasonOf(file('a.csv', 'a,b\n1,"2"x\n'))).toBe('quote 2');
    expect(await reasonOf(file('a.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('encrypted');
    expect(await reasonOf(file('a.xlsx', await zipOf({ 'hello.txt': 'x' })))).toBe('notXlsx');
    expect(await reasonOf(file('a.xlsx', await book('<row><c r="ZZ1"><v>1</v></c></row>')))).toBe('tooManyColumns 1');
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>';
    expect(await reasonOf(file('a.xlsx', await book('', { 'xl/worksheets/one.xml': entity })))).toBe('notXlsx');
    await expect(openTable(file('a.csv', 'a,b\n'), { maxBytes: 3 })).rejects.toMatchObject({ reason: 'tooLarge' });
  });

  it('is found to be a bomb before it fills the memory', async () => {
    const bomb = `<row><c t="inlineStr"><is><t>${' '.repeat(160 * 1_048_576)}</t></is></c></row>`;
    expect(await reasonOf(file('a.xlsx', await book(bomb)))).toBe('zipBomb');
  });

  it('is refused wherever an upload broke off', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => [`Familiya ${index}`, String(Math.sin(index)), 'x'.repeat(index % 17)]);
    const whole = await xlsx(['a', 'b', 'c'], rows);
    for (let tenth = 1; tenth < 10; tenth += 1) expect(await reasonOf(file('a.xlsx', whole.subarray(0, Math.floor((whole.length * tenth) / 10))))).toMatch(/truncated|notZip/);
  });
});

describe('a large table', () => {
  it('needs no more memory than a small one', () => {
    // In a process of its own, so that nothing else counts.
    const script = `
      import { createWriteStream } from 'node:fs';
      import { Readable } from 'node:stream';
      import { pipeline } from 'node:stream/promises';
      import { openTable } from './server/platform/tabular/index.ts';
      import { xlsxStream } from './server/platform/tabular/xlsx-writing.ts';
      async function* rows(count) { for (let i = 0; i < count; i += 1) yield [String(30000000000000 + i), 'Karimov', 'Oʻtkir', '1990-01-01', 'Toshkent shahri, Namuna koʻchasi ' + i]; }
      async function* lines(count) { for await (const row of rows(count)) yield row.join(',') + '\\n'; }
      await pipeline(Readable.from(lines(300000)), createWriteStream(process.argv[1] + '.csv'));
      await pipeline(xlsxStream(['a', 'b', 'c', 'd', 'e'], rows(60000), { sheet: 'a' }), createWriteStream(process.argv[1] + '.xlsx'));
      let most = 0;
      const counts = [];
      for (const kind of ['csv', 'xlsx']) {
        const table = await openTable({ name: 'a.' + kind, path: process.argv[1] + '.' + kind });
        let count = 0;
        for await (const _row of table.rows()) { count += 1; if (count % 5000 === 0) { globalThis.gc(); most = Math.max(most, process.memoryUsage().heapUsed); } }
        counts.push(count);
      }
      console.log(JSON.stringify({ counts, megabytes: Math.round(most / 1048576) }));`;
    const output = execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', '--input-type=module', '-e', script, join(folder, 'large')], { cwd: join(import.meta.dirname, '../../..'), encoding: 'utf8' });
    const { counts, megabytes } = JSON.parse(output) as { counts: number[]; megabytes: number };
    expect(counts).toEqual([299_999, 60_000]);
    expect(megabytes).toBeLessThan(60);
  }, 60_000);
});
