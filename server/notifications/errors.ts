import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('notifications', {
  /** Not one of the person's own notifications. */
  notFound: 'notFound',
});
