import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, workingCalendar, workingDaysBetween } from './index.ts';

const plain = workingCalendar([]);
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const calendar = fc.array(fc.record({ date: day, working: fc.boolean() }), { maxLength: 60 }).map(workingCalendar);

describe('working days', () => {
  it('starts a term on the working day after filing', () => {
    expect(addWorkingDays('2026-11-20', 1, plain)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-21', 1, plain)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-23', 0, plain)).toBe('2026-11-23');
  });

  it('skips holidays and counts days moved to a weekend', () => {
    const moved = workingCalendar([{ date: '2026-12-08', working: false }, { date: '2026-12-12', working: true }]);
    expect(addWorkingDays('2026-12-07', 1, moved)).toBe('2026-12-09');
    expect(addWorkingDays('2026-12-11', 1, moved)).toBe('2026-12-12');
  });

  it('ends on a working day, and counting back gives the term', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), calendar, (from, count, days) => {
        const end = addWorkingDays(from, count, days);
        expect(days.isWorkingDay(end)).toBe(true);
        expect(workingDaysBetween(from, end, days)).toBe(count);
        expect(workingDaysBetween(end, from, days)).toBe(-count);
      }),
    );
  });

  it('adds terms: n days and then m days are n + m days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), calendar, (from, n, m, days) => {
        expect(addWorkingDays(addWorkingDays(from, n, days), m, days)).toBe(addWorkingDays(from, n + m, days));
      }),
    );
  });

  it('moves one calendar day at a time across months and years', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });
});
