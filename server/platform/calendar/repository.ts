import { db } from '../db/index.ts';
import { workingCalendar, type WorkingCalendar } from './index.ts';

/** The national calendar, from the holidays kept as data. */
export async function loadCalendar(): Promise<WorkingCalendar> {
  const days = await db().calendarDay.findMany({ select: { date: true, working: true } });
  return workingCalendar(days.map((day) => ({ date: day.date.toISOString().slice(0, 10), working: day.working })));
}
