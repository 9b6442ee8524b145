/** Who may see and manage subscriptions, and when a failing one is tried again. Pure. */
import { hasRole, type Actor } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';
import type { Definition } from './schema-definition.ts';

type Owned = Pick<Definition, 'ownerAgencyId'>;

/** The system itself, the keepers of the owner, and platform administrators. */
export function mayManageSubscription(actor: Actor, definition: Owned, clientId: string): Decision {
  if (actor.kind === 'client' && actor.client?.id === clientId) return allow;
  if (hasRole(actor, 'register_keeper', definition.ownerAgencyId) || hasRole(actor, 'platform_administrator')) return allow;
  return deny('neither the follower nor the keeper');
}

export function maySeeSubscriptions(actor: Actor, definition: Owned): Decision {
  return hasRole(actor, 'register_keeper', definition.ownerAgencyId) || hasRole(actor, 'platform_administrator') || hasRole(actor, 'auditor') ? allow : deny('not staff of the owner or the platform');
}

const first = 10;
const longest = 6 * 3_600;
const patienceMillis = 3 * 86_400_000;

/** Seconds until the next attempt: doubled each time, and spread so that many who failed together do not come back together. */
export function backoffSeconds(failures: number, random: number): number {
  const base = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
  return Math.min(longest, Math.max(first, Math.round(base * (0.75 + random / 2))));
}

/** Nobody has answered for so long that a person has to look. */
export const outOfPatience = (failingSince: Date, at: Date): boolean => at.getTime() - failingSince.getTime() >= patienceMillis;
