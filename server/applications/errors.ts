import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('applications', {
  /** No such draft or application, or not one the actor may see. */
  notFound: 'notFound',
  /** The service cannot be asked for online. */
  notOnline: 'notFound',
  /** The draft was not touched for so long that it was given up. */
  draftExpired: 'gone',
  /** The draft was sent already; `reference` says as what. */
  alreadySubmitted: 'conflict',
  tooManyDrafts: 'conflict',
  /** Pages are unanswered or no longer valid. */
  incomplete: 'invalid',
  declarationMissing: 'invalid',
  /** The page cannot be changed: it is not among those asked for, or not part of the form. */
  pageClosed: 'conflict',
  /** The application is in a state that does not allow this. */
  wrongState: 'conflict',
  messageInvalid: 'invalid',
  reasonMissing: 'invalid',
  /** Saved by somebody else again and again while trying. */
  busy: 'unavailable',
  uploadMissing: 'notFound',
  forbidden: 'forbidden',
});
