import type { SearchDocument } from './index.ts';
import { fold, isCommonWord, stem, wordsOf } from './fold.ts';

/** A word of a query: what to look for exactly, as a prefix and by stem. */
export type Term = { folded: string; stem: string };

/** The telling words of a query, at most twelve. */
export function queryTerms(text: string): Term[] {
  const words = wordsOf(text.slice(0, 200));
  const telling = words.filter((word) => !isCommonWord(word));
  return (telling.length > 0 ? telling : words).slice(0, 12).map((word) => ({ folded: fold(word), stem: stem(word) })).filter((term) => term.folded !== '');
}

/** Both forms of every word of the texts, joined for `to_tsvector('simple', …)`. */
function vectorText(texts: readonly string[]): string {
  return texts
    .flatMap(wordsOf)
    .flatMap((word) => [...new Set([fold(word), stem(word)])])
    .filter((word) => word !== '')
    .join(' ');
}

export type IndexRow = { id: string; a: string; b: string; c: string; d: string; facets: string[]; popularity: number };

export function indexRow(document: SearchDocument): IndexRow {
  return {
    id: document.id,
    a: vectorText(document.titles),
    b: vectorText(document.keywords),
    c: vectorText(document.summaries),
    d: vectorText(document.bodies),
    facets: Object.entries(document.facets).flatMap(([name, values]) => values.map((value) => `${name}:${value}`)),
    popularity: document.popularity,
  };
}

/** Part of a `tsquery`: the word, anything that begins with it, or its stem. Only letters and digits reach SQL. */
export function tsTerm(term: Term, alternatives: readonly string[] = []): string {
  const safe = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, '');
  const forms = [`${safe(term.folded)}:*`, term.stem.length >= 3 ? `${safe(term.stem)}:*` : safe(term.stem), ...alternatives.map(safe)];
  return `(${[...new Set(forms)].filter((form) => form !== '' && form !== ':*').join(' | ')})`;
}
