import { env } from '../env/index.ts';

const secure = () => env().PUBLIC_URL.startsWith('https://');

/** Name of the cookie that holds the session's token. `__Host-` binds it to this very host over https. */
export function sessionCookieName(): string {
  return secure() ? '__Host-yagona-session' : 'yagona-session';
}

/** Makes the browser forget the session's token. */
export function forgetSessionCookie(): string {
  return `${sessionCookieName()}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure() ? '; Secure' : ''}`;
}
