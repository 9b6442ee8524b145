import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('classifiers', {
  notFound: 'notFound',
  queryInvalid: 'invalid',
  forbidden: 'forbidden',
  idTaken: 'conflict',
  /** Somebody imported, published or discarded since this editor looked. */
  changed: 'conflict',
  nothingToPublish: 'conflict',
  /** An edition may not begin before the one it follows. */
  beforeLast: 'invalid',
  mappingSame: 'invalid',

  fileEmpty: 'invalid',
  fileEncoding: 'invalid',
  fileNotZip: 'invalid',
  fileNotXlsx: 'invalid',
  fileZipBomb: 'tooLarge',
  fileTooLarge: 'tooLarge',
  fileTruncated: 'invalid',
  fileQuote: 'invalid',
  fileEncrypted: 'invalid',
  fileTooManyColumns: 'invalid',
  fileKind: 'invalid',
  fileNotJson: 'invalid',
  fileNotCodeSystem: 'invalid',
  fileNoRows: 'invalid',
  fileTooManyRows: 'tooLarge',
});
