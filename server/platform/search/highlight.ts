import { spellings } from './fold.ts';

/** Where a text has words that were sought, as `[from, to)` in UTF-16 units, whatever its script. */
export function matchRanges(text: string, terms: readonly string[]): [number, number][] {
  if (terms.length === 0) return [];
  const ranges: [number, number][] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\u02BB\u02BC\u2018\u2019\u0060']+/gu)) {
    const forms = spellings(match[0].toLowerCase().replace(/[\u02BB\u2018\u2019\u0060']/g, '\u02BC'));
    if (forms.some((form) => terms.some((term) => form.startsWith(term)))) ranges.push([match.index, match.index + match[0].length]);
  }
  return ranges;
}
