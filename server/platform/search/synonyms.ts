/** Synonyms at query time: read for each search, so that a change is effective at once in every process. */
import { prepared } from '../db/index.ts';
import { formsOf, wordsOf } from './fold.ts';

export type SynonymGroup = {
  /** `both`: every word finds what the others find; `one_way`: `words` find what `targets` find. */
  direction: 'both' | 'one_way';
  words: readonly string[];
  targets: readonly string[];
};

const sameWord = (one: string, other: string): boolean => {
  const known = new Set(formsOf(one));
  return formsOf(other).some((form) => known.has(form));
};

/** What sets a group off, for its index: the forms of the first word of each of its phrases. */
export function synonymKeys(group: SynonymGroup): string[] {
  return [...new Set(group.words.flatMap((phrase) => formsOf(wordsOf(phrase)[0] ?? '')))].filter((key) => key !== '').sort();
}

/** A phrase of a query that has synonyms: its words, and the phrases that mean the same. */
export type Synonymous = { words: string[]; alternatives: string[] };

/** The phrases of a query that set a group off. */
export function synonymsIn(queryWords: readonly string[], groups: readonly SynonymGroup[]): Synonymous[] {
  const found = new Map<string, Synonymous>();
  for (const { direction, words: phrases, targets } of groups) {
    for (const phrase of phrases) {
      const words = wordsOf(phrase);
      const at = words.length === 0 ? -1 : queryWords.findIndex((_, start) => words.every((word, n) => sameWord(word, queryWords[start + n] ?? '')));
      if (at < 0) continue;
      const typed = queryWords.slice(at, at + words.length);
      const alternatives = direction === 'one_way' ? targets : phrases.filter((other) => other !== phrase);
      const known = found.get(typed.join(' '));
      found.set(typed.join(' '), { words: typed, alternatives: [...new Set([...(known?.alternatives ?? []), ...alternatives])] });
    }
  }
  return [...found.values()];
}

/** The synonyms of a query's phrases, as they are in the database now. */
export async function synonymsFor(text: string): Promise<Synonymous[]> {
  const words = wordsOf(text.slice(0, 200));
  const keys = [...new Set(words.flatMap(formsOf))];
  if (keys.length === 0) return [];
  const groups = await prepared<SynonymGroup>('search.synonymsFor', `select direction::text, words, targets from "SearchSynonym" where keys && $1::text[] order by id limit 100`, [keys]);
  return synonymsIn(words, groups);
}

export async function allSynonyms(): Promise<SynonymGroup[]> {
  return prepared<SynonymGroup>('search.allSynonyms', `select direction::text, words, targets from "SearchSynonym" order by id`, []);
}
