import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('insight', {
  forbidden: 'forbidden',
  /** The period ends before it begins. */
  periodReversed: 'invalid',
  periodFuture: 'invalid',
  /** Longer than `days` days. */
  periodLong: 'invalid',
  /** Only its last day was given. */
  periodOpen: 'invalid',
});
