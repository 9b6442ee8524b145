import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('identity', {
  /** The session to end is not one of the person's own, or has ended already. */
  sessionNotFound: 'notFound',
  /** The provider confirmed a PINFL that belongs to another of its subjects. */
  pinflTaken: 'conflict',
  /** The provider's claims lack what the portal needs. */
  claimsInvalid: 'invalid',
  /** The person already holds the role, or the role does not fit the agency. */
  roleInvalid: 'invalid',
  personNotFound: 'notFound',
});
