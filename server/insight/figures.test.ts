import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../platform/errors/index.ts';
import { figuresOf, medianOf } from './figures.ts';
import { bucketsOf, periodOf, startOf, unitOf } from './periods.ts';
import type { Preset } from './schema.ts';

const today = '2026-11-26';

describe('periods', () => {
  test.each<[Preset, string]>([
    ['7', '2026-11-20'],
    ['30', '2026-10-28'],
    ['90', '2026-08-29'],
    ['year', '2026-01-01'],
  ])('%s begins on %s and ends today', (preset, from) => expect(periodOf({ preset }, today)).toEqual({ from, to: today }));

  test.each([
    [{ from: '2026-03-01', to: '2026-03-31' }, { from: '2026-03-01', to: '2026-03-31' }],
    [{ from: '2026-11-01' }, { from: '2026-11-01', to: today }],
    [{ from: '2026-11-01', to: '2027-01-01' }, { from: '2026-11-01', to: today }],
    [{ from: '2026-04-01', to: '2026-03-31' }, 'insight.errors.periodReversed'],
    [{ from: '2026-11-27' }, 'insight.errors.periodFuture'],
    [{ to: '2026-03-31' }, 'insight.errors.periodOpen'],
    [{ from: '2025-01-01', to: '2026-01-01' }, { from: '2025-01-01', to: '2026-01-01' }],
    [{ from: '2025-01-01', to: '2026-01-02' }, 'insight.errors.periodLong'],
  ])('%j', (given, expected) => {
    const period = periodOf({ preset: '30', ...given }, today);
    expect(period instanceof Failure ? period.key : period).toEqual(expected);
  });

  test('every day of a period is in exactly one of its units, and there are few', () => {
    const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2026-11-26'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const period = periodOf({ preset: '30', from: a < b ? a : b, to: a < b ? b : a }, today);
        if (period instanceof Failure) return;
        const unit = unitOf(period);
        const buckets = bucketsOf(period, unit);
        expect(buckets.length).toBeLessThanOrEqual(16);
        expect(new Set(buckets).size).toBe(buckets.length);
        expect(buckets).toContain(startOf(period.from, unit));
        expect(buckets.at(-1)).toBe(startOf(period.to, unit));
      }),
    );
  });
});

test('the median of counted numbers is the median of the numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 }), (numbers) => {
      const counted = new Map<number, number>();
      for (const number of numbers) counted.set(number, (counted.get(number) ?? 0) + 1);
      const sorted = numbers.toSorted((a, b) => a - b);
      const half = sorted.length / 2;
      const expected = sorted.length === 0 ? null : ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
      // For an odd length both are the middle one.
      expect(medianOf(counted)).toBe(sorted.length % 2 === 1 ? sorted[Math.floor(half)] : expected);
    }),
  );
});

test('nothing received has no share and no median', () => {
  expect(figuresOf([])).toMatchObject({ received: 0, open: 0, decided: 0, inTimeShare: null, medianDays: null });
});
