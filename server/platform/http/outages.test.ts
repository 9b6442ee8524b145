import { expect, it } from 'vitest';
import { metOutage, noteOutage } from './outages.ts';

it('tells once which requests met an outage, and forgets the oldest', () => {
  noteOutage('a');
  expect([metOutage('a'), metOutage('a'), metOutage('b')]).toEqual([true, false, false]);
  for (let number = 0; number < 1_500; number += 1) noteOutage(String(number));
  expect([metOutage('0'), metOutage('1499')]).toEqual([false, true]);
});
