import { Prisma } from '../../prisma/generated/client/client.ts';
import { now } from '../platform/clock/index.ts';
import { db, type Db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import type { Passport } from './schema.ts';
import { openStates, type VersionState, type Withdrawal } from './schema-workflow.ts';

export type VersionSummary = {
  id: string; number: number; state: VersionState; changeNote: string | null; authorName: string | null; authorIds: string[]; createdAt: Date; updatedAt: Date; publishedAt: Date | null;
  publishedById: string | null; publishedByName: string | null; reviewedByName: string | null; reviewedAt: Date | null; scheduledAt: Date | null; emergency: boolean;
};
export type Version = VersionSummary & { passport: Passport; revision: number };
export type Owned = { id: string; agencyId: string; withdrawnAt: Date | null; withdrawal: Withdrawal | null; archivedAt: Date | null; reviewBy: Date | null };

const summary = {
  id: true, number: true, state: true, changeNote: true, authorName: true, authorIds: true, createdAt: true, updatedAt: true, publishedAt: true,
  publishedById: true, publishedByName: true, reviewedByName: true, reviewedAt: true, scheduledAt: true, emergency: true,
} as const;
const whole = { ...summary, passport: true, revision: true } as const;
const open = [...openStates];

export async function serviceOwner(serviceId: string, tx: Db = db()): Promise<Owned | null> {
  const row = await tx.service.findUnique({ where: { id: serviceId }, select: { id: true, agencyId: true, withdrawnAt: true, withdrawal: true, archivedAt: true, reviewBy: true } });
  return row && { ...row, withdrawal: row.withdrawal as Withdrawal | null };
}

export async function versions(serviceId: string): Promise<VersionSummary[]> {
  return db().serviceVersion.findMany({ where: { serviceId }, select: summary, orderBy: { number: 'desc' }, take: 100 });
}

const toVersion = <Row extends { passport: unknown }>(row: Row): Omit<Row, 'passport'> & { passport: Passport } => ({ ...row, passport: row.passport as Passport });

export async function publishedVersion(serviceId: string, tx: Db = db()): Promise<Version | null> {
  const row = await tx.serviceVersion.findFirst({ where: { serviceId, state: 'published' }, select: whole });
  return row && toVersion(row);
}

/** The version that is being worked on, if any. */
export async function openVersion(serviceId: string, tx: Db = db()): Promise<Version | null> {
  const row = await tx.serviceVersion.findFirst({ where: { serviceId, state: { in: open } }, select: whole });
  return row && toVersion(row);
}

/** The same for somebody who changes it: others wait. */
export async function lockOpenVersion(tx: Db, serviceId: string): Promise<Version | null> {
  await tx.$queryRaw`select 1 from "Service" where id = ${serviceId} for update`;
  return openVersion(serviceId, tx);
}

export async function versionByNumber(serviceId: string, number: number, tx: Db = db()): Promise<Version | null> {
  const row = await tx.serviceVersion.findUnique({ where: { serviceId_number: { serviceId, number } }, select: whole });
  return row && toVersion(row);
}

/** Makes the draft that follows the published version. A unique number keeps a second one out. */
export async function createDraft(tx: Db, serviceId: string, passport: Passport, author: { id: string; name: string }): Promise<Version> {
  const last = await tx.serviceVersion.findFirst({ where: { serviceId }, select: { number: true }, orderBy: { number: 'desc' } });
  const row = await tx.serviceVersion.create({
    data: { serviceId, number: (last?.number ?? 0) + 1, state: 'draft', passport, authorId: author.id, authorName: author.name, authorIds: [author.id], createdAt: now(), updatedAt: now() },
    select: whole,
  });
  return { ...row, passport };
}

/** What is kept for an editor who comes back before saving. */
export async function workOf(versionId: string): Promise<unknown> {
  return (await db().serviceVersion.findUnique({ where: { id: versionId }, select: { work: true } }))?.work ?? null;
}

export async function keepWork(versionId: string, revision: number, work: Prisma.InputJsonValue): Promise<boolean> {
  return (await db().serviceVersion.updateMany({ where: { id: versionId, revision, state: { in: ['draft', 'amends'] } }, data: { work } })).count === 1;
}

/** Saves the draft if nobody saved since `revision`; returns whether it did. */
export async function saveDraft(tx: Db, versionId: string, revision: number, passport: Passport, author: { id: string; name: string }): Promise<boolean> {
  const { count } = await tx.serviceVersion.updateMany({
    where: { id: versionId, revision, state: { in: ['draft', 'amends'] } },
    data: { passport, revision: { increment: 1 }, authorId: author.id, authorName: author.name, updatedAt: now(), work: Prisma.DbNull },
  });
  if (count === 1) await tx.$executeRaw`update "ServiceVersion" set "authorIds" = array_append("authorIds", ${author.id}::uuid) where id = ${versionId}::uuid and not "authorIds" @> array[${author.id}::uuid]`;
  return count === 1;
}

/** Moves a version on from a state, unless somebody was quicker. */
export async function moveVersion(tx: Db, version: Pick<Version, 'id' | 'revision' | 'state'>, data: Prisma.ServiceVersionUpdateManyMutationInput): Promise<boolean> {
  const { id, revision, state } = version;
  return (await tx.serviceVersion.updateMany({ where: { id, revision, state }, data: { ...data, updatedAt: now() } })).count === 1;
}

/** Citizens see this version from now on; the one before becomes history. */
export async function publishVersion(tx: Db, serviceId: string, version: Pick<Version, 'id' | 'revision' | 'state'>, data: { changeNote?: string; publishedById: string | null; publishedByName: string; emergency: boolean }): Promise<boolean> {
  await tx.serviceVersion.updateMany({ where: { serviceId, state: 'published' }, data: { state: 'superseded' } });
  if (!(await moveVersion(tx, version, { ...data, state: 'published', publishedAt: now(), scheduledAt: null, work: Prisma.DbNull }))) return false;
  await tx.service.update({ where: { id: serviceId }, data: { publishedVersionId: version.id }, select: { id: true } });
  return true;
}

export async function discardDraft(tx: Db, versionId: string, revision: number): Promise<boolean> {
  const { count } = await tx.serviceVersion.deleteMany({ where: { id: versionId, revision, state: { in: ['draft', 'amends'] } } });
  return count === 1;
}

export type EditableService = { id: string; title: LocalizedText; agencyId: string; agencyName: LocalizedText; publishedAt: Date | null; number: number; draftUpdatedAt: Date | null; draftAuthor: string | null; draftState: VersionState | null; scheduledAt: Date | null; withdrawnAt: Date | null; reviewBy: Date | null };

/** Services of agencies for the editors' list, one keyset page after `after`. */
export async function servicesOfAgencies(agencyIds: readonly string[] | null, after: string | null, limit: number): Promise<EditableService[]> {
  const rows = await db().service.findMany({
    where: { archivedAt: null, ...(agencyIds && { agencyId: { in: [...agencyIds] } }), ...(after !== null && { id: { gt: after } }) },
    select: {
      id: true, agencyId: true, withdrawnAt: true, reviewBy: true, agency: { select: { name: true } },
      published: { select: { passport: true, number: true, publishedAt: true } },
      versions: { where: { state: { in: open } }, select: { passport: true, updatedAt: true, authorName: true, number: true, state: true, scheduledAt: true }, take: 1 },
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
      draftUpdatedAt: draft?.updatedAt ?? null, draftAuthor: draft?.authorName ?? null, draftState: draft?.state ?? null, scheduledAt: draft?.scheduledAt ?? null, withdrawnAt: row.withdrawnAt, reviewBy: row.reviewBy,
    };
  });
}
