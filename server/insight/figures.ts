/** From counted groups of requests to the figures people read. Pure. */
import type { Grouping, RequestState } from './schema.ts';

/** So many requests alike: `days` is how many working days their decision took, null for what is not decided. */
export type Group = { agencyId: string; serviceId: string; state: RequestState; days: number | null; count: number; overdue: number; /** Decided within a term, and after it. */ inTime: number; late: number };

export type Figures = {
  received: number;
  states: Record<RequestState, number>;
  open: number;
  overdue: number;
  /** Approved or refused. */
  decided: number;
  inTime: number;
  late: number;
  /** Of the decisions that had a term, those within it, 0 to 100. */
  inTimeShare: number | null;
  /** Working days from filing to decision, half of the decisions took no longer. */
  medianDays: number | null;
};

export type FigureRow = Figures & { agencyId: string; /** Null for a whole agency. */ serviceId: string | null };

/** The middle of numbers given with how often each occurs; between two middles, half way. */
export function medianOf(counted: ReadonlyMap<number, number>): number | null {
  const sorted = [...counted].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const nth = (position: number): number => {
    let left = position;
    return sorted.find(([, count]) => (left -= count) < 0)?.[0] ?? 0;
  };
  return total === 0 ? null : (nth(Math.floor((total - 1) / 2)) + nth(Math.floor(total / 2))) / 2;
}

export function figuresOf(groups: readonly Group[]): Figures {
  const states: Record<RequestState, number> = { new: 0, in_progress: 0, awaiting_correction: 0, approved: 0, refused: 0, withdrawn: 0 };
  const days = new Map<number, number>();
  const sum = { received: 0, overdue: 0, inTime: 0, late: 0 };
  for (const group of groups) {
    states[group.state] += group.count;
    sum.received += group.count;
    sum.overdue += group.overdue;
    sum.inTime += group.inTime;
    sum.late += group.late;
    if (group.days !== null) days.set(group.days, (days.get(group.days) ?? 0) + group.count);
  }
  const timed = sum.inTime + sum.late;
  return {
    ...sum,
    states,
    open: states.new + states.in_progress + states.awaiting_correction,
    decided: states.approved + states.refused,
    inTimeShare: timed === 0 ? null : (sum.inTime / timed) * 100,
    medianDays: medianOf(days),
  };
}

/** Figures of each agency, or of each service in each agency. */
export function rowsOf(groups: readonly Group[], by: Grouping): FigureRow[] {
  const parts = new Map<string, Group[]>();
  for (const group of groups) {
    const key = by === 'agency' ? group.agencyId : `${group.agencyId} ${group.serviceId}`;
    const part = parts.get(key);
    if (part) part.push(group);
    else parts.set(key, [group]);
  }
  return [...parts.values()].flatMap((part) => part.slice(0, 1).map(({ agencyId, serviceId }) => ({ agencyId, serviceId: by === 'agency' ? null : serviceId, ...figuresOf(part) })));
}
