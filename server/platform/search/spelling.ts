import { db } from '../db/index.ts';
import type { Term } from './terms.ts';

const sorted = (word: string): string => [...word].sort().join('');

/** Typing errors forgiven in a word of this length. */
const allowance = (word: string): number => (word.length > 8 ? 3 : word.length > 5 ? 2 : 1);

type Known = { word: string; distance: number };

/** Known words around a typed one. An unfinished word is compared with as many letters of theirs. */
function around(kind: string, typed: string): Promise<Known[]> {
  return db().$queryRaw<Known[]>`
    select word, least(levenshtein(word, ${typed}), levenshtein(left(word, length(${typed})), ${typed}) + 0.5)::float8 as distance
    from "SearchWord" where kind = ${kind} and length(word) between ${typed.length - 2} and 40 and left(word, 1) = ${typed.charAt(0)}
    union
    select word, levenshtein(word, ${typed})::float8 as distance from "SearchWord" where kind = ${kind} and word % ${typed} and length(word) <= 40
    order by distance, word limit 40`;
}

/** For each unknown term of four letters or more, the nearest words of the index, three at most, by the term's word. */
export async function nearestWords(kind: string, terms: readonly Term[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { word, exact } of terms) {
    const [typed = ''] = exact;
    if (typed.length < 4 || typed.length > 40 || /^\d+$/.test(typed)) continue;
    const letters = sorted(typed);
    const near = (await around(kind, typed))
      // Two letters in each other's place are one error.
      .map((known) => (known.distance === 2 && sorted(known.word) === letters ? { ...known, distance: 1 } : known))
      .filter((known) => known.distance <= allowance(typed))
      .sort((a, b) => a.distance - b.distance);
    const best = near[0]?.distance ?? 0;
    const words = near.filter((known) => known.distance <= best + 0.5).map((known) => known.word);
    if (words.length > 0) found.set(word, [...new Set(words)].slice(0, 3));
  }
  return found;
}
