import type { Db } from '../platform/db/index.ts';
import type { CaseState } from '../../prisma/generated/client/enums.ts';

export type CaseOfApplication = { id: string; state: CaseState; agencyId: string; officerId: string | null; dueOn: string | null; pausedAt: Date | null };

export async function insertCase(tx: Db, data: { applicationId: string; agencyId: string; dueOn: string | null; openedAt: Date }): Promise<string> {
  const { dueOn, ...rest } = data;
  const row = await tx.case.create({ data: { ...rest, dueOn: dueOn === null ? null : new Date(`${dueOn}T00:00:00Z`) }, select: { id: true } });
  return row.id;
}

export async function caseOfApplication(tx: Db, applicationId: string): Promise<CaseOfApplication | null> {
  const row = await tx.case.findUnique({ where: { applicationId }, select: { id: true, state: true, agencyId: true, officerId: true, dueOn: true, pausedAt: true } });
  return row && { ...row, dueOn: row.dueOn && row.dueOn.toISOString().slice(0, 10) };
}

export async function updateCase(tx: Db, id: string, change: { state: CaseState; dueOn?: string | null; pausedAt?: Date | null; closedAt?: Date }): Promise<void> {
  const { dueOn, ...rest } = change;
  await tx.case.update({
    where: { id },
    data: { ...rest, revision: { increment: 1 }, ...(dueOn !== undefined && { dueOn: dueOn === null ? null : new Date(`${dueOn}T00:00:00Z`) }) },
    select: { id: true },
  });
}
