/** Codes in force and their names, for whoever checks values against classifiers or puts them into words. */
import type { Locale } from '../platform/i18n/locales.ts';
import { nameIn } from './names.ts';
import type { ItemName } from './schema.ts';
import { allItems, findClassifier } from './service.ts';

const known = new Map<string, { editionId: string; names: ReadonlyMap<string, ItemName> }>();

/** Kept until another edition is published. Fails with `notFound`. */
async function itemsOf(classifierId: string): Promise<ReadonlyMap<string, ItemName>> {
  const { edition } = await findClassifier(classifierId);
  const kept = known.get(classifierId);
  if (kept?.editionId === edition.id) return kept.names;
  const names = new Map<string, ItemName>();
  for await (const { code, name } of allItems(edition.id)) names.set(code, name);
  known.set(classifierId, { editionId: edition.id, names });
  return names;
}

/** Codes of the classifier's edition in force. */
export async function codesOf(classifierId: string): Promise<{ has: (code: string) => boolean }> {
  return itemsOf(classifierId);
}

/** Names of all its items in a language, by code, in the order of the edition. */
export async function namesOf(classifierId: string, locale: Locale): Promise<ReadonlyMap<string, string>> {
  return inLanguage(await itemsOf(classifierId), locale);
}

const past = new Map<string, { editions: string; names: ReadonlyMap<string, ItemName> }>();

/** The same with codes that only other editions have, under their newest names: what was written with them is still read. */
export async function namesEver(classifierId: string, locale: Locale): Promise<ReadonlyMap<string, string>> {
  const { edition, editions } = await findClassifier(classifierId);
  const current = await itemsOf(classifierId);
  if (editions.length === 1) return inLanguage(current, locale);
  const key = [edition, ...editions].map(({ id }) => id).join(' ');
  let kept = past.get(classifierId);
  if (kept?.editions !== key) {
    const names = new Map<string, ItemName>();
    for (const { id } of editions.toSorted((a, b) => a.number - b.number)) for await (const { code, name } of allItems(id)) names.set(code, name);
    for (const [code, name] of current) names.set(code, name);
    kept = { editions: key, names };
    past.set(classifierId, kept);
  }
  return inLanguage(kept.names, locale);
}

const inLanguage = (names: ReadonlyMap<string, ItemName>, locale: Locale) => new Map([...names].map(([code, name]) => [code, nameIn(name, locale)]));
