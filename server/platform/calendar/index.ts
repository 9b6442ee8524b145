/** Days are civil days of the country, written `YYYY-MM-DD`. */

export type CalendarException = { date: string; working: boolean };

/** Which days are worked: Monday to Friday, except holidays and days moved by decree. */
export type WorkingCalendar = { isWorkingDay: (day: string) => boolean };

export function workingCalendar(exceptions: readonly CalendarException[]): WorkingCalendar {
  const byDate = new Map(exceptions.map((exception) => [exception.date, exception.working]));
  return {
    isWorkingDay: (day) => {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      return byDate.get(day) ?? (weekday !== 0 && weekday !== 6);
    },
  };
}

export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/**
 * The last day of a term of `count` working days counted from `day`. The term begins on the working day
 * after filing, so a term of 1 filed on a Friday ends on Monday. A term of 0 ends on the day itself.
 */
export function addWorkingDays(day: string, count: number, calendar: WorkingCalendar): string {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (calendar.isWorkingDay(current)) left -= 1;
  }
  return current;
}

/** Working days after `from` up to and including `to`; negative when `to` is in the past. */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count;
}
