import { hasRole, type Actor } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';

/** Editors keep the services of their own agencies. */
export function mayEditService(actor: Actor, service: { agencyId: string }): Decision {
  return hasRole(actor, 'agency_editor', service.agencyId) ? allow : deny('not an editor of the agency');
}

/** Drafts and past versions are seen by the agency's editors and managers, administrators and auditors. */
export function maySeeVersions(actor: Actor, service: { agencyId: string }): Decision {
  const inside = hasRole(actor, 'agency_editor', service.agencyId) || hasRole(actor, 'agency_manager', service.agencyId);
  return inside || hasRole(actor, 'platform_administrator') || hasRole(actor, 'auditor') ? allow : deny('not staff of the agency');
}
