import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvPieces, harmless } from './index.ts';

/** RFC 4180, written apart from what it checks. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let inside = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (inside) {
      if (char !== '"') cell += char;
      else if (text.charAt(i + 1) === '"') cell += text.charAt((i += 1));
      else inside = false;
    } else if (char === '"') inside = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\r' && text.charAt(i + 1) === '\n') {
      i += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += char;
  }
  return rows;
}

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", ';', ' ', 'a', 'ʻ', 'Ж', '1'), { maxLength: 8 }).map((parts) => parts.join('')),
);
const lines = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

test('what is written is read back, and no cell begins as a formula', () => {
  fc.assert(
    fc.property(lines, ([header = [], ...rows]) => {
      const text = [...csvPieces(header, rows)].join('');
      expect(text.startsWith('\ufeff')).toBe(true);
      const read = parse(text.slice(1));
      expect(read.map((row) => row.length)).toEqual([header, ...rows].map((row) => row.length));
      for (const [y, row] of [header, ...rows].entries()) {
        for (const [x, given] of row.entries()) {
          const got = read[y]?.[x] ?? '';
          expect(got).not.toMatch(/^[=+\-@\t\r]/);
          expect(got === given || got === `'${given}`).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+998', "'+998"],
  ['-5', "'-5"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['12,5', '12,5'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j becomes %j', (given, expected) => expect(harmless(given)).toBe(expected));
