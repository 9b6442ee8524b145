import { cookies } from 'next/headers';
import { sessionCookieName } from './session-cookie.ts';

/** The session token of the request being served, or null. */
export async function currentSessionToken(): Promise<string | null> {
  const jar = await cookies();
  return jar.get(sessionCookieName())?.value || null;
}
