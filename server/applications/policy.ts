import { agenciesOf, hasRole, isPerson, type Actor, type StaffRole } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';
import { isOpen, type ApplicationState } from './schema.ts';

/** Drafts are seen and changed by their owner only, whatever anybody's role. */
export function mayUseDraft(actor: Actor, draft: { userId: string }): Decision {
  return isPerson(actor) && actor.userId === draft.userId ? allow : deny('not the owner');
}

export function mayReadOwn(actor: Actor, application: { userId: string }): Decision {
  return isPerson(actor) && actor.userId === application.userId ? allow : deny('not the applicant');
}

export function mayWithdraw(actor: Actor, application: { userId: string; state: ApplicationState }): Decision {
  if (!mayReadOwn(actor, application).allow) return deny('not the applicant');
  return isOpen(application.state) ? allow : deny('already decided');
}

/** Case staff of the agency that handles the application. */
export function mayHandle(actor: Actor, application: { agencyId: string }): Decision {
  return isPerson(actor) && agenciesOf(actor, 'agency_officer', 'agency_manager').includes(application.agencyId) ? allow : deny('not case staff of the agency');
}

/** The role in which case staff act for the agency. */
export function staffRole(actor: Actor, agencyId: string): StaffRole {
  return hasRole(actor, 'agency_officer', agencyId) ? 'agency_officer' : 'agency_manager';
}
