/** Unified directories, public: their editions, item by item and whole. */
import { civilDay, now } from '../platform/clock/index.ts';
import { fold } from '../platform/search/fold.ts';
import { editionInForce } from './edition.ts';
import { failure } from './errors.ts';
import * as repository from './repository.ts';
import { classifierIdSchema, itemListSchema, itemSchema, type Item, type ItemListInput } from './schema.ts';

export type { Edition, ListedItem } from './repository.ts';
/** A classifier that has something published: the edition asked for, or in force, and all of them, the newest first. */
export type Classifier = repository.EditedClassifier & { edition: repository.Edition; /** Number of the edition in force. */ inForce: number };

const batch = 1_000;
/** Deeper than any classifier; a hierarchy is checked before it is published. */
const deepest = 20;

const today = () => civilDay(now());

function withEdition(found: repository.EditedClassifier, number: number | null): Classifier | null {
  const current = editionInForce(found.editions, today());
  const edition = number === null ? current : found.editions.find((one) => one.number === number);
  return current && edition ? { ...found, edition, inForce: current.number } : null;
}

export async function listClassifiers(): Promise<Classifier[]> {
  return (await repository.classifiers()).flatMap((found) => withEdition(found, null) ?? []);
}

/** The classifier with the edition of that number, or the one in force. Fails with `notFound`. */
export async function findClassifier(id: string, number: number | null = null): Promise<Classifier> {
  const found = classifierIdSchema.safeParse(id).success ? await repository.classifier(id) : null;
  const classifier = found && withEdition(found, number);
  if (!classifier) throw failure('notFound');
  return classifier;
}

export type ItemPage = { classifier: Classifier; /** From the top to the item whose children are listed. */ path: Item[]; items: repository.ListedItem[]; next: number | null };

/** A page of items: below one of them (null: at the top), or all that have the words in their code or name. */
export async function listItems(input: ItemListInput): Promise<ItemPage> {
  if (!classifierIdSchema.safeParse(input.classifierId).success) throw failure('notFound');
  const { classifierId, edition, parent, q, after, limit } = itemListSchema.parse(input);
  const classifier = await findClassifier(classifierId, edition);
  const { id: editionId } = classifier.edition;
  const path = await pathTo(editionId, parent);
  const folded = fold(q);
  const rows = await repository.items({ editionId, parent: folded === '' ? parent : undefined, folded, after, limit: limit + 1 });
  const items = rows.slice(0, limit);
  return { classifier, path, items, next: rows.length > limit ? (items.at(-1)?.position ?? null) : null };
}

export type FoundItem = { classifier: Classifier; item: Item; /** From the top to the item above. */ path: Item[]; children: number };

/** One item by its code. Fails with `notFound`. */
export async function findItem(classifierId: string, code: string, edition: number | null = null): Promise<FoundItem> {
  const classifier = await findClassifier(classifierId, edition);
  if (!itemSchema.shape.code.safeParse(code).success) throw failure('notFound');
  const path = await pathTo(classifier.edition.id, code);
  const item = path.at(-1);
  if (!item) throw failure('notFound');
  return { classifier, item, path: path.slice(0, -1), children: await repository.countBelow(classifier.edition.id, code) };
}

async function pathTo(editionId: string, code: string | null): Promise<Item[]> {
  const path: Item[] = [];
  for (let at = code; at !== null && path.length < deepest; ) {
    const found = await repository.item(editionId, at);
    if (!found) throw failure('notFound');
    path.unshift(found);
    at = found.parent;
  }
  return path;
}

/** Every item of the edition in its order, read batch by batch. */
export async function* allItems(editionId: string): AsyncGenerator<Item> {
  for (let after = -1; ; ) {
    const items = await repository.itemsAfter(editionId, after, batch);
    for (const { position: _position, ...item } of items) yield item;
    const last = items.at(-1);
    if (!last || items.length < batch) return;
    after = last.position;
  }
}
