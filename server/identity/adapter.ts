import type { Adapter } from 'next-auth/adapters';
import type { Actor } from '../platform/auth/actor.ts';
import { openSession, personOfAccount } from './service.ts';

/**
 * What next-auth needs to find a person and open a session for them. It creates nobody: that happened
 * in `recordSignIn`, in one transaction. Sessions are read and ended by our own service.
 */
export function sessionAdapter(actor: Actor, userAgent: string | null): Adapter {
  return {
    getUserByAccount: async ({ provider, providerAccountId }) => {
      const person = await personOfAccount(actor, { provider, subject: providerAccountId });
      return person && { id: person.id, name: person.name, email: person.email ?? '', emailVerified: null };
    },
    createSession: async ({ sessionToken, userId }) => {
      const expires = await openSession(actor, { token: sessionToken, userId, userAgent });
      return { sessionToken, userId, expires };
    },
  };
}
