import { Prisma } from '../../prisma/generated/client/client.ts';
import { db, type Db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import type { Answers, PrefillData } from '../forms/schema.ts';
import type { Attempt } from './schema.ts';

export type Draft = {
  id: string;
  userId: string;
  serviceId: string;
  formId: string;
  answers: Answers;
  prefill: PrefillData;
  attempt: Attempt | null;
  pageId: string | null;
  revision: number;
  /** The application this draft corrects. */
  correctsId: string | null;
  updatedAt: Date;
};

export type DraftCard = { id: string; serviceId: string; title: LocalizedText; updatedAt: Date; correctsReference: string | null };

const fields = {
  id: true, userId: true, serviceId: true, formId: true, answers: true, prefill: true, attempt: true, pageId: true, revision: true, correctsId: true, updatedAt: true,
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof row>>>;
const row = (tx: Db, id: string) => tx.draft.findUnique({ where: { id }, select: fields });
const toDraft = (found: Row): Draft => ({ ...found, answers: found.answers as Answers, prefill: found.prefill as PrefillData, attempt: found.attempt as Attempt | null });

export async function findDraft(id: string, tx: Db = db()): Promise<Draft | null> {
  const found = await row(tx, id);
  return found && toDraft(found);
}

/** The draft, locked until the transaction ends: whoever else wants to send it waits. */
export async function lockDraft(tx: Db, id: string): Promise<Draft | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select "id" from "Draft" where "id" = ${id}::uuid for update`;
  return locked.length === 0 ? null : findDraft(id, tx);
}

export async function insertDraft(tx: Db, draft: Pick<Draft, 'id' | 'userId' | 'serviceId' | 'formId' | 'answers' | 'prefill' | 'correctsId'> & { createdAt: Date }): Promise<void> {
  await tx.draft.create({ data: { ...draft, updatedAt: draft.createdAt }, select: { id: true } });
}

export type DraftChange = { answers: Answers; pageId: string; updatedAt: Date };

/** Saves if nobody has saved since `revision`; false when somebody has. What was refused before is forgotten. */
export async function saveDraft(tx: Db, id: string, revision: number, change: DraftChange): Promise<boolean> {
  const { count } = await tx.draft.updateMany({ where: { id, revision }, data: { ...change, attempt: Prisma.DbNull, revision: { increment: 1 } } });
  return count === 1;
}

/** Keeps what was entered and not saved, or forgets it. */
export async function setAttempt(id: string, attempt: Attempt | null, at: Date): Promise<void> {
  await db().draft.updateMany({ where: { id }, data: { attempt: attempt ?? Prisma.DbNull, updatedAt: at } });
}

export async function deleteDraft(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.draft.deleteMany({ where: { id } });
  return count === 1;
}

const card = { id: true, serviceId: true, updatedAt: true, service: { select: { published: { select: { passport: true } } } }, corrects: { select: { reference: true } } } as const;

/** The person's drafts, last touched first. */
export async function draftsOf(userId: string, since: Date, filter: { serviceId?: string } = {}): Promise<DraftCard[]> {
  const rows = await db().draft.findMany({ where: { userId, updatedAt: { gte: since }, ...filter }, select: card, orderBy: { updatedAt: 'desc' }, take: 50 });
  return rows.map((found) => {
    const passport = found.service.published?.passport as { title: LocalizedText } | undefined;
    return { id: found.id, serviceId: found.serviceId, title: passport?.title ?? { uz: found.serviceId, ru: found.serviceId, en: found.serviceId }, updatedAt: found.updatedAt, correctsReference: found.corrects?.reference ?? null };
  });
}

export function countDrafts(userId: string, since: Date): Promise<number> {
  return db().draft.count({ where: { userId, updatedAt: { gte: since } } });
}

export async function draftCorrecting(applicationId: string, tx: Db = db()): Promise<{ id: string } | null> {
  return tx.draft.findUnique({ where: { correctsId: applicationId }, select: { id: true } });
}

/** Drafts nobody has touched since `before`, oldest first. Those that correct an application are kept. */
export async function abandonedDrafts(before: Date, limit: number): Promise<string[]> {
  const rows = await db().draft.findMany({ where: { updatedAt: { lt: before }, correctsId: null }, select: { id: true }, orderBy: { updatedAt: 'asc' }, take: limit });
  return rows.map((found) => found.id);
}
