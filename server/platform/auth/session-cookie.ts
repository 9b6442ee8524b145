import { cookies } from 'next/headers';
import { env } from '../env/index.ts';

/** Name of the cookie that holds the session's token. `__Host-` binds it to this very host over https. */
export function sessionCookieName(): string {
  return env().PUBLIC_URL.startsWith('https://') ? '__Host-yagona-session' : 'yagona-session';
}

/** The session token of the request being served, or null. */
export async function currentSessionToken(): Promise<string | null> {
  const jar = await cookies();
  return jar.get(sessionCookieName())?.value || null;
}
