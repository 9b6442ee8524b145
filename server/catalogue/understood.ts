import { spellings, wordsOf } from '../platform/search/fold.ts';
import type { Correction } from '../platform/search/index.ts';
import type { Searchable } from './search-documents.ts';

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

/** Words that people read on the services found, those of the query's script first. */
function readableWords(services: readonly Pick<Searchable, 'passport'>[], cyrillic: boolean): string[] {
  const words = services.flatMap(({ passport }) => [passport.title.uz, passport.title.ru, passport.title.en, ...Object.values(passport.keywords).flat()]).flatMap(wordsOf);
  return [...words.filter((word) => isCyrillic(word) === cyrillic), ...words];
}

/** A folded word as people write it, found among the results; as it is when they do not have it. */
function readable(folded: string, words: readonly string[]): string {
  const fits = (word: string, exact: boolean) => spellings(word).some((form) => (exact ? form === folded : form.startsWith(folded)));
  return words.find((word) => fits(word, true)) ?? words.find((word) => fits(word, false)) ?? folded;
}

/** The query with its corrections, in words to show; null when it was found as typed. */
export function understoodAs(query: string, corrections: readonly Correction[], services: readonly Pick<Searchable, 'passport'>[]): string | null {
  if (corrections.length === 0 || services.length === 0) return null;
  const layout = corrections.find((correction) => correction.layout);
  if (layout) return layout.meant;
  const words = readableWords(services, isCyrillic(query));
  const meant = new Map(corrections.map((correction) => [correction.typed, readable(correction.meant, words)]));
  return wordsOf(query).map((word) => meant.get(word) ?? word).join(' ');
}
