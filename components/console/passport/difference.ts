/** What differs between two editions of a passport, and bringing the work of two editors together. Pure. */
import type { Passport } from '@/server/catalogue/schema';

export const passportFields = [
  'title', 'summary', 'audiences', 'eligibility', 'requirements', 'steps', 'fee', 'workingDays', 'deadlineNote', 'channels', 'result', 'resultValidity', 'refusalGrounds', 'legalBasis', 'keywords',
] as const satisfies readonly (keyof Passport)[];
export type PassportField = (typeof passportFields)[number];

/** Equal as data, whatever the order in which keys were written. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(left[key], right[key]));
}

export function changedFields(before: Passport, after: Passport): PassportField[] {
  return passportFields.filter((field) => !same(before[field], after[field]));
}

export type Merge = {
  /** Changed by the other editor only, so taken from them. */
  theirs: PassportField[];
  /** Changed by this editor only. */
  mine: PassportField[];
  /** Changed by both, each differently: somebody has to choose. */
  both: PassportField[];
};

/** What each of two editors did to the edition both began with. */
export function compareWork({ base, mine, theirs }: { base: Passport; mine: Passport; theirs: Passport }): Merge {
  const [byMe, byThem] = [new Set(changedFields(base, mine)), new Set(changedFields(base, theirs))];
  const differs = (field: PassportField) => !same(mine[field], theirs[field]);
  return {
    theirs: passportFields.filter((field) => byThem.has(field) && !byMe.has(field)),
    mine: passportFields.filter((field) => byMe.has(field) && !byThem.has(field)),
    both: passportFields.filter((field) => byMe.has(field) && byThem.has(field) && differs(field)),
  };
}

/** Their edition with my work on it: my changes, and of what both changed what was chosen. */
export function merged({ base, mine, theirs }: { base: Passport; mine: Passport; theirs: Passport }, keepTheirs: ReadonlySet<PassportField>): Passport {
  const work = compareWork({ base, mine, theirs });
  const own = [...work.mine, ...work.both.filter((field) => !keepTheirs.has(field))];
  const entries = passportFields.map((field) => [field, own.includes(field) ? mine[field] : theirs[field]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Passport;
}

export type ListChange<T> = { kind: 'same' | 'added' | 'removed'; item: T };

/** How one list became another: the longest common run stays, the rest was removed or added. */
export function listChanges<T>(before: readonly T[], after: readonly T[]): ListChange<T>[] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row) row[j] = same(before[i], after[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: ListChange<T>[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [old, fresh] = [before[i], after[j]];
    if (i < before.length && j < after.length && same(old, fresh)) {
      changes.push({ kind: 'same', item: fresh as T });
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: 'removed', item: old as T });
      i += 1;
    } else {
      changes.push({ kind: 'added', item: fresh as T });
      j += 1;
    }
  }
  return changes;
}
