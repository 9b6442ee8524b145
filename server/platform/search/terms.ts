import type { SearchDocument } from './index.ts';
import { isCommonWord, spellings, stems, wordsOf } from './fold.ts';

/** A word of a query. */
export type Term = {
  /** As typed, in lower case. */
  word: string;
  /** How it may be spelt in the index. */
  exact: readonly string[];
  /** Beginnings of words that are forms of it, or that it is the beginning of. */
  beginnings: readonly string[];
};

const wordTerm = (word: string): Term => {
  const exact = spellings(word);
  return { word, exact, beginnings: [...new Set([...exact, ...stems(word).filter((stem) => stem.length >= 3)])] };
};

/** The telling words of a query, at most twelve. */
export function queryTerms(text: string): Term[] {
  const words = [...new Set(wordsOf(text.slice(0, 200)))];
  const telling = words.filter((word) => !isCommonWord(word));
  return (telling.length > 0 ? telling : words).map(wordTerm).filter((term) => term.exact.length > 0).slice(0, 12);
}

/** A whole phrase as one word of the index, without endings. The leading 0 keeps it apart from real words. */
export function phraseWord(text: string): string {
  return `0${wordsOf(text).map((word) => stems(word).at(-1) ?? '').join('')}`.slice(0, 400);
}

/** All forms of every word of the texts, for `to_tsvector('simple', …)`. */
function vectorText(texts: readonly string[], phrases: boolean): string {
  const words = texts.flatMap(wordsOf).flatMap((word) => [...new Set([...spellings(word), ...stems(word)])]);
  return [...words, ...(phrases ? new Set(texts.map(phraseWord)) : [])].join(' ');
}

export type IndexRow = { id: string; a: string; b: string; c: string; d: string; facets: string[]; popularity: number };

export function indexRow(document: SearchDocument): IndexRow {
  return {
    id: document.id,
    a: vectorText(document.titles, true),
    b: vectorText(document.keywords, true),
    c: vectorText(document.summaries, false),
    d: vectorText(document.bodies, false),
    facets: Object.entries(document.facets).flatMap(([name, values]) => values.map((value) => `${name}:${value}`)),
    popularity: document.popularity,
  };
}

/** Only letters and digits reach SQL. */
const lexeme = (word: string): string => `'${word.replace(/[^\p{L}\p{N}]/gu, '')}'`;

/** A `tsquery` for any of the words with a weight, such as `A` or `*AB`; null when nothing is left of them. */
export function tsQuery(words: readonly string[], weights = ''): string | null {
  const lexemes = words.map(lexeme).filter((word) => word !== "''");
  return lexemes.length === 0 ? null : lexemes.map((word) => (weights === '' ? word : `${word}:${weights}`)).join(' | ');
}
