/** Reading a sheet of an XLSX (ECMA-376, SpreadsheetML) row by row. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { TableFileError } from './failure.ts';
import { openZip, type Zip } from './zip.ts';

type Handlers = { open?: (tag: SaxesTagPlain) => void; close?: (name: string) => void; text?: (text: string) => void };

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Parses an entry; `drain` hands over what each piece brought. A document type, and with it any entity, is refused. */
async function* parsed<T>(zip: Zip, name: string, handlers: Handlers, drain: () => T[]): AsyncGenerator<T> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8');
  parser.on('doctype', () => {
    throw new TableFileError('notXlsx');
  });
  parser.on('error', () => {
    throw new TableFileError('notXlsx');
  });
  parser.on('opentag', (tag) => handlers.open?.(tag));
  parser.on('closetag', (tag) => handlers.close?.(local(tag.name)));
  parser.on('text', (text) => handlers.text?.(text));
  for await (const chunk of zip.read(name)) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield* drain();
  }
  try {
    parser.write(decoder.decode()).close();
  } catch {
    throw new TableFileError('truncated');
  }
  yield* drain();
}

async function whole(zip: Zip, name: string, handlers: Handlers): Promise<void> {
  for await (const _piece of parsed(zip, name, handlers, () => [])) continue;
}

const mostStrings = { count: 5_000_000, characters: 256 * 1_048_576 };

/** Texts that cells share. They must be in memory at once, so there is a limit. */
async function sharedStrings(zip: Zip): Promise<string[]> {
  const strings: string[] = [];
  if (!zip.has('xl/sharedStrings.xml')) return strings;
  let [text, reading, phonetic, characters] = ['', false, false, 0];
  await whole(zip, 'xl/sharedStrings.xml', {
    open: (tag) => {
      const name = local(tag.name);
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      reading = name === 't' && !phonetic;
    },
    text: (piece) => {
      if (reading) text += piece;
    },
    close: (name) => {
      reading = false;
      if (name === 'rPh') phonetic = false;
      if (name !== 'si') return;
      characters += text.length;
      if (strings.length >= mostStrings.count || characters > mostStrings.characters) throw new TableFileError('tooLarge');
      strings.push(text);
    },
  });
  return strings;
}

/** Formats that ECMA-376 part 1, 18.8.30 gives to dates. */
const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const isDateFormat = (code: string) => /[dmyh]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

/** For each cell style, whether it shows a number as a day. */
async function dateStyles(zip: Zip): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (!zip.has('xl/styles.xml')) return styles;
  const own = new Map<number, boolean>();
  let inCells = false;
  await whole(zip, 'xl/styles.xml', {
    open: (tag) => {
      const name = local(tag.name);
      if (name === 'numFmt') own.set(Number(tag.attributes['numFmtId']), isDateFormat(tag.attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(tag.attributes['numFmtId'] ?? 0);
        styles.push(own.get(id) ?? dateFormats.has(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** Where the sheet is, and from which year its days count. */
async function workbook(zip: Zip, index: number): Promise<{ path: string; since1904: boolean }> {
  const sheets: string[] = [];
  let since1904 = false;
  if (!zip.has('xl/workbook.xml') || !zip.has('xl/_rels/workbook.xml.rels')) throw new TableFileError('notXlsx');
  await whole(zip, 'xl/workbook.xml', {
    open: ({ name, attributes }) => {
      if (local(name) === 'sheet') sheets.push(Object.entries(attributes).find(([key]) => local(key) === 'id' && key !== 'sheetId')?.[1] ?? '');
      if (local(name) === 'workbookPr') since1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
    },
  });
  let target = '';
  await whole(zip, 'xl/_rels/workbook.xml.rels', {
    open: ({ attributes }) => {
      if (attributes['Id'] === sheets[index] && attributes['Target'] !== undefined) target = attributes['Target'];
    },
  });
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (target === '' || !zip.has(path)) throw new TableFileError('notXlsx');
  return { path, since1904 };
}

/** `C12` → 2; without letters the column after the last. */
function columnOf(reference: string | undefined, after: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return after;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A number as people write it: a PINFL kept as 3.0211975910033E13 has its 14 digits again. */
function plainNumber(text: string): string {
  const number = Number(text);
  if (!Number.isFinite(number) || text.trim() === '') return text.trim();
  if (Number.isSafeInteger(number)) return String(number);
  return number.toFixed(10).replace(/\.?0+$/, '');
}

const dayMs = 86_400_000;

/** A serial number as a day. Spreadsheets believe in 29 February 1900, so days before March 1900 are one off. */
function dayOf(text: string, since1904: boolean): string {
  const serial = Number(text);
  if (!Number.isFinite(serial)) return text.trim();
  const day = Math.floor(serial);
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(start + day * dayMs);
  return Number.isNaN(date.getTime()) ? text.trim() : date.toISOString().slice(0, 10);
}

/** The rows of a sheet; rows without any text are left out, but counted. */
export async function* xlsxRows(path: string, { sheet, maxColumns }: { sheet: number; maxColumns: number }): AsyncGenerator<{ row: number; cells: string[] }> {
  const zip = await openZip(path);
  try {
    const { path: entry, since1904 } = await workbook(zip, sheet);
    const [strings, styles] = [await sharedStrings(zip), await dateStyles(zip)];
    let rows: { row: number; cells: string[] }[] = [];
    let [row, column, kind, style, text, reading, phonetic] = [0, 0, 'n', 0, '', false, false];
    let cells: string[] = [];
    const value = (): string => {
      switch (kind) {
        case 's':
          return strings[Number(text)]?.trim() ?? '';
        case 'b':
          return text.trim() === '1' ? 'true' : 'false';
        case 'd':
          return text.trim().slice(0, 10);
        case 'n':
          return styles[style] ? dayOf(text, since1904) : plainNumber(text);
        default:
          return text.trim();
      }
    };
    const handlers: Handlers = {
      open: ({ name, attributes }) => {
        switch (local(name)) {
          case 'row':
            row = Number(attributes['r'] ?? row + 1) || row + 1;
            [cells, column] = [[], -1];
            break;
          case 'c':
            column = columnOf(attributes['r'], column + 1);
            if (column >= maxColumns) throw new TableFileError('tooManyColumns', { row, column: column + 1 });
            [kind, style, text] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), ''];
            break;
          case 'rPh':
            phonetic = true;
            break;
          default:
            reading = (local(name) === 'v' || local(name) === 't') && !phonetic;
        }
      },
      text: (piece) => {
        if (reading) text += piece;
      },
      close: (name) => {
        reading = false;
        if (name === 'rPh') phonetic = false;
        if (name === 'c') {
          while (cells.length < column) cells.push('');
          cells[column] = text === '' ? '' : value();
        }
        if (name === 'row' && cells.some((cell) => cell !== '')) rows.push({ row, cells });
      },
    };
    yield* parsed(zip, entry, handlers, () => {
      const found = rows;
      rows = [];
      return found;
    });
  } finally {
    zip.close();
  }
}
