import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('catalogue', {
  notFound: 'notFound',
  forbidden: 'forbidden',
  /** Somebody saved since this editor opened the draft. */
  changed: 'conflict',
  nothingToPublish: 'conflict',
});
