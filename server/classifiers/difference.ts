/** What one edition of a classifier changes in another. Pure. */
import { nameLanguages, type Item, type ItemName } from './schema.ts';

export type Difference = {
  added: Item[];
  removed: Item[];
  renamed: { code: string; before: ItemName; after: ItemName }[];
  moved: { item: Item; from: string | null; to: string | null }[];
  /** Kept, but to be used in other days. */
  redated: { before: Item; after: Item }[];
};

/** Writing that nobody takes for another name: kinds of apostrophes, spaces and hyphens. */
const writing = (text: string) => text.normalize('NFC').replace(/[\u02BB\u02BC\u2018\u2019`´']/g, "'").replace(/[\u2010-\u2015]/g, '-').replace(/\s+/g, ' ').trim();

/** Another name in a language that both editions have. A name in one more language is no renaming. */
function isRenamed(before: ItemName, after: ItemName): boolean {
  return nameLanguages.some((language) => {
    const [was, is] = [before[language], after[language]];
    return was !== undefined && is !== undefined && writing(was) !== writing(is);
  });
}

/** What was added, removed, renamed, moved and given other days, each in the order of the edition that has it. An item can be in several lists. */
export function differenceOf(before: readonly Item[], after: readonly Item[]): Difference {
  const was = new Map(before.map((item) => [item.code, item]));
  const is = new Set(after.map(({ code }) => code));
  const kept = after.flatMap((item): [Item, Item][] => {
    const old = was.get(item.code);
    return old ? [[old, item]] : [];
  });
  return {
    added: after.filter(({ code }) => !was.has(code)),
    removed: before.filter(({ code }) => !is.has(code)),
    renamed: kept.filter(([old, item]) => isRenamed(old.name, item.name)).map(([old, item]) => ({ code: item.code, before: old.name, after: item.name })),
    moved: kept.filter(([old, item]) => old.parent !== item.parent).map(([old, item]) => ({ item, from: old.parent, to: item.parent })),
    redated: kept.filter(([old, item]) => old.validFrom !== item.validFrom || old.validTo !== item.validTo).map(([old, item]) => ({ before: old, after: item })),
  };
}
