/** The agency's side of applications: what the applicant's acts do to a case. */
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '../platform/calendar/index.ts';
import { civilDay } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/index.ts';
import * as repository from './repository.ts';

/** Opens the case of a new application, in the transaction that creates the application. */
export function openCase(tx: Db, input: { applicationId: string; agencyId: string; dueOn: string | null; openedAt: Date }): Promise<string> {
  return repository.insertCase(tx, input);
}

/**
 * The applicant has answered a request for correction, in the transaction that changes the application:
 * the clock runs again with the working days that were left when it stopped. Returns the new due day.
 */
export async function resumeCase(tx: Db, input: { applicationId: string; at: Date; calendar: WorkingCalendar }): Promise<{ dueOn: string | null }> {
  const found = await repository.caseOfApplication(tx, input.applicationId);
  if (!found) return { dueOn: null };
  const dueOn = found.dueOn !== null && found.pausedAt !== null ? resumedDueDay(found.dueOn, found.pausedAt, input) : found.dueOn;
  await repository.updateCase(tx, found.id, { state: found.officerId === null ? 'new' : 'in_progress', dueOn, pausedAt: null });
  return { dueOn };
}

function resumedDueDay(dueOn: string, pausedAt: Date, { at, calendar }: { at: Date; calendar: WorkingCalendar }): string {
  const left = workingDaysBetween(civilDay(pausedAt), dueOn, calendar);
  // Overdue already when it stopped: it stays as late as it was.
  return left >= 0 ? addWorkingDays(civilDay(at), left, calendar) : dueOn;
}

/** The applicant has withdrawn, in the transaction that changes the application. */
export async function closeWithdrawnCase(tx: Db, input: { applicationId: string; at: Date }): Promise<void> {
  const found = await repository.caseOfApplication(tx, input.applicationId);
  if (found) await repository.updateCase(tx, found.id, { state: 'withdrawn', closedAt: input.at, pausedAt: null });
}
