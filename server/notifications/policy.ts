import { isPerson, type Actor } from '../platform/auth/actor.ts';
import { allow, deny, type Decision } from '../platform/errors/index.ts';

/** Everybody reads their own notifications and nobody else's. */
export function mayReadNotifications(actor: Actor, userId: string): Decision {
  return isPerson(actor) && actor.userId === userId ? allow : deny('not the recipient');
}
