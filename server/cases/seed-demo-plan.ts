/** When things happened to synthetic applications: spread over the last 90 days, some late, some waiting. Pure. */
import { addDays, addWorkingDays, type WorkingCalendar } from '../platform/calendar/index.ts';
import type { Random } from '../registers/generator.ts';
import type { CaseState } from './states.ts';

export type Plan = {
  state: CaseState;
  submittedAt: Date;
  takenAt: Date | null;
  pausedAt: Date | null;
  closedAt: Date | null;
  dueOn: string | null;
};

const outcomes: readonly [CaseState, number][] = [['approved', 50], ['refused', 11], ['withdrawn', 5], ['new', 13], ['in_progress', 14], ['awaiting_correction', 7]];

function pickState(random: Random): CaseState {
  let left = random.int(100);
  for (const [state, share] of outcomes) if ((left -= share) < 0) return state;
  return 'new';
}

/** An hour of the working day in Tashkent, on the working day itself or before it. */
function atWork(day: string, random: Random, calendar: WorkingCalendar): Date {
  let worked = day;
  while (!calendar.isWorkingDay(worked)) worked = addDays(worked, -1);
  return new Date(Date.parse(`${worked}T04:00:00Z`) + random.int(8 * 3_600) * 1_000);
}

const anyHour = (day: string, random: Random) => new Date(Date.parse(`${day}T02:00:00Z`) + random.int(15 * 3_600) * 1_000);
const later = (a: Date, b: Date) => (a > b ? a : b);
const minutes = (count: number) => count * 60_000;

type Given = { at: Date; today: string; workingDays: number | null; random: Random; calendar: WorkingCalendar };

/** The days on which a running application was filed: so that its term ends between three days ago and its end. */
function filedOn({ today, workingDays, random, calendar }: Given): string {
  let day = today;
  const lateBy = random.chance(0.22) ? 1 + random.int(3) : 0;
  const elapsed = lateBy > 0 ? (workingDays ?? 3) + lateBy : random.int((workingDays ?? 5) + 1);
  for (let left = elapsed; left > 0; ) {
    if (calendar.isWorkingDay(day)) left -= 1;
    day = addDays(day, -1);
  }
  return day;
}

export function planApplication(given: Given): Plan {
  const { at, today, workingDays, random, calendar } = given;
  const state = pickState(random);
  const running = state === 'new' || state === 'in_progress';
  const filed = running ? filedOn(given) : addDays(today, -(state === 'awaiting_correction' ? 2 + random.int(9) : 3 + random.int(87)));
  const submittedAt = new Date(Math.min(anyHour(filed, random).getTime(), at.getTime() - minutes(90 + random.int(120))));
  const dueOn = workingDays === null ? null : addWorkingDays(filed, workingDays, calendar);
  const capped = (date: Date, before: number) => new Date(Math.min(later(date, new Date(submittedAt.getTime() + minutes(7))).getTime(), at.getTime() - minutes(before)));
  const takenAt = state === 'new' ? null : capped(atWork(addWorkingDays(filed, random.chance(0.7) ? 0 : 1, calendar), random, calendar), 60);
  const decidedOn = addWorkingDays(filed, Math.max(0, (workingDays ?? 5) - random.int(2)) + (random.chance(0.12) ? 1 + random.int(2) : 0), calendar);
  const act = capped(later(atWork(decidedOn, random, calendar), new Date((takenAt ?? submittedAt).getTime() + minutes(15 + random.int(90)))), 20);
  return {
    state,
    submittedAt,
    takenAt: state === 'withdrawn' && random.chance(0.5) ? null : takenAt,
    pausedAt: state === 'awaiting_correction' ? act : null,
    closedAt: running || state === 'awaiting_correction' ? null : act,
    dueOn,
  };
}
