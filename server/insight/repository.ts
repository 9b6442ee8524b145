/** Requests counted and listed; the figures are computed from cases when asked for. */
import { Prisma } from '../../prisma/generated/client/client.ts';
import { addDays } from '../platform/calendar/index.ts';
import { db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import type { Group } from './figures.ts';
import type { Period, Unit } from './periods.ts';
import { isState, type RequestCursor, type RequestKind, type RequestState } from './schema.ts';

export type Scope = { agencyIds: readonly string[]; serviceId?: string | undefined; period: Period };

const midnight = (day: string) => Prisma.sql`(${day}::date)::timestamp at time zone 'Asia/Tashkent'`;
const civil = (column: 'openedAt' | 'closedAt') => Prisma.sql`(c.${Prisma.raw(`"${column}"`)} at time zone 'Asia/Tashkent')::date`;

/** Cases of a scope whose moment lies in its period: `Case_openedAt_idx` or `Case_closed`. */
function within({ agencyIds, serviceId, period: { from, to } }: Scope, column: 'openedAt' | 'closedAt'): Prisma.Sql {
  const at = Prisma.raw(`c."${column}"`);
  const service = serviceId === undefined ? Prisma.empty : Prisma.sql`and c."serviceId" = ${serviceId}`;
  return Prisma.sql`${at} >= ${midnight(from)} and ${at} < ${midnight(addDays(to, 1))} and c."agencyId" = any(${[...agencyIds]}) ${service}`;
}

const isOverdue = (today: string) => Prisma.sql`c."closedAt" is null and c."pausedAt" is null and c."dueOn" < ${today}::date`;
const isDecided = Prisma.sql`c."state" in ('approved', 'refused')`;

/** Requests received in the period, counted by agency, service, state and how long they took. */
export async function countGroups(scope: Scope, today: string): Promise<Group[]> {
  return db().$queryRaw<Group[]>`
    with days as (
      select d::date as "day",
        sum(case when coalesce(n."working", extract(isodow from d) < 6) then 1 else 0 end) over (order by d) as "number"
      from generate_series(${scope.period.from}::date, ${today}::date, interval '1 day') d
      left join "CalendarDay" n on n."date" = d::date
    )
    select c."agencyId", c."serviceId", c."state"::text as "state",
      (last."number" - first."number")::int as "days",
      count(*)::int as "count",
      count(*) filter (where ${isOverdue(today)})::int as "overdue",
      count(*) filter (where ${isDecided} and ${civil('closedAt')} <= c."dueOn")::int as "inTime",
      count(*) filter (where ${isDecided} and ${civil('closedAt')} > c."dueOn")::int as "late"
    from "Case" c
    left join days first on first."day" = ${civil('openedAt')} and ${isDecided}
    left join days last on last."day" = ${civil('closedAt')} and ${isDecided}
    where ${within(scope, 'openedAt')}
    group by 1, 2, 3, 4`;
}

export type Flow = { bucket: string; count: number };

async function flow(scope: Scope, unit: Unit, column: 'openedAt' | 'closedAt', only: Prisma.Sql): Promise<Flow[]> {
  return db().$queryRaw<Flow[]>`
    select to_char(date_trunc(${unit}, ${civil(column)}::timestamp), 'YYYY-MM-DD') as "bucket", count(*)::int as "count"
    from "Case" c
    where ${within(scope, column)} ${only}
    group by 1`;
}

/** Requests received in each unit of the period, by the first day of the unit. */
export const receivedOverTime = (scope: Scope, unit: Unit): Promise<Flow[]> => flow(scope, unit, 'openedAt', Prisma.empty);

/** Decisions made in each unit of the period, whenever the request was received. */
export const decidedOverTime = (scope: Scope, unit: Unit): Promise<Flow[]> => flow(scope, unit, 'closedAt', Prisma.sql`and ${isDecided}`);

function ofKind(kind: RequestKind, today: string): Prisma.Sql {
  const conditions: Record<Exclude<RequestKind, RequestState>, Prisma.Sql> = {
    all: Prisma.empty,
    open: Prisma.sql`and c."closedAt" is null`,
    overdue: Prisma.sql`and ${isOverdue(today)}`,
    decided: Prisma.sql`and ${isDecided}`,
    in_time: Prisma.sql`and ${isDecided} and ${civil('closedAt')} <= c."dueOn"`,
    late: Prisma.sql`and ${isDecided} and ${civil('closedAt')} > c."dueOn"`,
  };
  return isState(kind) ? Prisma.sql`and c."state" = ${kind}::"CaseState"` : conditions[kind];
}

export type RequestRow = { id: string; reference: string; agencyId: string; service: LocalizedText; state: RequestState; openedAt: Date; /** Civil day. */ dueOn: string | null; pausedAt: Date | null; closedAt: Date | null };

/** Requests received in the period, newest first. Whose they are is not told: figures need no names. */
export async function listRequests(scope: Scope, kind: RequestKind, today: string, after: RequestCursor | null, limit: number): Promise<RequestRow[]> {
  const further = after ? Prisma.sql`and (c."openedAt", c."id") < (${after.openedAt}, ${after.id}::uuid)` : Prisma.empty;
  return db().$queryRaw<RequestRow[]>`
    select c."id", a."reference", c."agencyId", v."passport"->'title' as "service", c."state"::text as "state",
      c."openedAt", to_char(c."dueOn", 'YYYY-MM-DD') as "dueOn", c."pausedAt", c."closedAt"
    from "Case" c
    join "Application" a on a."id" = c."applicationId"
    join "ServiceVersion" v on v."id" = a."serviceVersionId"
    where ${within(scope, 'openedAt')} ${ofKind(kind, today)} ${further}
    order by c."openedAt" desc, c."id" desc
    limit ${limit}`;
}

/** Titles of services, published or not any more, by id. */
export async function serviceTitles(ids: readonly string[]): Promise<Map<string, LocalizedText>> {
  const rows = await db().$queryRaw<{ serviceId: string; title: LocalizedText }[]>`
    select distinct on (v."serviceId") v."serviceId", v."passport"->'title' as "title"
    from "ServiceVersion" v where v."serviceId" = any(${[...ids]}) and v."state" <> 'draft'
    order by v."serviceId", v."number" desc`;
  return new Map(rows.map(({ serviceId, title }) => [serviceId, title]));
}
