import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('registers', {
  forbidden: 'forbidden',
  invalidIdentifier: 'invalid',
  notFound: 'notFound',
  /** Somebody else has changed the record since it was read. */
  changed: 'conflict',
  exists: 'conflict',
  invalidPeriod: 'invalid',
  notIndexed: 'invalid',
  keyChanges: 'invalid',
  notValidThen: 'invalid',
  tooManyReports: 'tooMany',
  reportAnswered: 'conflict',
  notMerged: 'conflict',
  /** A value that only one record may have is another's by now. */
  unmergeTaken: 'conflict',
  registerExists: 'conflict',
  nothingChanged: 'invalid',
  migrating: 'conflict',
  erasureProposed: 'conflict',
  erasureDecided: 'conflict',
  erasureOwn: 'forbidden',
  clientExists: 'conflict',
  clientDisabled: 'conflict',
  importChanged: 'conflict',
  importNotSound: 'conflict',
  importEmpty: 'conflict',
});
