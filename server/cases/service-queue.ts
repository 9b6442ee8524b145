/** What is to be done: the queue, its counts, and who does how much. */
import { agenciesOf, isPerson, type Actor, type Person } from '../platform/auth/actor.ts';
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '../platform/calendar/index.ts';
import { loadCalendar } from '../platform/calendar/repository.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { fold, wordsOf } from '../platform/search/fold.ts';
import { readReference } from '../documents/identifiers.ts';
import { failure } from './errors.ts';
import { maySeeWorkload } from './policy.ts';
import * as repository from './repository.ts';
import * as lists from './repository-queue.ts';
import { queueFilterSchema, type QueueCursor, type QueueFilter } from './schema.ts';

export type { QueueCounts } from './repository-queue.ts';

/** How a case stands with its term: it has none, it stands still, or there are so many working days left. */
export type Term = { kind: 'none' | 'paused' | 'closed' } | { kind: 'running'; daysLeft: number; overdue: boolean; dueOn: string };

export function termOf({ dueOn, pausedAt, closedAt }: { dueOn: string | null; pausedAt: Date | null; closedAt: Date | null }, today: string, calendar: WorkingCalendar): Term {
  if (closedAt !== null) return { kind: 'closed' };
  if (pausedAt !== null) return { kind: 'paused' };
  if (dueOn === null) return { kind: 'none' };
  return { kind: 'running', daysLeft: workingDaysBetween(today, dueOn, calendar), overdue: dueOn < today, dueOn };
}

export type QueueItem = lists.QueueRow & { term: Term };
export type QueuePage = { items: QueueItem[]; next: QueueCursor | null };

const pageSize = 25;
/** Terms that end within so many working days are near. */
const soonDays = 2;

/** Case staff, and the agencies whose cases they see. */
function staffed(actor: Actor, agencyId?: string): { officer: Person; agencyIds: string[] } {
  const own = agenciesOf(actor, 'agency_officer', 'agency_manager');
  const agencyIds = agencyId === undefined ? own : own.filter((id) => id === agencyId);
  if (!isPerson(actor) || agencyIds.length === 0) throw failure('forbidden');
  return { officer: actor, agencyIds };
}

/** What was typed: the reference of an application or the beginning of one, else words of a name in any script. */
function sought(q: string): lists.Sought | null {
  const reference = readReference(q);
  if (reference !== null) return { reference };
  if (/^yg-/i.test(q)) return { reference: q.toUpperCase() };
  const words = wordsOf(q).map(fold).filter((word) => word !== '');
  return words.length === 0 ? null : { words: words.slice(0, 6) };
}

/** One page of the cases of the actor's agencies. A search looks through all of them, whatever the view. */
export async function listCases(actor: Actor, input: Partial<QueueFilter>): Promise<QueuePage> {
  const filter = queueFilterSchema.parse(input);
  const { officer, agencyIds } = staffed(actor, filter.agencyId);
  const today = civilDay(now());
  const { view, serviceId, officerId } = filter;
  const search = sought(filter.q);
  // Only signs were typed: that is the name of nobody.
  if (filter.q !== '' && search === null) return { items: [], next: null };
  const rows = await lists.queue({ agencyIds, view, userId: officer.userId, serviceId, officerId, overdueOn: filter.overdue ? today : null, sought: search }, filter.after, pageSize + 1);
  const calendar = await loadCalendar();
  const items = rows.slice(0, pageSize).map((row) => ({ ...row, term: termOf(row, today, calendar) }));
  const last = rows.length > pageSize ? items.at(-1) : undefined;
  return { items, next: last ? positionOf(last, { view, searching: search !== null }) : null };
}

function positionOf({ id, dueOn, closedAt }: lists.QueueRow, { view, searching }: { view: QueueFilter['view']; searching: boolean }): QueueCursor {
  if (searching) return { id };
  return view === 'closed' && closedAt !== null ? { closedAt, id } : { dueOn, id };
}

/** Numbers of the views of the queue. */
export async function countCases(actor: Actor, input: { agencyId?: string | undefined } = {}): Promise<lists.QueueCounts> {
  const { officer, agencyIds } = staffed(actor, input.agencyId);
  const today = civilDay(now());
  return lists.countQueue({ agencyIds, userId: officer.userId, today, soon: addWorkingDays(today, soonDays, await loadCalendar()) });
}

export type Workload = { officerId: string; name: string; open: number; overdue: number; dueSoon: number; waiting: number; decided: number; late: number };

/** Who in the agency holds how much, and what nobody holds; decisions of the last 30 days. */
export async function workload(actor: Actor, input: { agencyId: string }): Promise<{ officers: Workload[]; unassigned: { open: number; overdue: number; dueSoon: number } }> {
  authorise(maySeeWorkload(actor, input.agencyId), failure('forbidden'));
  const at = now();
  const today = civilDay(at);
  const soon = addWorkingDays(today, soonDays, await loadCalendar());
  const since = new Date(at.getTime() - 30 * 86_400_000);
  const [staff, open, decided] = await Promise.all([
    repository.caseStaff(input.agencyId),
    lists.openByOfficer({ agencyId: input.agencyId, today, soon }),
    lists.decidedByOfficer(input.agencyId, since),
  ]);
  // Whoever lost the role and still holds cases is listed too: somebody has to take them over.
  const gone = open.flatMap(({ officerId }) => (officerId === null || staff.some(({ userId }) => userId === officerId) ? [] : [officerId]));
  const former = (await Promise.all(gone.map((id) => repository.staffMember(id)))).filter((person) => person !== null);
  const officers = [...staff, ...former].map(({ userId, name }) => {
    const load = open.find(({ officerId }) => officerId === userId);
    const done = decided.find(({ officerId }) => officerId === userId);
    return { officerId: userId, name, open: load?.open ?? 0, overdue: load?.overdue ?? 0, dueSoon: load?.dueSoon ?? 0, waiting: load?.waiting ?? 0, decided: done?.decided ?? 0, late: done?.late ?? 0 };
  });
  const nobody = open.find(({ officerId }) => officerId === null);
  return { officers, unassigned: { open: nobody?.open ?? 0, overdue: nobody?.overdue ?? 0, dueSoon: nobody?.dueSoon ?? 0 } };
}

/** Whom a manager may give cases of an agency to. */
export async function listOfficers(actor: Actor, input: { agencyId: string }): Promise<{ userId: string; name: string }[]> {
  authorise(maySeeWorkload(actor, input.agencyId), failure('forbidden'));
  return (await repository.caseStaff(input.agencyId)).map(({ userId, name }) => ({ userId, name }));
}
