import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('registerFeed', {
  notFound: 'notFound',
  /** The system may not follow the register, or not with its key. */
  noRight: 'forbidden',
  notIndexed: 'invalid',
  unknownField: 'invalid',
  badAddress: 'invalid',
  tooMany: 'tooMany',
  paused: 'conflict',
  notPaused: 'conflict',
  notPull: 'conflict',
  notWebhook: 'conflict',
});
