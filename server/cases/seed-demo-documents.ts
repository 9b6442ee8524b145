import type { Db } from '../platform/db/index.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import { addJob } from '../platform/jobs/index.ts';
import { documentNumber, randomCode, verifyCodeLength } from '../documents/identifiers.ts';
import { documentFactsSchema } from '../documents/schema.ts';
import { documentTitle } from './seed-demo-words.ts';

export type DemoDocument = {
  id: string; applicationId: string; agencyId: string; kind: 'result' | 'refusal'; service: LocalizedText; reference: string;
  applicant: { name: string; pinfl: string }; reason: string | null; officerName: string; submittedAt: Date; issuedAt: Date;
};

/** Numbers the documents of the demo history after those the agency has issued. Their files are made one by one, a little later. */
export async function insertDemoDocuments(tx: Db, documents: readonly DemoDocument[]): Promise<void> {
  const agencies = new Map((await tx.agency.findMany({ where: { id: { in: documents.map(({ agencyId }) => agencyId) } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name as LocalizedText]));
  const last = new Map<string, number>();
  const rows = documents.toSorted((a, b) => a.issuedAt.getTime() - b.issuedAt.getTime()).map(({ service, reference, applicant, reason, officerName, submittedAt, ...document }) => {
    const year = Number(civilDay(document.issuedAt).slice(0, 4));
    const scope = `${document.agencyId}:${year}`;
    const sequence = (last.get(scope) ?? 0) + 1;
    last.set(scope, sequence);
    const facts = documentFactsSchema.parse({ reference, applicantName: applicant.name, applicantPinfl: applicant.pinfl, service, agency: agencies.get(document.agencyId), dueOn: null, submittedAt: submittedAt.toISOString(), reason, officerName });
    return { ...document, number: documentNumber(document.agencyId, year, sequence), verifyCode: randomCode(verifyCodeLength), title: documentTitle(document.kind, service), facts, locale: 'uz' };
  });
  await tx.document.createMany({ data: rows, skipDuplicates: true });
  for (const [scope, used] of last) {
    await tx.$executeRaw`insert into "DocumentCounter" ("scope", "last") values (${scope}, ${used}) on conflict ("scope") do update set "last" = greatest("DocumentCounter"."last", ${used})`;
  }
  // Nobody waits for these: the worker makes one every two seconds.
  for (const [index, { id }] of rows.toReversed().entries()) await addJob(tx, 'documents.render', { documentId: id }, { key: `documents.render:${id}`, runAt: new Date(now().getTime() + 30_000 + index * 2_000) });
}
