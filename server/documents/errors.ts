import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('documents', {
  /** No such document, or not one the actor may see. */
  notFound: 'notFound',
  /** The file is still being made. */
  notReady: 'unavailable',
  /** Only the deciding agency's staff issue results. */
  forbidden: 'forbidden',
  /** Too many checks of documents from one place. */
  tooMany: 'tooMany',
});
