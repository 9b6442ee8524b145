import { now } from '../platform/clock/index.ts';
import { db, type Db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import type { Passport } from './schema.ts';

export type VersionSummary = { id: string; number: number; state: 'draft' | 'published' | 'superseded'; changeNote: string | null; authorName: string | null; createdAt: Date; updatedAt: Date; publishedAt: Date | null };
export type Version = VersionSummary & { passport: Passport; revision: number };

const summary = { id: true, number: true, state: true, changeNote: true, authorName: true, createdAt: true, updatedAt: true, publishedAt: true } as const;
const whole = { ...summary, passport: true, revision: true } as const;

export async function serviceOwner(serviceId: string, tx: Db = db()): Promise<{ id: string; agencyId: string } | null> {
  return tx.service.findUnique({ where: { id: serviceId }, select: { id: true, agencyId: true } });
}

export async function versions(serviceId: string): Promise<VersionSummary[]> {
  return db().serviceVersion.findMany({ where: { serviceId }, select: summary, orderBy: { number: 'desc' }, take: 100 });
}

export async function versionIn(serviceId: string, state: 'draft' | 'published', tx: Db = db()): Promise<Version | null> {
  const row = await tx.serviceVersion.findFirst({ where: { serviceId, state }, select: whole, orderBy: { number: 'desc' } });
  return row && { ...row, passport: row.passport as Passport };
}

/** Makes the draft that follows the published version. A unique number keeps a second one out. */
export async function createDraft(tx: Db, serviceId: string, passport: Passport, author: { id: string; name: string }): Promise<Version> {
  const last = await tx.serviceVersion.findFirst({ where: { serviceId }, select: { number: true }, orderBy: { number: 'desc' } });
  const row = await tx.serviceVersion.create({
    data: { serviceId, number: (last?.number ?? 0) + 1, state: 'draft', passport, authorId: author.id, authorName: author.name, createdAt: now(), updatedAt: now() },
    select: whole,
  });
  return { ...row, passport };
}

/** Saves the draft if nobody saved since `revision`; returns whether it did. */
export async function saveDraft(tx: Db, versionId: string, revision: number, passport: Passport, author: { id: string; name: string }): Promise<boolean> {
  const { count } = await tx.serviceVersion.updateMany({
    where: { id: versionId, revision, state: 'draft' },
    data: { passport, revision: { increment: 1 }, authorId: author.id, authorName: author.name, updatedAt: now() },
  });
  return count === 1;
}

export async function publishDraft(tx: Db, serviceId: string, versionId: string, revision: number, changeNote: string): Promise<boolean> {
  await tx.serviceVersion.updateMany({ where: { serviceId, state: 'published' }, data: { state: 'superseded' } });
  const { count } = await tx.serviceVersion.updateMany({ where: { id: versionId, revision, state: 'draft' }, data: { state: 'published', changeNote, publishedAt: now(), updatedAt: now() } });
  if (count !== 1) return false;
  await tx.service.update({ where: { id: serviceId }, data: { publishedVersionId: versionId }, select: { id: true } });
  return true;
}

export async function discardDraft(tx: Db, versionId: string, revision: number): Promise<boolean> {
  const { count } = await tx.serviceVersion.deleteMany({ where: { id: versionId, revision, state: 'draft' } });
  return count === 1;
}

export type EditableService = { id: string; title: LocalizedText; agencyId: string; agencyName: LocalizedText; publishedAt: Date | null; number: number; draftUpdatedAt: Date | null; draftAuthor: string | null };

/** Services of agencies for the editors' list, one keyset page after `after`. */
export async function servicesOfAgencies(agencyIds: readonly string[] | null, after: string | null, limit: number): Promise<EditableService[]> {
  const rows = await db().service.findMany({
    where: { ...(agencyIds && { agencyId: { in: [...agencyIds] } }), ...(after !== null && { id: { gt: after } }) },
    select: {
      id: true, agencyId: true, agency: { select: { name: true } },
      published: { select: { passport: true, number: true, publishedAt: true } },
      versions: { where: { state: 'draft' }, select: { passport: true, updatedAt: true, authorName: true, number: true }, take: 1 },
    },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map((row) => {
    const draft = row.versions[0];
    const passport = (row.published ?? draft)?.passport as Passport | undefined;
    return {
      id: row.id, agencyId: row.agencyId, agencyName: row.agency.name as LocalizedText,
      title: passport?.title ?? { uz: row.id, ru: row.id, en: row.id },
      publishedAt: row.published?.publishedAt ?? null, number: row.published?.number ?? draft?.number ?? 1,
      draftUpdatedAt: draft?.updatedAt ?? null, draftAuthor: draft?.authorName ?? null,
    };
  });
}
