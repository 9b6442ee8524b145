import { agenciesOf, hasRole, isPerson, type Actor, type StaffRole } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';

type Reader = Extract<StaffRole, 'platform_administrator' | 'auditor' | 'agency_manager'>;

/** The role in which somebody reads figures: the widest they hold. */
export function readerRole(actor: Actor): Reader | null {
  if (!isPerson(actor)) return null;
  return (['platform_administrator', 'auditor', 'agency_manager'] as const).find((role) => hasRole(actor, role)) ?? null;
}

/** Administrators and auditors see the requests of every agency, managers those of the agencies they manage. */
export function mayReadFigures(actor: Actor, agencyId: string): Decision {
  const role = readerRole(actor);
  if (role === null) return deny('neither administrator, auditor nor manager');
  if (role !== 'agency_manager') return allow;
  return agenciesOf(actor, 'agency_manager').includes(agencyId) ? allow : deny('not a manager of the agency');
}

/** The audit trail names people of every agency: it is for administrators and auditors alone. */
export function mayReadAudit(actor: Actor): Decision {
  const role = readerRole(actor);
  return role === 'platform_administrator' || role === 'auditor' ? allow : deny('neither administrator nor auditor');
}
