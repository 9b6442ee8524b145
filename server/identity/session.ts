import type { Actor } from '../platform/auth/actor.ts';
import { currentSessionToken } from '../platform/auth/session-token.ts';
import { personOfToken } from './service.ts';

/** The person whose session the request carries, or `base` when it carries none that is alive. */
export async function actorOfSession(base: Actor): Promise<Actor> {
  const token = await currentSessionToken();
  if (token === null) return base;
  return (await personOfToken(base, token)) ?? base;
}
