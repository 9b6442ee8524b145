import { hasRole, isPerson, type Actor, type StaffRole } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';
import type { StaffAct } from './states.ts';

export type GuardedCase = { agencyId: string; officerId: string | null; applicantUserId: string };

/** Acts beside those that move the case: reading it, writing to the applicant, reading registers on its ground. */
export type CaseAct = StaffAct | 'read' | 'message' | 'check_register';

/** The role in which somebody handles cases of an agency. Officers come first: it is the lesser one. */
export function caseRole(actor: Actor, agencyId: string): Extract<StaffRole, 'agency_officer' | 'agency_manager'> | null {
  if (hasRole(actor, 'agency_officer', agencyId)) return 'agency_officer';
  return hasRole(actor, 'agency_manager', agencyId) ? 'agency_manager' : null;
}

/**
 * Case staff see every case of their agency. Whoever holds a case, and nobody else, checks registers, asks for
 * corrections and decides. Managers assign, take cases from their holders and write to applicants. Nobody
 * handles their own application.
 */
export function mayHandleCase(actor: Actor, target: GuardedCase, act: CaseAct): Decision {
  if (!isPerson(actor) || caseRole(actor, target.agencyId) === null) return deny('not case staff of the agency');
  if (actor.userId === target.applicantUserId) return deny('own application');
  const manager = hasRole(actor, 'agency_manager', target.agencyId);
  const holder = actor.userId === target.officerId;
  switch (act) {
    case 'read':
    case 'take':
      return allow;
    case 'assign':
      return manager ? allow : deny('not a manager of the agency');
    case 'release':
    case 'message':
      return holder || manager ? allow : deny('neither holder nor manager');
    case 'check_register':
    case 'ask_correction':
    case 'approve':
    case 'refuse':
      return holder ? allow : deny('not the holder');
  }
}

/** Whether somebody may be given a case: case staff of its agency who did not apply themselves. */
export function mayHold(person: { userId: string; roles: Actor['roles'] }, target: Pick<GuardedCase, 'agencyId' | 'applicantUserId'>): Decision {
  const staff = person.roles.some(({ role, agencyId }) => (role === 'agency_officer' || role === 'agency_manager') && agencyId === target.agencyId);
  if (!staff) return deny('not case staff of the agency');
  return person.userId === target.applicantUserId ? deny('own application') : allow;
}

/** Managers see who does how much in their agencies. */
export function maySeeWorkload(actor: Actor, agencyId: string): Decision {
  return isPerson(actor) && hasRole(actor, 'agency_manager', agencyId) ? allow : deny('not a manager of the agency');
}
