import { now } from '../platform/clock/index.ts';
import { db, type Db } from '../platform/db/index.ts';
import { fold } from '../platform/search/fold.ts';
import type { Item, NewClassifier } from './schema.ts';

export type Draft = { id: string; number: number; revision: number; itemCount: number; fileName: string | null; authorName: string | null; updatedAt: Date };
export type Author = { id: string | null; name: string };

const draftFields = { id: true, number: true, revision: true, itemCount: true, fileName: true, authorName: true, updatedAt: true } as const;

export async function draft(classifierId: string, tx: Db = db()): Promise<Draft | null> {
  return tx.classifierEdition.findFirst({ where: { classifierId, publishedAt: null }, select: draftFields });
}

/** Drafts of all classifiers, by classifier: at most one each. */
export async function drafts(): Promise<Map<string, Draft>> {
  const rows = await db().classifierEdition.findMany({ where: { publishedAt: null }, select: { ...draftFields, classifierId: true } });
  return new Map(rows.map(({ classifierId, ...row }) => [classifierId, row]));
}

/** Adds a classifier, last in the list unless it has its place. */
export async function insertClassifier(tx: Db, { position, ...data }: NewClassifier & { position?: number }): Promise<void> {
  const last = position ?? ((await tx.classifier.aggregate({ _max: { position: true } }))._max.position ?? -1) + 1;
  await tx.classifier.create({ data: { ...data, position: last }, select: { id: true } });
}

export async function updateClassifier(tx: Db, { id, ...data }: NewClassifier): Promise<boolean> {
  return (await tx.classifier.updateMany({ where: { id }, data })).count === 1;
}

export async function insertDraft(tx: Db, classifierId: string, author: Author): Promise<Draft> {
  const last = await tx.classifierEdition.aggregate({ where: { classifierId }, _max: { number: true } });
  return tx.classifierEdition.create({
    data: { classifierId, number: (last._max.number ?? 0) + 1, itemCount: 0, authorId: author.id, authorName: author.name, updatedAt: now() },
    select: draftFields,
  });
}

/** Takes the draft for a change if nobody changed it since `revision`; returns whether it did. Others wait until the transaction ends. */
export async function takeDraft(tx: Db, id: string, revision: number, change: { itemCount?: number; fileName?: string; author: Author }): Promise<boolean> {
  const { author, ...data } = change;
  const { count } = await tx.classifierEdition.updateMany({ where: { id, revision, publishedAt: null }, data: { ...data, revision: { increment: 1 }, authorId: author.id, authorName: author.name, updatedAt: now() } });
  return count === 1;
}

const batch = 5_000;
const foldedOf = ({ code, name }: Item): string => [code, ...Object.values(name)].map((text) => fold(text ?? '')).join(' ');

export async function replaceItems(tx: Db, editionId: string, items: readonly Item[]): Promise<void> {
  await tx.classifierItem.deleteMany({ where: { editionId } });
  for (let from = 0; from < items.length; from += batch) {
    const rows = items.slice(from, from + batch).map((item, at) => ({ ...item, folded: foldedOf(item), position: from + at }));
    await tx.$executeRaw`
      insert into "ClassifierItem" ("editionId", "code", "parentCode", "name", "validFrom", "validTo", "folded", "position")
      select ${editionId}::uuid, "code", "parent", "name", "validFrom", "validTo", "folded", "position"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as item ("code" text, "parent" text, "name" jsonb, "validFrom" date, "validTo" date, "folded" text, "position" int)`;
  }
}

/** Publishes the draft if nobody changed it since `revision`; returns whether it did. */
export async function publishDraft(tx: Db, id: string, revision: number, { validFrom, ...data }: { validFrom: string; changeNote: string | null; author: Author }): Promise<boolean> {
  const { author, changeNote } = data;
  const { count } = await tx.classifierEdition.updateMany({
    where: { id, revision, publishedAt: null },
    data: { validFrom: new Date(`${validFrom}T00:00:00Z`), publishedAt: now(), changeNote, authorId: author.id, authorName: author.name, updatedAt: now() },
  });
  return count === 1;
}

export async function deleteDraft(tx: Db, id: string, revision: number, author: Author): Promise<boolean> {
  if (!(await takeDraft(tx, id, revision, { author }))) return false;
  await tx.classifierItem.deleteMany({ where: { editionId: id } });
  await tx.classifierEdition.delete({ where: { id }, select: { id: true } });
  return true;
}
