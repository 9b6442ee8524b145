/**
 * What an applicant's acts do to the agency's side: called by the applications domain in its transactions.
 * Calls no other domain, so that applications and cases may call each other without a cycle.
 */
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '../platform/calendar/index.ts';
import { civilDay } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/index.ts';
import * as repository from './repository.ts';
import { step } from './states.ts';

/** Opens the case of a new application, in the transaction that creates the application. */
export function openCase(tx: Db, input: { applicationId: string; agencyId: string; dueOn: string | null; openedAt: Date }): Promise<string> {
  return repository.insertCase(tx, input);
}

/**
 * The applicant has answered a request for correction, in the transaction that changes the application:
 * the clock runs again and the term grows by the working days it stood still. Returns the new due day.
 */
export async function resumeCase(tx: Db, input: { applicationId: string; at: Date; calendar: WorkingCalendar }): Promise<{ dueOn: string | null }> {
  const found = await repository.lockCaseOfApplication(tx, input.applicationId);
  const next = found && step(found, { act: 'resubmit', at: input.at });
  if (!next) return { dueOn: found?.dueOn ?? null };
  const dueOn = extendedDueDay(found, input);
  await repository.updateCase(tx, found.id, { ...next, dueOn });
  return { dueOn };
}

function extendedDueDay({ dueOn, pausedAt }: { dueOn: string | null; pausedAt: Date | null }, { at, calendar }: { at: Date; calendar: WorkingCalendar }): string | null {
  if (dueOn === null || pausedAt === null) return dueOn;
  const waited = workingDaysBetween(civilDay(pausedAt), civilDay(at), calendar);
  return addWorkingDays(dueOn, Math.max(waited, 0), calendar);
}

/** The applicant has withdrawn, in the transaction that changes the application. */
export async function closeWithdrawnCase(tx: Db, input: { applicationId: string; at: Date }): Promise<void> {
  const found = await repository.lockCaseOfApplication(tx, input.applicationId);
  const next = found && step(found, { act: 'withdraw', at: input.at });
  if (next) await repository.updateCase(tx, found.id, next);
}
