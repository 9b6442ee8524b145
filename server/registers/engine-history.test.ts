import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applied, at, endFrom, overlaps, patch, put, type Period, type Rewrite, type Segment } from './engine-history.ts';

const day = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
const period = fc.record({ from: fc.nat(60), length: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }) }).map(({ from, length }): Period => ({ from: day(from), to: length === null ? null : day(from + length) }));
const data = fc.record({ a: fc.constantFrom('x', 'y'), b: fc.constantFrom('1', '2') });
const edit = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), period, data }),
  fc.record({ kind: fc.constant('patch' as const), period, data: fc.record({ a: fc.constantFrom('x', 'y') }) }),
  fc.record({ kind: fc.constant('end' as const), period, data }),
);
type Edit = { kind: 'put' | 'patch' | 'end'; period: Period; data: Segment['data'] };

const rewrite = (timeline: Segment[], { kind, period: when, data: content }: Edit): Rewrite<Segment> =>
  kind === 'put' ? put(timeline, when, content) : kind === 'patch' ? patch(timeline, when, content) : endFrom(timeline, when.from);

/** The same told day by day, which nobody can get wrong. */
function plainly(days: Map<string, Segment['data']>, { kind, period: when, data: content }: Edit): void {
  for (let number = 0; number < 140; number += 1) {
    const one = day(number);
    const within = when.from <= one && (kind === 'end' || one < (when.to ?? '9999'));
    if (!within) continue;
    const was = days.get(one);
    if (kind === 'end') days.delete(one);
    else if (kind === 'put') days.set(one, content);
    else if (was) days.set(one, { ...was, ...content });
  }
}

describe('the timeline of a record', () => {
  it('says for every day what the changes said, never overlaps and never splits without reason', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let timeline: Segment[] = [];
        const days = new Map<string, Segment['data']>();
        for (const one of edits) {
          timeline = applied(timeline, rewrite(timeline, one));
          plainly(days, one);
        }
        for (let number = 0; number < 140; number += 1) expect(at(timeline, day(number))?.data).toEqual(days.get(day(number)));
        for (const [index, segment] of timeline.entries()) {
          const next = timeline[index + 1];
          if (!next) continue;
          expect(overlaps(segment, next)).toBe(false);
          expect(segment.to !== next.from || JSON.stringify(segment.data) !== JSON.stringify(next.data)).toBe(true);
        }
      }),
    );
  });

  it('leaves periods alone that a change does not touch', () => {
    const old = { from: '2020-01-01', to: '2021-01-01', data: { a: 'x' } };
    const now = { from: '2021-01-01', to: null, data: { a: 'y' } };
    expect(patch([old, now], { from: '2022-01-01', to: null }, { a: 'z' })).toEqual({ closed: [now], opened: [{ ...now, to: '2022-01-01' }, { from: '2022-01-01', to: null, data: { a: 'z' } }] });
    expect(patch([old, now], { from: '2020-01-01', to: '2021-01-01' }, { a: 'x' })).toEqual({ closed: [], opened: [] });
  });

  it('takes a value away', () => {
    expect(patch([{ from: '2020-01-01', to: null, data: { a: 'x', b: 'y' } }], { from: '2020-01-01', to: null }, { b: undefined }).opened).toEqual([{ from: '2020-01-01', to: null, data: { a: 'x' } }]);
  });
});
