import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('catalogue', {
  notFound: 'notFound',
  forbidden: 'forbidden',
  /** Somebody saved since this editor opened the draft. */
  changed: 'conflict',
  /** The version is not in a state in which this can be done. */
  moved: 'conflict',
  /** Nobody reviews what they have written. */
  ownWork: 'forbidden',
  /** Somebody else is writing. */
  locked: 'conflict',
  pastTime: 'invalid',
  /** Another version is being worked on: it comes first. */
  openVersion: 'conflict',
  noSuccessor: 'invalid',
});
