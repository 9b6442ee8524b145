import type { Actor } from '../platform/auth/actor.ts';
import { isPerson } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';
import type { Individual, Reading } from './schema.ts';

/** Roles that handle cases and so may read a record on the ground of one of their agency's cases. */
const caseRoles = new Set(['agency_officer', 'agency_manager']);

/**
 * People read their own record and those of their children; the agency's case staff read on the ground
 * of a case; the system on the ground of a job. Nobody else, whatever their role.
 */
export function mayReadIndividual(actor: Actor, record: Pick<Individual, 'pinfl' | 'motherPinfl' | 'fatherPinfl'>, reading: Reading): Decision {
  if (actor.kind === 'system') return allow;
  if (!isPerson(actor)) return deny('not signed in');
  if (actor.pinfl !== null && actor.pinfl === record.pinfl) return allow;
  if (actor.pinfl !== null && (actor.pinfl === record.motherPinfl || actor.pinfl === record.fatherPinfl)) return allow;
  if (reading.ground === undefined || reading.agencyId === undefined) return deny('staff need the ground of a case');
  const held = actor.roles.some((role) => caseRoles.has(role.role) && role.agencyId === reading.agencyId);
  return held ? allow : deny('no case role in the agency');
}

/** A director reads the entity's record; the agency's case staff on the ground of a case. */
export function mayReadLegalEntity(actor: Actor, record: { directorPinfl: string }, reading: Reading): Decision {
  return mayReadIndividual(actor, { pinfl: record.directorPinfl, motherPinfl: null, fatherPinfl: null }, reading);
}
