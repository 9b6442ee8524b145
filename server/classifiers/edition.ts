/** An edition as a whole: what is wrong with it, and the order of its hierarchy. Pure. */
import type { Item } from './schema.ts';

export type EditionProblem =
  /** `first` and `second` are places in the source, from 0. */
  | { kind: 'duplicate'; code: string; first: number; second: number }
  | { kind: 'unknownParent'; code: string; at: number; parent: string }
  | { kind: 'cycle'; codes: readonly string[] };

/** Everything that keeps items from being an edition, in the order of the source. */
export function problemsOf(items: readonly Item[]): EditionProblem[] {
  const problems: EditionProblem[] = [];
  const places = new Map<string, number>();
  for (const [at, { code }] of items.entries()) {
    const first = places.get(code);
    if (first === undefined) places.set(code, at);
    else problems.push({ kind: 'duplicate', code, first, second: at });
  }
  for (const [at, { code, parent }] of items.entries()) if (parent !== null && !places.has(parent)) problems.push({ kind: 'unknownParent', code, at, parent });
  return [...problems, ...cyclesOf(items)];
}

function cyclesOf(items: readonly Item[]): EditionProblem[] {
  const parents = new Map(items.map(({ code, parent }) => [code, parent]));
  const done = new Set<string>();
  const cycles: EditionProblem[] = [];
  for (const { code } of items) {
    const path: string[] = [];
    const seen = new Map<string, number>();
    for (let at: string | null | undefined = code; at != null && !done.has(at); at = parents.get(at)) {
      const before = seen.get(at);
      if (before !== undefined) {
        cycles.push({ kind: 'cycle', codes: path.slice(before) });
        break;
      }
      seen.set(at, path.length);
      path.push(at);
    }
    for (const one of path) done.add(one);
  }
  return cycles;
}

/**
 * Parents by the writing of codes, for sources that have none: the longest other code that begins this one
 * (SOATO: 17, 1703, 1703202, 1703202550).
 */
export function parentsByPrefix(codes: readonly string[]): Map<string, string | null> {
  const known = new Set(codes);
  return new Map(
    codes.map((code) => {
      for (let length = code.length - 1; length > 0; length -= 1) if (known.has(code.slice(0, length))) return [code, code.slice(0, length)];
      return [code, null];
    }),
  );
}

/** The edition in force on a day: the last that has begun; before any has, the first that will. Editions in any order. */
export function editionInForce<T extends { number: number; validFrom: string }>(editions: readonly T[], day: string): T | null {
  const ordered = editions.toSorted((a, b) => a.number - b.number);
  return ordered.findLast(({ validFrom }) => validFrom <= day) ?? ordered[0] ?? null;
}
