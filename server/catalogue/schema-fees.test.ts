import { describe, expect, it } from 'vitest';
import { isFree, type Fee } from './schema.ts';
import { soumOf, summaryOf } from './schema-fees.ts';
import { shippedServices } from './seed.ts';

const label = { uz: 'a', ru: 'a', en: 'a' };
const base = 412_000;

describe('fees', () => {
  it('are rounded to whole soum', () => {
    expect(soumOf({ bhm: 0.89 }, base)).toBe(366_680);
    expect(soumOf({ bhm: 0.333 }, base)).toBe(137_196);
    expect(soumOf({ soum: 5_000 }, null)).toBe(5_000);
    expect(soumOf({ bhm: 1 }, null)).toBeNull();
  });

  it.each<[string, Fee, ReturnType<typeof summaryOf>]>([
    ['one amount', { items: [{ bhm: 1 }] }, { soum: 412_000, kind: 'exact' }],
    ['several amounts', { items: [{ bhm: 2, label }, { bhm: 1, label }] }, { soum: 412_000, kind: 'from' }],
    ['an amount for something', { items: [{ bhm: 1, label }] }, { soum: 412_000, kind: 'upTo' }],
    ['an amount and more', { items: [{ bhm: 1 }], varies: true }, { soum: 412_000, kind: 'from' }],
    ['no amount', { items: [], varies: true }, null],
    ['nothing', { items: [] }, null],
  ])('are summed up: %s', (_, fee, summary) => {
    expect(summaryOf(fee, base)).toEqual(summary);
  });

  it('of every shipped service are free, vary, or have a positive amount', () => {
    for (const { id, passport } of shippedServices()) {
      const summary = summaryOf(passport.fee, base);
      expect(isFree(passport.fee) || passport.fee.varies === true || (summary !== null && summary.soum > 0), id).toBe(true);
    }
  });
});
