/** Writing an XLSX row by row (ECMA-376): texts stand in their cells, and nothing is ever a formula. */
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

// XML knows no other control characters; a spreadsheet would call the file damaged.
const escape = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function columnName(index: number): string {
  const rest = index % 26;
  const name = String.fromCharCode(65 + rest);
  return index < 26 ? name : columnName(Math.floor(index / 26) - 1) + name;
}

function rowXml(number: number, cells: readonly (string | number)[]): string {
  const inside = cells.map((cell, index) => {
    const at = `${columnName(index)}${number}`;
    if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${at}"><v>${cell}</v></c>`;
    const text = String(cell);
    return text === '' ? '' : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
  });
  return `<row r="${number}">${inside.join('')}</row>`;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** No sheet may be called like this. */
const sheetName = (name: string): string => escape(name.replace(/[\\/?*[\]:"]/g, ' ')).slice(0, 31) || 'Sheet1';

async function* sheetXml(header: readonly string[], rows: AsyncIterable<readonly (string | number)[]>): AsyncGenerator<string> {
  yield `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowXml(1, header)}`;
  let number = 1;
  let piece = '';
  for await (const row of rows) {
    piece += rowXml((number += 1), row);
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}</sheetData></worksheet>`;
}

/** The bytes of a workbook with one sheet. */
export function xlsxStream(header: readonly string[], rows: AsyncIterable<readonly (string | number)[]>, { sheet }: { sheet: string }): Readable {
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(xml + text), name);
  add('[Content_Types].xml', `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/></Types>`);
  add('_rels/.rels', `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`);
  add('xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`);
  add('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`);
  const out = new PassThrough();
  const body = Readable.from(sheetXml(header, rows));
  body.on('error', (error) => out.destroy(error));
  out.on('close', () => body.destroy());
  zip.addReadStream(body, 'xl/worksheets/sheet1.xml');
  zip.end();
  zip.outputStream.pipe(out);
  return out;
}
