let source: () => Date = () => new Date();

/** The current time. Everything that depends on time asks here, so that tests can move it. */
export function now(): Date {
  return source();
}

/** Makes time stand still at `instant`; returns a function that lets it run again. For tests. */
export function freezeClock(instant: Date | string): () => void {
  const fixed = new Date(instant);
  source = () => new Date(fixed);
  return () => {
    source = () => new Date();
  };
}

/** Time zone of the country: deadlines and calendar days are counted in it. */
export const timeZone = 'Asia/Tashkent';

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone });

/** The calendar day of an instant in the country's time zone, as `YYYY-MM-DD`. */
export function civilDay(instant: Date): string {
  return dayFormat.format(instant);
}
