import { agenciesOf, hasRole, isPerson, isStaff, type Actor, type StaffRole } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';

const hour = 3_600_000;

/** How long a session lives: untouched, and at most. Staff see other people's data, so theirs ends with the working day. */
export function sessionLimits(staff: boolean): { idleMs: number; absoluteMs: number } {
  return { idleMs: 8 * hour, absoluteMs: (staff ? 12 : 24) * hour };
}

export const limitsOf = (actor: Pick<Actor, 'roles'>) => sessionLimits(actor.roles.length > 0);

/** Recording a sign-in and opening its session is the platform's own act, after the provider's word. */
export function mayRecordSignIn(actor: Actor): Decision {
  return actor.kind === 'system' ? allow : deny('only the platform records a sign-in');
}

/** Everybody sees and ends their own sessions, and nobody else's. */
export function mayManageOwnAccount(actor: Actor): Decision {
  return isPerson(actor) ? allow : deny('not signed in');
}

const platformRoles = new Set<StaffRole>(['platform_administrator', 'auditor']);

/** Agency roles name their agency, platform roles name none. The database refuses the rest as well. */
export function roleFitsAgency(role: StaffRole, agencyId: string | null): boolean {
  return platformRoles.has(role) === (agencyId === null);
}

/** Who may see who holds which role: administrators and auditors everywhere, managers in their agencies. */
export function mayListStaff(actor: Actor, agencyId: string | null): Decision {
  if (hasRole(actor, 'platform_administrator') || hasRole(actor, 'auditor')) return allow;
  if (agencyId !== null && agenciesOf(actor, 'agency_manager').includes(agencyId)) return allow;
  return deny(isStaff(actor) ? 'not a manager of the agency' : 'not staff');
}

const ordinaryRoles: ReadonlySet<StaffRole> = new Set(['agency_officer', 'agency_editor', 'agency_reviewer', 'agency_publisher']);

/**
 * Administrators grant and revoke any role; managers the officers of their agency and those who work on its passports. Nobody
 * changes their own roles: a second person must answer for it.
 */
export function mayChangeRole(actor: Actor, change: { userId: string; role: StaffRole; agencyId: string | null }): Decision {
  if (actor.kind === 'system') return allow;
  if (!isPerson(actor)) return deny('not signed in');
  if (actor.userId === change.userId) return deny('own roles');
  if (hasRole(actor, 'platform_administrator')) return allow;
  if (ordinaryRoles.has(change.role) && change.agencyId !== null && hasRole(actor, 'agency_manager', change.agencyId)) return allow;
  return deny('neither administrator nor manager of the agency');
}
