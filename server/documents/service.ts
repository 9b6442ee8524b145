/** Issuing documents and reading them. Public verification is in `service-verification.ts`. */
import { z } from 'zod';
import { isPerson, type Actor } from '../platform/auth/actor.ts';
import { audit } from '../platform/audit/index.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { transaction, type Db } from '../platform/db/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { defaultLocale, isLocale, type Locale, type LocalizedText } from '../platform/i18n/locales.ts';
import { readObject } from '../platform/storage/index.ts';
import { failure } from './errors.ts';
import { documentNumber, randomCode, verifyCodeLength } from './identifiers.ts';
import { mayDownload, mayIssue } from './policy.ts';
import * as repository from './repository.ts';
import { issueResultSchema, type DocumentFacts, type DocumentKind, type IssueResultInput } from './schema.ts';
import { documentTitle, fileNameOf } from './texts.ts';

export type { IssuedDocument } from './repository.ts';

async function issue(tx: Db, document: Omit<repository.NewDocument, 'verifyCode' | 'title' | 'issuedAt'>): Promise<string> {
  const title = documentTitle(document.kind, document.facts.service);
  const id = await repository.insert(tx, { ...document, title, verifyCode: randomCode(verifyCodeLength), issuedAt: now() });
  await addJob(tx, 'documents.render', { documentId: id }, { key: `documents.render:${id}` });
  return id;
}

/** The receipt of a new application, in the transaction that creates it. Its number is the reference. */
export async function issueReceipt(tx: Db, input: { applicationId: string; locale: Locale; facts: DocumentFacts }): Promise<void> {
  await issue(tx, { ...input, kind: 'receipt', number: input.facts.reference, agencyId: null, validUntil: null });
}

/**
 * Issues the result or the refusal letter of an application, in the transaction of the decision: numbers
 * it, snapshots what it prints, queues its rendering and writes the audit entry. Asking again for the same
 * kind returns the first one.
 */
export async function issueResult(tx: Db, actor: Actor, input: IssueResultInput): Promise<{ documentId: string; number: string }> {
  const { applicationId, agencyId, kind, reason, validUntil } = issueResultSchema.parse(input);
  authorise(mayIssue(actor, agencyId), failure('forbidden'));
  const before = await repository.existing(tx, applicationId, kind);
  if (before) return { documentId: before.id, number: before.number };
  const application = await repository.applicationFacts(tx, applicationId);
  const agency = await repository.agencyName(tx, agencyId);
  if (!application || !agency) throw failure('notFound');
  const { title } = z.object({ title: z.custom<LocalizedText>() }).parse(application.serviceVersion.passport);
  const year = Number(civilDay(now()).slice(0, 4));
  const number = documentNumber(agencyId, year, await repository.nextNumber(tx, `${agencyId}:${year}`));
  const documentId = await issue(tx, {
    applicationId,
    kind,
    number,
    agencyId,
    validUntil,
    locale: isLocale(application.locale) ? application.locale : defaultLocale,
    facts: {
      reference: application.reference,
      applicantName: application.applicantName,
      applicantPinfl: application.applicantPinfl,
      service: title,
      agency,
      dueOn: null,
      submittedAt: application.submittedAt.toISOString(),
      reason,
      officerName: actor.kind === 'person' ? actor.name : null,
    },
  });
  await audit(tx, actor, { action: 'documents.issue', subjectType: 'document', subjectId: documentId, agencyId, detail: { number, kind, applicationId } });
  return { documentId, number };
}

export type DocumentCard = { id: string; kind: DocumentKind; number: string; title: LocalizedText; issuedAt: Date; validUntil: string | null; revoked: boolean; size: number | null; ready: boolean };

/** Documents of an application for its applicant or the agency's case staff, newest first. */
export async function listDocuments(actor: Actor, input: { applicationId: string }): Promise<DocumentCard[]> {
  const documents = await repository.ofApplication(input.applicationId);
  return documents
    .filter((document) => mayDownload(actor, document).allow)
    .map(({ id, kind, number, title, issuedAt, validUntil, revokedAt, size, storageKey }) => ({ id, kind, number, title, issuedAt, validUntil, revoked: revokedAt !== null, size, ready: storageKey !== null }));
}

export type DownloadedDocument = { bytes: Buffer; fileName: string };

/** The file of a document. Reading a result or refusal leaves an audit entry. */
export async function downloadDocument(actor: Actor, input: { id: string }): Promise<DownloadedDocument> {
  const document = z.uuid().safeParse(input.id).success ? await repository.byId(input.id) : null;
  // Somebody else's document looks the same as none.
  if (!document || !mayDownload(actor, document).allow) throw failure('notFound');
  if (document.storageKey === null) throw failure('notReady');
  const bytes = await readObject(document.storageKey);
  if (document.kind !== 'receipt') {
    const own = isPerson(actor) && actor.userId === document.ownerId;
    await transaction((tx) =>
      audit(tx, actor, {
        action: 'documents.download',
        subjectType: 'document',
        subjectId: document.id,
        agencyId: document.agencyId,
        ...(!own && { as: actor.roles.some((role) => role.role === 'agency_officer' && role.agencyId === document.agencyId) ? 'agency_officer' : 'agency_manager' }),
        detail: { number: document.number },
      }),
    );
  }
  return { bytes, fileName: fileNameOf(document) };
}
