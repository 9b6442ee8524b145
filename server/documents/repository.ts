import { db, type Db } from '../platform/db/index.ts';
import { defaultLocale, isLocale, type Locale, type LocalizedText } from '../platform/i18n/locales.ts';
import type { DocumentFacts, DocumentKind } from './schema.ts';

/** A document with what deciding about access needs. */
export type IssuedDocument = {
  id: string;
  number: string;
  kind: DocumentKind;
  applicationId: string;
  /** Agency whose staff may see it. */
  agencyId: string;
  ownerId: string;
  verifyCode: string;
  title: LocalizedText;
  facts: DocumentFacts;
  locale: Locale;
  issuedAt: Date;
  validUntil: string | null;
  revokedAt: Date | null;
  storageKey: string | null;
  size: number | null;
};

const fields = {
  id: true, number: true, kind: true, applicationId: true, agencyId: true, verifyCode: true, title: true, facts: true, locale: true,
  issuedAt: true, validUntil: true, revokedAt: true, storageKey: true, size: true,
  application: { select: { userId: true, service: { select: { agencyId: true } } } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof rowById>>>;
const rowById = (tx: Db, id: string) => tx.document.findUnique({ where: { id }, select: fields });

function toDocument({ application, ...row }: Row): IssuedDocument {
  return {
    ...row,
    kind: row.kind as DocumentKind,
    agencyId: row.agencyId ?? application.service.agencyId,
    ownerId: application.userId,
    title: row.title as LocalizedText,
    facts: row.facts as DocumentFacts,
    locale: isLocale(row.locale) ? row.locale : defaultLocale,
    validUntil: row.validUntil && row.validUntil.toISOString().slice(0, 10),
  };
}

export async function byId(id: string): Promise<IssuedDocument | null> {
  const row = await rowById(db(), id);
  return row && toDocument(row);
}

export async function byCodeOrNumber(key: { verifyCode: string } | { number: string }): Promise<IssuedDocument | null> {
  const row = await db().document.findUnique({ where: key, select: fields });
  return row && toDocument(row);
}

export async function ofApplication(applicationId: string): Promise<IssuedDocument[]> {
  const rows = await db().document.findMany({ where: { applicationId }, select: fields, orderBy: { issuedAt: 'desc' } });
  return rows.map(toDocument);
}

export async function existing(tx: Db, applicationId: string, kind: DocumentKind): Promise<{ id: string; number: string } | null> {
  return tx.document.findUnique({ where: { applicationId_kind: { applicationId, kind } }, select: { id: true, number: true } });
}

export type NewDocument = {
  number: string;
  kind: DocumentKind;
  applicationId: string;
  agencyId: string | null;
  verifyCode: string;
  title: LocalizedText;
  facts: DocumentFacts;
  locale: Locale;
  issuedAt: Date;
  validUntil: string | null;
};

export async function insert(tx: Db, { validUntil, ...document }: NewDocument): Promise<string> {
  const row = await tx.document.create({ data: { ...document, validUntil: validUntil === null ? null : new Date(`${validUntil}T00:00:00Z`) }, select: { id: true } });
  return row.id;
}

/** The next number of a sequence. The row is locked until the transaction ends, so numbers have no gaps. */
export async function nextNumber(tx: Db, scope: string): Promise<number> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    insert into "DocumentCounter" ("scope", "last") values (${scope}, 1)
    on conflict ("scope") do update set "last" = "DocumentCounter"."last" + 1
    returning "last"`;
  return rows[0]?.last ?? 1;
}

/** What a result prints about its application. */
export async function applicationFacts(tx: Db, applicationId: string) {
  return tx.application.findUnique({
    where: { id: applicationId },
    select: {
      reference: true, applicantName: true, applicantPinfl: true, submittedAt: true, locale: true,
      serviceVersion: { select: { passport: true } },
    },
  });
}

export async function agencyName(tx: Db, agencyId: string): Promise<LocalizedText | null> {
  const row = await tx.agency.findUnique({ where: { id: agencyId }, select: { name: true } });
  return row && (row.name as LocalizedText);
}

/** Keeps the rendered file; a second rendering of the same document changes nothing. */
export async function setFile(id: string, file: { storageKey: string; sha256: string; size: number }): Promise<void> {
  await db().document.updateMany({ where: { id, storageKey: null }, data: file });
}
