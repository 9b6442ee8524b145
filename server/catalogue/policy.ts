import { hasRole, type Actor, type StaffRole } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';
import { editorialRoles, type Move, type VersionState } from './schema-workflow.ts';

type Owned = { agencyId: string };
type Written = { state: VersionState; authorIds: readonly string[] };

/** Authors keep the services of their own agencies. */
export function mayEditService(actor: Actor, service: Owned): Decision {
  return hasRole(actor, 'agency_editor', service.agencyId) ? allow : deny('not an editor of the agency');
}

/** Drafts and past versions are seen by those who work on them, the agency's managers, administrators and auditors. */
export function maySeeVersions(actor: Actor, service: Owned): Decision {
  const inside = [...editorialRoles, 'agency_manager' as const].some((role) => hasRole(actor, role, service.agencyId));
  return inside || hasRole(actor, 'platform_administrator') || hasRole(actor, 'auditor') ? allow : deny('not staff of the agency');
}

/** Why a move is refused: it is not the actor's to make, the version is in another state, or it is the actor's own work. */
export type Refusal = 'role' | 'state' | 'own';
export type MoveDecision = { allow: true; as: StaffRole } | { allow: false; refusal: Refusal };

const rules: Readonly<Record<Move, { from: readonly VersionState[]; roles: readonly StaffRole[]; notOwn?: true }>> = {
  edit: { from: ['draft', 'amends'], roles: ['agency_editor'] },
  submit: { from: ['draft', 'amends'], roles: ['agency_editor'] },
  recall: { from: ['in_review', 'ready'], roles: ['agency_editor'] },
  discard: { from: ['draft', 'amends'], roles: ['agency_editor'] },
  return: { from: ['in_review', 'ready'], roles: ['agency_reviewer'], notOwn: true },
  approve: { from: ['in_review'], roles: ['agency_reviewer'], notOwn: true },
  schedule: { from: ['ready'], roles: ['agency_publisher'] },
  unschedule: { from: ['scheduled'], roles: ['agency_publisher'] },
  publish: { from: ['ready'], roles: ['agency_publisher'] },
  emergency: { from: ['draft', 'amends', 'in_review'], roles: ['agency_publisher'] },
};

/** What may be done with an open version. Whoever has written any of it does not review it. */
export function mayMove(actor: Actor, service: Owned, version: Written, move: Move): MoveDecision {
  const { from, roles, notOwn } = rules[move];
  const as = roles.find((role) => hasRole(actor, role, service.agencyId));
  if (!as) return { allow: false, refusal: 'role' };
  if (!from.includes(version.state)) return { allow: false, refusal: 'state' };
  if (notOwn && (actor.userId === null || version.authorIds.includes(actor.userId))) return { allow: false, refusal: 'own' };
  return { allow: true, as };
}

/** What was published in an emergency is approved afterwards by a reviewer who has not written it. */
export function mayApproveLater(actor: Actor, service: Owned, version: Pick<Written, 'authorIds'> & { publishedById: string | null }): MoveDecision {
  if (!hasRole(actor, 'agency_reviewer', service.agencyId)) return { allow: false, refusal: 'role' };
  return actor.userId === null || version.authorIds.includes(actor.userId) || version.publishedById === actor.userId ? { allow: false, refusal: 'own' } : { allow: true, as: 'agency_reviewer' };
}

/** Whether the service is on the portal at all is for publishers. */
export function mayWithdraw(actor: Actor, service: Owned): Decision {
  return hasRole(actor, 'agency_publisher', service.agencyId) ? allow : deny('not a publisher of the agency');
}
