/** Cases as they are changed. The application's row is always locked before the case's, so that nobody waits in a circle. */
import type { CaseState } from '../../prisma/generated/client/enums.ts';
import { db, type Db } from '../platform/db/index.ts';

export type CaseRow = {
  id: string;
  applicationId: string;
  state: CaseState;
  agencyId: string;
  officerId: string | null;
  /** Civil day. */
  dueOn: string | null;
  pausedAt: Date | null;
  revision: number;
};

const fields = { id: true, applicationId: true, state: true, agencyId: true, officerId: true, dueOn: true, pausedAt: true, revision: true } as const;
const civil = (date: Date | null): string | null => date && date.toISOString().slice(0, 10);
const midnight = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

export async function insertCase(tx: Db, data: { applicationId: string; agencyId: string; dueOn: string | null; openedAt: Date }): Promise<string> {
  const { dueOn, ...rest } = data;
  const row = await tx.case.create({ data: { ...rest, dueOn: midnight(dueOn) }, select: { id: true } });
  return row.id;
}

/** The case of an application; both rows stay locked until the transaction ends. */
export async function lockCaseOfApplication(tx: Db, applicationId: string): Promise<CaseRow | null> {
  await tx.$queryRaw`select 1 from "Application" where "id" = ${applicationId}::uuid for update`;
  await tx.$queryRaw`select 1 from "Case" where "applicationId" = ${applicationId}::uuid for update`;
  const row = await tx.case.findUnique({ where: { applicationId }, select: fields });
  return row && { ...row, dueOn: civil(row.dueOn) };
}

export async function applicationOfCase(caseId: string, tx: Db = db()): Promise<string | null> {
  return (await tx.case.findUnique({ where: { id: caseId }, select: { applicationId: true } }))?.applicationId ?? null;
}

export type CaseChange = { state: CaseState; officerId?: string | null; dueOn?: string | null; pausedAt?: Date | null; closedAt?: Date; decisionReason?: string | null };

/** Changes a case that is locked. */
export async function updateCase(tx: Db, id: string, { dueOn, ...change }: CaseChange): Promise<void> {
  await tx.case.update({
    where: { id },
    data: { ...change, revision: { increment: 1 }, ...(dueOn !== undefined && { dueOn: midnight(dueOn) }) },
    select: { id: true },
  });
}
