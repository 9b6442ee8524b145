/** Unified directories, public: their newest editions, item by item and whole. */
import { fold } from '../platform/search/fold.ts';
import { failure } from './errors.ts';
import * as repository from './repository.ts';
import { classifierIdSchema, itemListSchema, type Item, type ItemListInput } from './schema.ts';

export type { Classifier, ListedItem } from './repository.ts';

const pageSize = 50;
const batch = 1_000;
/** Deeper than any classifier; a hierarchy is checked before it is published. */
const deepest = 20;

export const listClassifiers = (): Promise<repository.Classifier[]> => repository.classifiers();

/** The classifier with its newest edition. Fails with `notFound`. */
export async function findClassifier(id: string): Promise<repository.Classifier> {
  const found = classifierIdSchema.safeParse(id).success ? await repository.classifier(id) : null;
  if (!found) throw failure('notFound');
  return found;
}

export type ItemPage = { classifier: repository.Classifier; /** From the top to the item whose children are listed. */ path: Item[]; items: repository.ListedItem[]; next: number | null };

/** A page of items: below one of them (null: at the top), or all that have the words in their code or name. */
export async function listItems(input: ItemListInput): Promise<ItemPage> {
  const { classifierId, parent, q, after } = itemListSchema.parse(input);
  const classifier = await findClassifier(classifierId);
  const { id: editionId } = classifier.edition;
  const path = await pathTo(editionId, parent);
  const folded = fold(q);
  const rows = await repository.items({ editionId, parent: folded === '' ? parent : undefined, folded, after, limit: pageSize + 1 });
  const items = rows.slice(0, pageSize);
  return { classifier, path, items, next: rows.length > pageSize ? (items.at(-1)?.position ?? null) : null };
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
    yield* items;
    const last = items.at(-1);
    if (!last || items.length < batch) return;
    after = last.position;
  }
}
