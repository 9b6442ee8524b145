import { defineFailures } from '../platform/errors/index.ts';

export const failure = defineFailures('cases', {
  /** No such case, or not one the actor may see. */
  notFound: 'notFound',
  forbidden: 'forbidden',
  /** Only who holds the case does this: take it first. */
  notHolder: 'forbidden',
  ownApplication: 'forbidden',
  /** Changed since the actor saw it. */
  changed: 'conflict',
  /** As `changed`; `by` names the colleague. */
  changedBy: 'conflict',
  /** Somebody else, `by`, has decided meanwhile. */
  decided: 'conflict',
  withdrawn: 'conflict',
  /** The case is in a state that does not allow this. */
  wrongState: 'conflict',
  /** Whom it should be assigned to does not handle cases of the agency, or is the applicant. */
  officerUnfit: 'invalid',
  /** Several were to be assigned at once, and none could be. */
  noneAssigned: 'conflict',
  registerUnknown: 'notFound',
});
