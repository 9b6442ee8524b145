/** Figures on requests and the lists behind them. */
import { listAgencies } from '../catalogue/service.ts';
import { audit } from '../platform/audit/index.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { transaction } from '../platform/db/index.ts';
import { authorise, Failure } from '../platform/errors/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import { failure } from './errors.ts';
import { figuresOf, rowsOf, type FigureRow, type Figures } from './figures.ts';
import { bucketsOf, periodOf, unitOf, type Period, type Unit } from './periods.ts';
import { mayReadFigures, readerRole } from './policy.ts';
import * as repository from './repository.ts';
import { requestFilterSchema, requestListSchema, type Grouping, type RequestCursor, type RequestFilter, type RequestListInput } from './schema.ts';

export type { FigureRow, Figures } from './figures.ts';
export type RequestItem = repository.RequestRow & { overdue: boolean };

export type RequestFigures = {
  period: Period;
  unit: Unit;
  total: Figures;
  agencies: FigureRow[];
  services: FigureRow[];
  /** By the first day of each unit of the period. */
  overTime: { bucket: string; received: number; decided: number }[];
  titles: ReadonlyMap<string, LocalizedText>;
};

const pageSize = 25;

/** Agencies whose requests the actor sees, in the order of the catalogue. */
export async function visibleAgencies(actor: Actor): Promise<{ id: string; name: LocalizedText; abbreviation: LocalizedText }[]> {
  if (readerRole(actor) === null) throw failure('forbidden');
  const agencies = await listAgencies();
  return agencies.filter(({ id }) => mayReadFigures(actor, id).allow).map(({ id, name, abbreviation }) => ({ id, name, abbreviation }));
}

/** What a filter means to the actor: the agencies and days, or a failure. */
async function scopeOf(actor: Actor, filter: RequestFilter): Promise<repository.Scope> {
  const { agencyId, serviceId } = filter;
  if (agencyId !== undefined) authorise(mayReadFigures(actor, agencyId), failure('forbidden'));
  const visible = await visibleAgencies(actor);
  const period = periodOf(filter, civilDay(now()));
  if (period instanceof Failure) throw period;
  return { agencyIds: agencyId === undefined ? visible.map(({ id }) => id) : [agencyId], serviceId, period };
}

/** Figures of the requests received in a period, as they stand now. */
export async function requestFigures(actor: Actor, input: Partial<RequestFilter>): Promise<RequestFigures> {
  const scope = await scopeOf(actor, requestFilterSchema.parse(input));
  const { period } = scope;
  const unit = unitOf(period);
  const [groups, received, decided] = await Promise.all([
    repository.countGroups(scope, civilDay(now())),
    repository.receivedOverTime(scope, unit),
    repository.decidedOverTime(scope, unit),
  ]);
  const [inBucket, outOfBucket] = [received, decided].map((flow) => new Map(flow.map(({ bucket, count }) => [bucket, count])));
  return {
    period,
    unit,
    total: figuresOf(groups),
    agencies: rowsOf(groups, 'agency'),
    services: rowsOf(groups, 'service'),
    overTime: bucketsOf(period, unit).map((bucket) => ({ bucket, received: inBucket?.get(bucket) ?? 0, decided: outOfBucket?.get(bucket) ?? 0 })),
    titles: await repository.serviceTitles([...new Set(groups.map(({ serviceId }) => serviceId))]),
  };
}

/** The requests behind a number, newest first. */
export async function listRequests(actor: Actor, input: RequestListInput): Promise<{ period: Period; items: RequestItem[]; next: RequestCursor | null }> {
  const { kind, after, ...filter } = requestListSchema.parse(input);
  const scope = await scopeOf(actor, filter);
  const today = civilDay(now());
  const rows = await repository.listRequests(scope, kind, today, after, pageSize + 1);
  const items = rows.slice(0, pageSize).map((row) => ({ ...row, overdue: row.closedAt === null && row.pausedAt === null && row.dueOn !== null && row.dueOn < today }));
  const last = rows.length > pageSize ? items.at(-1) : undefined;
  return { period: scope.period, items, next: last ? { openedAt: last.openedAt, id: last.id } : null };
}

/** The rows of the table for an export, which leaves an audit entry. */
export async function exportFigures(actor: Actor, input: Partial<RequestFilter> & { by: Grouping }): Promise<Pick<RequestFigures, 'period' | 'titles'> & { rows: FigureRow[] }> {
  const { by, ...filter } = input;
  const { period, titles, agencies, services } = await requestFigures(actor, filter);
  const rows = by === 'agency' ? agencies : services;
  const role = readerRole(actor);
  await transaction((tx) =>
    audit(tx, actor, {
      action: 'insight.export', subjectType: 'figures', subjectId: by, agencyId: filter.agencyId ?? null, ...(role && { as: role }),
      detail: { ...period, rows: rows.length, ...(filter.serviceId !== undefined && { serviceId: filter.serviceId }) },
    }),
  );
  return { period, titles, rows };
}
