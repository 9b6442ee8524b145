import type { SearchDocument } from './index.ts';
import { formsOf, isCommonWord, spellings, stems, wordsOf } from './fold.ts';
import type { Synonymous } from './synonyms.ts';

/** A word of a query, or a phrase of it that has synonyms. */
export type Term = {
  /** As typed, in lower case. */
  word: string;
  /** How it may be spelt in the index. */
  exact: readonly string[];
  /** Beginnings of words that are forms of it, or that it is the beginning of. */
  beginnings: readonly string[];
  /** What means the same: all words of one of these. */
  alternatives: readonly (readonly Pick<Term, 'exact' | 'beginnings'>[])[];
  /** It is not what was typed, but what was probably meant. */
  guessed?: boolean;
};

const wordTerm = (word: string): Term => {
  const exact = spellings(word);
  return { word, exact, beginnings: [...new Set([...exact, ...stems(word).filter((stem) => stem.length >= 3)])], alternatives: [] };
};

const telling = (words: readonly string[]): readonly string[] => {
  const kept = words.filter((word) => !isCommonWord(word));
  return kept.length > 0 ? kept : words;
};

/** The telling words of a query, at most twelve. */
export function queryTerms(text: string): Term[] {
  const words = [...new Set(wordsOf(text.slice(0, 200)))];
  return telling(words).map(wordTerm).filter((term) => term.exact.length > 0).slice(0, 12);
}

const phraseTerms = (phrase: string) => telling(wordsOf(phrase)).map(wordTerm).filter(({ exact }) => exact.length > 0);

/** Terms with what means the same as they do; a phrase of several words with synonyms is a term more. */
export function withSynonyms(terms: readonly Term[], synonyms: readonly Synonymous[]): Term[] {
  const alternatives = ({ alternatives: phrases }: Synonymous) => phrases.map(phraseTerms).filter((phrase) => phrase.length > 0);
  const single = new Map(synonyms.flatMap((synonym) => (synonym.words.length === 1 ? [[synonym.words[0] ?? '', alternatives(synonym)] as const] : [])));
  const phrases = synonyms.filter(({ words }) => words.length > 1);
  return [
    ...terms.map((term) => ({ ...term, alternatives: single.get(term.word) ?? [] })),
    ...phrases.map((synonym): Term => ({ word: synonym.words.join(' '), exact: [], beginnings: [], alternatives: alternatives(synonym) })),
  ];
}

/** A whole phrase as one word of the index, without endings. The leading 0 keeps it apart from real words. */
export function phraseWord(text: string): string {
  return `0${wordsOf(text).map((word) => stems(word).at(-1) ?? '').join('')}`.slice(0, 400);
}

/** All forms of every word of the texts, for `to_tsvector('simple', …)`. */
function vectorText(texts: readonly string[], phrases: boolean): string {
  const words = texts.flatMap(wordsOf).flatMap(formsOf);
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

/** A finished word: its forms begin with its longer stems, while a short one stands for itself. */
function finishedWord({ exact, beginnings }: Pick<Term, 'exact' | 'beginnings'>, weights: string): string | null {
  if (!weights.startsWith('*')) return tsQuery(exact, weights);
  const queries = [tsQuery(exact, weights.slice(1)), tsQuery(beginnings.filter((form) => form.length >= 4), weights)].filter((query) => query !== null);
  return queries.length === 0 ? null : queries.join(' | ');
}

/** A `tsquery` for what means the same as a term; null when nothing does. */
export function alternativesQuery(term: Term, weights: string): string | null {
  const phrases = term.alternatives.flatMap((phrase) => {
    const words = phrase.map((word) => finishedWord(word, weights));
    return words.every((word) => word !== null) ? [`(${words.map((word) => `(${word})`).join(' & ')})`] : [];
  });
  return phrases.length === 0 ? null : phrases.join(' | ');
}

/** A `tsquery` for a term anywhere, in whatever words. */
export function anyQuery(term: Term, weights = '*'): string | null {
  const queries = [tsQuery(term.beginnings, weights), alternativesQuery(term, weights)].filter((query) => query !== null);
  return queries.length === 0 ? null : queries.join(' | ');
}
