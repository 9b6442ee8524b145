import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseStates, isOpen, isPossible, staffActs, step, type Act, type CaseFacts } from './states.ts';

const fresh: CaseFacts = { state: 'new', officerId: null, pausedAt: null, closedAt: null };
const officer = fc.constantFrom('a', 'b', 'c');
const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constantFrom('take' as const, 'assign' as const), officerId: officer }),
  fc.constant({ act: 'release' as const }),
  fc.record({ act: fc.constantFrom('ask_correction' as const, 'approve' as const, 'refuse' as const, 'resubmit' as const, 'withdraw' as const), at }),
);

/** What holds of every case that has come about by acts. */
function isSound({ state, officerId, pausedAt, closedAt }: CaseFacts): boolean {
  const open = isOpen({ state });
  return (
    (closedAt === null) === open &&
    (pausedAt !== null) === (state === 'awaiting_correction') &&
    (state !== 'new' || officerId === null) &&
    (state !== 'in_progress' || officerId !== null) &&
    (!(state === 'approved' || state === 'refused') || officerId !== null)
  );
}

test('whatever happens, a case stays sound', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let facts = fresh;
      for (const one of acts) {
        facts = step(facts, one) ?? facts;
        expect(isSound(facts)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('a closed case never changes', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), act, (acts, last) => {
      const facts = acts.reduce((current, one) => step(current, one) ?? current, fresh);
      fc.pre(!isOpen(facts));
      expect(step(facts, last)).toBeNull();
      expect(staffActs.filter((one) => isPossible(facts, one))).toEqual([]);
    }),
  );
});

test('every state is reached', () => {
  const reached = new Set(['new']);
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let facts = fresh;
      for (const one of acts) reached.add((facts = step(facts, one) ?? facts).state);
    }),
    { numRuns: 500, seed: 1 },
  );
  expect([...reached].sort()).toEqual([...caseStates].sort());
});

test('what is shown as possible is possible, for an officer who is not there yet', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), at, (acts, when) => {
      const facts = acts.reduce((current, one) => step(current, one) ?? current, fresh);
      const tries: Record<(typeof staffActs)[number], Act> = {
        take: { act: 'take', officerId: 'new' }, assign: { act: 'assign', officerId: 'new' }, release: { act: 'release' },
        ask_correction: { act: 'ask_correction', at: when }, approve: { act: 'approve', at: when }, refuse: { act: 'refuse', at: when },
      };
      for (const one of staffActs) expect(isPossible(facts, one)).toBe(step(facts, tries[one]) !== null);
    }),
  );
});

test('nobody takes what somebody holds, and a manager does not assign to whom it is', () => {
  const held = step(fresh, { act: 'take', officerId: 'a' });
  expect(held).toMatchObject({ state: 'in_progress', officerId: 'a' });
  expect(held && step(held, { act: 'take', officerId: 'b' })).toBeNull();
  expect(held && step(held, { act: 'assign', officerId: 'a' })).toBeNull();
  expect(held && step(held, { act: 'assign', officerId: 'b' })).toMatchObject({ officerId: 'b' });
});
