import { db, type Db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import type { Item, ItemName } from './schema.ts';

export type Edition = { id: string; number: number; /** Civil day. */ validFrom: string; publishedAt: Date; itemCount: number };
export type Classifier = { id: string; title: LocalizedText; about: LocalizedText; source: LocalizedText; edition: Edition };
export type ListedItem = { code: string; parent: string | null; name: ItemName; position: number; /** Items directly below. */ children: number };

const classifierFields = { id: true, title: true, about: true, source: true } as const;
const editionFields = { id: true, number: true, validFrom: true, publishedAt: true, itemCount: true } as const;
const current = { select: editionFields, orderBy: { number: 'desc' }, take: 1 } as const;

type Row = { id: string; title: unknown; about: unknown; source: unknown; editions: { id: string; number: number; validFrom: Date; publishedAt: Date; itemCount: number }[] };

function toClassifier({ id, title, about, source, editions: [edition] }: Row): Classifier[] {
  if (!edition) return [];
  return [{ id, title: title as LocalizedText, about: about as LocalizedText, source: source as LocalizedText, edition: { ...edition, validFrom: edition.validFrom.toISOString().slice(0, 10) } }];
}

/** Classifiers with their newest edition, in their order. */
export async function classifiers(): Promise<Classifier[]> {
  return (await db().classifier.findMany({ select: { ...classifierFields, editions: current }, orderBy: { position: 'asc' } })).flatMap(toClassifier);
}

export async function classifier(id: string): Promise<Classifier | null> {
  const row = await db().classifier.findUnique({ where: { id }, select: { ...classifierFields, editions: current } });
  return (row && toClassifier(row)[0]) ?? null;
}

const itemFields = { code: true, parentCode: true, name: true, position: true } as const;
const toItem = ({ code, parentCode, name, position }: { code: string; parentCode: string | null; name: unknown; position: number }) => ({ code, parent: parentCode, name: name as ItemName, position });

export type ItemQuery = { editionId: string; /** Undefined: wherever they stand. */ parent?: string | null | undefined; folded: string; after: number | null; limit: number };

/** Items in the order of the edition, each with how many stand below it. */
export async function items({ editionId, parent, folded, after, limit }: ItemQuery): Promise<ListedItem[]> {
  const rows = await db().classifierItem.findMany({
    where: { editionId, ...(parent !== undefined && { parentCode: parent }), ...(folded !== '' && { folded: { contains: folded } }), ...(after !== null && { position: { gt: after } }) },
    select: itemFields,
    orderBy: { position: 'asc' },
    take: limit,
  });
  const below = await db().classifierItem.groupBy({ by: ['parentCode'], where: { editionId, parentCode: { in: rows.map(({ code }) => code) } }, _count: { _all: true } });
  const counts = new Map(below.map(({ parentCode, _count }) => [parentCode, _count._all]));
  return rows.map((row) => ({ ...toItem(row), children: counts.get(row.code) ?? 0 }));
}

export async function item(editionId: string, code: string): Promise<(Item & { position: number }) | null> {
  const row = await db().classifierItem.findUnique({ where: { editionId_code: { editionId, code } }, select: itemFields });
  return row && toItem(row);
}

export async function itemsAfter(editionId: string, after: number, limit: number): Promise<(Item & { position: number })[]> {
  return (await db().classifierItem.findMany({ where: { editionId, position: { gt: after } }, select: itemFields, orderBy: { position: 'asc' }, take: limit })).map(toItem);
}

export type NewClassifier = Omit<Classifier, 'edition'> & { position: number };
export type NewEdition = { classifierId: string; number: number; validFrom: string; publishedAt: Date; items: readonly (Item & { folded: string })[] };

export async function insertClassifier(tx: Db, data: NewClassifier): Promise<void> {
  await tx.classifier.create({ data, select: { id: true } });
}

export async function insertEdition(tx: Db, { items: all, validFrom, ...edition }: NewEdition): Promise<void> {
  const { id } = await tx.classifierEdition.create({ data: { ...edition, validFrom: new Date(`${validFrom}T00:00:00Z`), itemCount: all.length }, select: { id: true } });
  await tx.classifierItem.createMany({ data: all.map(({ code, parent, name, folded }, position) => ({ editionId: id, code, parentCode: parent, name, folded, position })) });
}
