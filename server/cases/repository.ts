/** Cases as they are changed. The application's row is always locked before the case's, so that nobody waits in a circle. */
import { db, type Db } from '../platform/db/index.ts';
import { defaultLocale, isLocale, type Locale, type LocalizedText } from '../platform/i18n/locales.ts';
import type { StaffRole } from '../platform/auth/actor.ts';
import { fold } from '../platform/search/fold.ts';
import type { Answers } from '../forms/schema.ts';
import type { CaseFacts } from './states.ts';

export type CaseRow = CaseFacts & {
  id: string;
  applicationId: string;
  agencyId: string;
  serviceId: string;
  openedAt: Date;
  /** Civil day. */
  dueOn: string | null;
  decisionReason: string | null;
  revision: number;
  officerName: string | null;
  reference: string;
  applicantUserId: string;
  /** Language in which the applicant is written to. */
  applicantLocale: Locale;
  refusalGrounds: LocalizedText[];
};

const fields = {
  id: true, applicationId: true, agencyId: true, serviceId: true, state: true, officerId: true, openedAt: true, dueOn: true, pausedAt: true, closedAt: true, decisionReason: true, revision: true,
  officer: { select: { name: true } },
  application: { select: { reference: true, userId: true, locale: true, serviceVersion: { select: { passport: true } } } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof rowBy>>>;
type Key = { id: string } | { applicationId: string };
const rowBy = (tx: Db, key: Key) => tx.case.findUnique({ where: key, select: fields });

const civil = (date: Date | null): string | null => date && date.toISOString().slice(0, 10);
const midnight = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

function toCase({ officer, application, dueOn, ...row }: Row): CaseRow {
  const { refusalGrounds } = application.serviceVersion.passport as { refusalGrounds: LocalizedText[] };
  return {
    ...row,
    dueOn: civil(dueOn),
    officerName: officer?.name ?? null,
    reference: application.reference,
    applicantUserId: application.userId,
    applicantLocale: isLocale(application.locale) ? application.locale : defaultLocale,
    refusalGrounds,
  };
}

export async function insertCase(tx: Db, data: { applicationId: string; agencyId: string; dueOn: string | null; openedAt: Date }): Promise<string> {
  const { dueOn, ...rest } = data;
  const { serviceId, applicantName } = await tx.application.findUniqueOrThrow({ where: { id: data.applicationId }, select: { serviceId: true, applicantName: true } });
  const row = await tx.case.create({ data: { ...rest, serviceId, applicant: fold(applicantName), dueOn: midnight(dueOn) }, select: { id: true } });
  return row.id;
}

export async function findCase(where: Key | { reference: string }, tx: Db = db()): Promise<CaseRow | null> {
  if (!('reference' in where)) {
    const row = await rowBy(tx, where);
    return row && toCase(row);
  }
  const application = await tx.application.findUnique({ where, select: { id: true } });
  return application && findCase({ applicationId: application.id }, tx);
}

/** The case of an application; both rows stay locked until the transaction ends. */
export async function lockCaseOfApplication(tx: Db, applicationId: string): Promise<CaseRow | null> {
  await tx.$queryRaw`select 1 from "Application" where "id" = ${applicationId}::uuid for update`;
  await tx.$queryRaw`select 1 from "Case" where "applicationId" = ${applicationId}::uuid for update`;
  return findCase({ applicationId }, tx);
}

export async function lockCase(tx: Db, caseId: string): Promise<CaseRow | null> {
  const found = await tx.case.findUnique({ where: { id: caseId }, select: { applicationId: true } });
  return found && lockCaseOfApplication(tx, found.applicationId);
}

/** Changes a case that is locked. */
export async function updateCase(tx: Db, id: string, { dueOn, decisionReason, ...facts }: CaseFacts & { dueOn?: string | null; decisionReason?: string | null }): Promise<void> {
  const { state, officerId, pausedAt, closedAt } = facts;
  await tx.case.update({
    where: { id },
    data: { state, officerId, pausedAt, closedAt, revision: { increment: 1 }, ...(dueOn !== undefined && { dueOn: midnight(dueOn) }), ...(decisionReason !== undefined && { decisionReason }) },
    select: { id: true },
  });
}

export type StaffMember = { userId: string; name: string; roles: { role: StaffRole; agencyId: string | null }[] };

const staffFields = { id: true, name: true, roles: { select: { role: true, agencyId: true } } } as const;

export async function staffMember(userId: string, tx: Db = db()): Promise<StaffMember | null> {
  const row = await tx.user.findUnique({ where: { id: userId }, select: staffFields });
  return row && { userId: row.id, name: row.name, roles: row.roles };
}

/** Everybody who handles cases of an agency, by name. */
export async function caseStaff(agencyId: string): Promise<StaffMember[]> {
  const rows = await db().user.findMany({
    where: { roles: { some: { agencyId, role: { in: ['agency_officer', 'agency_manager'] } } } },
    select: staffFields,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  });
  return rows.map(({ id, name, roles }) => ({ userId: id, name, roles }));
}

/** Who changed a case last. */
export async function lastChange(tx: Db, caseId: string): Promise<{ userId: string | null; name: string } | null> {
  const row = await tx.auditEntry.findFirst({ where: { subjectType: 'case', subjectId: caseId }, select: { actorUserId: true, actorName: true }, orderBy: { id: 'desc' } });
  return row && { userId: row.actorUserId, name: row.actorName };
}

export type JournalEntry = { id: string; at: Date; action: string; by: string; role: string; reason: string | null; detail: Record<string, unknown> };

/** What staff did to a case, the latest first. */
export async function journal(caseId: string, limit = 100): Promise<JournalEntry[]> {
  const rows = await db().auditEntry.findMany({
    where: { subjectType: 'case', subjectId: caseId },
    select: { id: true, at: true, action: true, actorName: true, actorRole: true, reason: true, detail: true },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return rows.map(({ id, actorName, actorRole, detail, ...row }) => ({ ...row, id: String(id), by: actorName, role: actorRole, detail: detail as Record<string, unknown> }));
}

export type AskedOf = { applicantPinfl: string | null; applicantName: string; formId: string; answers: Answers };

/** What was answered, for comparing it with a register. */
export async function askedOf(caseId: string): Promise<AskedOf | null> {
  const row = await db().case.findUnique({ where: { id: caseId }, select: { application: { select: { applicantPinfl: true, applicantName: true, formId: true, answers: true } } } });
  return row && { ...row.application, answers: row.application.answers as Answers };
}
