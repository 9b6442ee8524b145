/** What one edition of a classifier changes in another. */
import { z } from 'zod';
import { differenceOf, type Difference } from './difference.ts';
import type { Edition } from './repository.ts';
import { classifierIdSchema, editionNumberSchema, type Item } from './schema.ts';
import { allItems, findClassifier, type Classifier } from './service.ts';

export type { Difference } from './difference.ts';
/** The changes, and names of what items stand in. */
export type NamedDifference = Difference & { nameOf: (code: string) => Item['name'] | null };

/** Published editions never change, so a few of the last answers stay good. */
const kept = new Map<string, Promise<NamedDifference>>();
const mostKept = 4;

export async function itemsOf(editionId: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of allItems(editionId)) items.push(item);
  return items;
}

/** The difference of two editions by their identifiers; null stands for no items at all. */
export async function compare(fromId: string | null, toId: string): Promise<NamedDifference> {
  const [before, after] = await Promise.all([fromId === null ? [] : itemsOf(fromId), itemsOf(toId)]);
  const names = new Map([...before, ...after].map(({ code, name }) => [code, name]));
  return { ...differenceOf(before, after), nameOf: (code) => names.get(code) ?? null };
}

function comparePublished(from: Edition, to: Edition): Promise<NamedDifference> {
  const key = `${from.id} ${to.id}`;
  const known = kept.get(key);
  if (known) return known;
  const found = compare(from.id, to.id);
  kept.set(key, found);
  found.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return found;
}

const changesSchema = z.object({ classifierId: classifierIdSchema, from: editionNumberSchema.nullable().default(null), to: editionNumberSchema.nullable().default(null) });
export type Changes = { classifier: Classifier; from: Edition; to: Edition; difference: NamedDifference };

/**
 * What changed between two published editions: up to the one in force (or to come, where it is the first), and from the
 * one before, unless others are named. Null where there is none before. Fails with `notFound`.
 */
export async function findChanges(input: z.input<typeof changesSchema>): Promise<Changes | null> {
  const { classifierId, from: fromNumber, to: toNumber } = changesSchema.parse(input);
  const classifier = await findClassifier(classifierId, toNumber);
  const { editions, edition } = classifier;
  const earlier = (number: number) => editions.find((one) => one.number < number);
  const to = toNumber === null && !earlier(edition.number) ? (editions[0] ?? edition) : edition;
  const from = fromNumber === null ? earlier(to.number) : (await findClassifier(classifierId, fromNumber)).edition;
  return from ? { classifier, from, to, difference: await comparePublished(from, to) } : null;
}
