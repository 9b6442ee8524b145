import { hasRole, isPerson, type Actor } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';

/** Case staff of the agency that decides, and the platform itself. */
export function mayIssue(actor: Actor, agencyId: string): Decision {
  if (actor.kind === 'system') return allow;
  return hasRole(actor, 'agency_officer', agencyId) || hasRole(actor, 'agency_manager', agencyId) ? allow : deny('not case staff of the agency');
}

/** The applicant downloads their documents; the agency's case staff those of its cases. */
export function mayDownload(actor: Actor, document: { ownerId: string; agencyId: string }): Decision {
  if (isPerson(actor) && actor.userId === document.ownerId) return allow;
  return mayIssue(actor, document.agencyId).allow && isPerson(actor) ? allow : deny('neither the applicant nor case staff of the agency');
}
