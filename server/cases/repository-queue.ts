/** Lists of cases, by keyset. */
import { db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import type { QueueView } from './schema.ts';
import type { CaseState } from './states.ts';

export type QueueRow = {
  id: string;
  reference: string;
  applicantName: string;
  service: LocalizedText;
  agencyId: string;
  state: CaseState;
  officerId: string | null;
  officerName: string | null;
  openedAt: Date;
  /** Civil day. */
  dueOn: string | null;
  pausedAt: Date | null;
  closedAt: Date | null;
  revision: number;
  /** Messages of the applicant that nobody has read. */
  unread: number;
};

const fields = {
  id: true, agencyId: true, state: true, officerId: true, openedAt: true, dueOn: true, pausedAt: true, closedAt: true, revision: true,
  officer: { select: { name: true } },
  application: {
    select: { reference: true, applicantName: true, serviceVersion: { select: { passport: true } }, _count: { select: { messages: { where: { fromStaff: false, readAt: null } } } } },
  },
} as const;

export type Sought = { reference: string } | { words: readonly string[] };

export type QueueQuery = {
  agencyIds: readonly string[];
  view: QueueView;
  userId: string;
  serviceId?: string | undefined;
  officerId?: string | undefined;
  /** Civil day before which a running term has ended. */
  overdueOn: string | null;
  sought: Sought | null;
};

export type Position = { dueOn: string | null; id: string } | { closedAt: Date; id: string } | { id: string };

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

function inView({ view, userId, sought }: QueueQuery) {
  if (sought) return {};
  switch (view) {
    case 'mine': return { officerId: userId, closedAt: null };
    case 'unassigned': return { officerId: null, closedAt: null };
    case 'open': return { closedAt: null };
    case 'waiting': return { state: 'awaiting_correction' as const, closedAt: null };
    case 'closed': return { closedAt: { not: null } };
  }
}

function matching(sought: Sought | null) {
  if (!sought) return {};
  return 'reference' in sought ? { application: { reference: { startsWith: sought.reference } } } : { AND: sought.words.map((word) => ({ applicant: { contains: word } })) };
}

/** What comes after a position, in the order of `orderOf`. */
function after(position: Position | null) {
  if (!position) return {};
  if ('closedAt' in position) return { OR: [{ closedAt: { lt: position.closedAt } }, { closedAt: position.closedAt, id: { lt: position.id } }] };
  if (!('dueOn' in position)) return { id: { lt: position.id } };
  if (position.dueOn === null) return { dueOn: null, id: { gt: position.id } };
  const day = midnight(position.dueOn);
  return { OR: [{ dueOn: { gt: day } }, { dueOn: day, id: { gt: position.id } }, { dueOn: null }] };
}

/** Open cases by due day, those without a term last; closed ones and what was sought newest first. */
function orderOf({ view, sought }: QueueQuery) {
  if (sought) return [{ id: 'desc' as const }];
  if (view === 'closed') return [{ closedAt: 'desc' as const }, { id: 'desc' as const }];
  return [{ dueOn: { sort: 'asc' as const, nulls: 'last' as const } }, { id: 'asc' as const }];
}

export async function queue(query: QueueQuery, position: Position | null, limit: number): Promise<QueueRow[]> {
  const { agencyIds, serviceId, officerId, overdueOn } = query;
  const rows = await db().case.findMany({
    where: {
      AND: [
        { agencyId: { in: [...agencyIds] } },
        inView(query),
        serviceId === undefined ? {} : { serviceId },
        officerId === undefined ? {} : { officerId },
        overdueOn === null ? {} : { closedAt: null, pausedAt: null, dueOn: { lt: midnight(overdueOn) } },
        matching(query.sought),
        after(position),
      ],
    },
    select: fields,
    orderBy: orderOf(query),
    take: limit,
  });
  return rows.map(({ officer, application, dueOn, ...row }) => ({
    ...row,
    reference: application.reference,
    applicantName: application.applicantName,
    service: (application.serviceVersion.passport as { title: LocalizedText }).title,
    officerName: officer?.name ?? null,
    dueOn: dueOn && dueOn.toISOString().slice(0, 10),
    unread: application._count.messages,
  }));
}

export type QueueCounts = { mine: number; unassigned: number; open: number; waiting: number; overdue: number; myOverdue: number; dueSoon: number };

/** How many open cases there are of each kind. `soon` is the last day that counts as near. */
export async function countQueue({ agencyIds, userId, today, soon }: { agencyIds: readonly string[]; userId: string; today: string; soon: string }): Promise<QueueCounts> {
  const [row] = await db().$queryRaw<QueueCounts[]>`
    select
      count(*) filter (where "officerId" = ${userId}::uuid)::int as "mine",
      count(*) filter (where "officerId" is null)::int as "unassigned",
      count(*)::int as "open",
      count(*) filter (where "state" = 'awaiting_correction')::int as "waiting",
      count(*) filter (where "pausedAt" is null and "dueOn" < ${today}::date)::int as "overdue",
      count(*) filter (where "officerId" = ${userId}::uuid and "pausedAt" is null and "dueOn" < ${today}::date)::int as "myOverdue",
      count(*) filter (where "pausedAt" is null and "dueOn" between ${today}::date and ${soon}::date)::int as "dueSoon"
    from "Case"
    where "agencyId" = any(${[...agencyIds]}) and "closedAt" is null`;
  return row ?? { mine: 0, unassigned: 0, open: 0, waiting: 0, overdue: 0, myOverdue: 0, dueSoon: 0 };
}

export type Load = { officerId: string | null; open: number; overdue: number; dueSoon: number; waiting: number };

/** Open cases of an agency by who holds them; nobody is null. */
export async function openByOfficer({ agencyId, today, soon }: { agencyId: string; today: string; soon: string }): Promise<Load[]> {
  return db().$queryRaw<Load[]>`
    select "officerId",
      count(*)::int as "open",
      count(*) filter (where "pausedAt" is null and "dueOn" < ${today}::date)::int as "overdue",
      count(*) filter (where "pausedAt" is null and "dueOn" between ${today}::date and ${soon}::date)::int as "dueSoon",
      count(*) filter (where "state" = 'awaiting_correction')::int as "waiting"
    from "Case"
    where "agencyId" = ${agencyId} and "closedAt" is null
    group by "officerId"`;
}

/** Cases of an agency decided since an instant, by who decided them. */
export async function decidedByOfficer(agencyId: string, since: Date): Promise<{ officerId: string; decided: number; late: number }[]> {
  return db().$queryRaw<{ officerId: string; decided: number; late: number }[]>`
    select "officerId", count(*)::int as "decided",
      count(*) filter (where ("closedAt" at time zone 'Asia/Tashkent')::date > "dueOn")::int as "late"
    from "Case"
    where "agencyId" = ${agencyId} and "closedAt" >= ${since} and "state" in ('approved', 'refused') and "officerId" is not null
    group by "officerId"`;
}
