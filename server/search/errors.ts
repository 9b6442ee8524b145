import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('search', {
  forbidden: 'forbidden',
  notFound: 'notFound',
  /** Somebody changed the group since this administrator opened it. */
  changed: 'conflict',
});
