import { db, type Db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import type { Item, ItemName } from './schema.ts';

export type Edition = { id: string; number: number; /** Civil day. */ validFrom: string; publishedAt: Date; itemCount: number; changeNote: string | null };
export type ClassifierFacts = { id: string; title: LocalizedText; about: LocalizedText; source: LocalizedText; ownerAgencyId: string | null };
/** With its published editions, the newest first. */
export type EditedClassifier = ClassifierFacts & { editions: Edition[] };
export type StoredItem = Item & { position: number };
export type ListedItem = StoredItem & { /** Items directly below. */ children: number };

const facts = { id: true, title: true, about: true, source: true, ownerAgencyId: true } as const;
const editionFields = { id: true, number: true, validFrom: true, publishedAt: true, itemCount: true, changeNote: true } as const;
const published = { select: editionFields, where: { publishedAt: { not: null } }, orderBy: { number: 'desc' } } as const;

export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

type Row = { id: string; title: unknown; about: unknown; source: unknown; ownerAgencyId: string | null; editions: { id: string; number: number; validFrom: Date | null; publishedAt: Date | null; itemCount: number; changeNote: string | null }[] };

const toClassifier = ({ id, title, about, source, ownerAgencyId, editions }: Row): EditedClassifier => ({
  id, title: title as LocalizedText, about: about as LocalizedText, source: source as LocalizedText, ownerAgencyId,
  editions: editions.flatMap(({ validFrom, publishedAt, ...edition }) => (validFrom && publishedAt ? [{ ...edition, validFrom: dayOf(validFrom), publishedAt }] : [])),
});

/** All classifiers, in their order. */
export async function classifiers(): Promise<EditedClassifier[]> {
  return (await db().classifier.findMany({ select: { ...facts, editions: published }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })).map(toClassifier);
}

export async function classifier(id: string, tx: Db = db()): Promise<EditedClassifier | null> {
  const row = await tx.classifier.findUnique({ where: { id }, select: { ...facts, editions: published } });
  return row && toClassifier(row);
}

const itemFields = { code: true, parentCode: true, name: true, validFrom: true, validTo: true, position: true } as const;
type ItemRow = { code: string; parentCode: string | null; name: unknown; validFrom: Date | null; validTo: Date | null; position: number };
const toItem = ({ code, parentCode, name, validFrom, validTo, position }: ItemRow): StoredItem => ({
  code, parent: parentCode, name: name as ItemName, ...(validFrom && { validFrom: dayOf(validFrom) }), ...(validTo && { validTo: dayOf(validTo) }), position,
});

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

export async function item(editionId: string, code: string): Promise<StoredItem | null> {
  const row = await db().classifierItem.findUnique({ where: { editionId_code: { editionId, code } }, select: itemFields });
  return row && toItem(row);
}

export async function countBelow(editionId: string, parent: string): Promise<number> {
  return db().classifierItem.count({ where: { editionId, parentCode: parent } });
}

export async function namesIn(editionId: string, codes: readonly string[]): Promise<Map<string, ItemName>> {
  const rows = await db().classifierItem.findMany({ where: { editionId, code: { in: [...codes] } }, select: { code: true, name: true } });
  return new Map(rows.map(({ code, name }) => [code, name as ItemName]));
}

export async function itemsAfter(editionId: string, after: number, limit: number): Promise<StoredItem[]> {
  return (await db().classifierItem.findMany({ where: { editionId, position: { gt: after } }, select: itemFields, orderBy: { position: 'asc' }, take: limit })).map(toItem);
}
