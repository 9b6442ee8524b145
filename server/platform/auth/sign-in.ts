import { isReturnPath, type SignInProblem } from '../../identity/schema.ts';
import { signOut } from '../../identity/service.ts';
import { env } from '../env/index.ts';
import { defaultLocale, isLocale } from '../i18n/locales.ts';
import { anonymous } from './actor.ts';
import { callNextAuth } from './next-auth.ts';
import { authCookies, signInMinutes, type SignInContext } from './options.ts';
import { homePath, problemPath } from './paths.ts';
import { sessionCookieName } from './session-cookie.ts';

export type Redirection = { location: string; cookies: string[] };

/** Remembers the language of the sign-in while the person is at the provider. */
const localeCookie = 'yagona-locale';

/** Starts a sign-in: where the browser has to go, and the cookies it brings back from there. */
export async function startSignIn(context: SignInContext, input: { to: string; switchPerson: boolean }): Promise<Redirection> {
  const { locale } = context;
  const { csrfToken } = authCookies();
  const csrf = await callNextAuth(context, { action: 'csrf', method: 'GET' });
  const token = (csrf.body as { csrfToken?: string } | null)?.csrfToken ?? '';
  // The token and its cookie never leave this process: the form's origin has been checked instead.
  const sealed = csrf.cookies.find((cookie) => cookie.startsWith(`${csrfToken.name}=`))?.split(/[=;]/)[1] ?? '';
  const answer = await callNextAuth(context, {
    action: 'signin',
    method: 'POST',
    body: { csrfToken: token, callbackUrl: `${env().PUBLIC_URL}${input.to}` },
    cookies: { [csrfToken.name]: decodeURIComponent(sealed) },
    query: { ui_locales: locale, ...(input.switchPerson && { prompt: 'login' }) },
  });
  if (answer.location === null || answer.location.startsWith(`${env().PUBLIC_URL}/`)) return { location: problemPath(locale, input.to, 'provider'), cookies: [] };
  const secure = env().PUBLIC_URL.startsWith('https://') ? '; Secure' : '';
  const language = `${localeCookie}=${locale}; Max-Age=${signInMinutes * 60}; Path=/api/auth; HttpOnly; SameSite=Lax${secure}`;
  return { location: answer.location, cookies: [...answer.cookies, language] };
}

export type Callback = { query: Readonly<Record<string, string>>; cookies: Readonly<Record<string, string>>; userAgent: string | null; requestId: string | null };

/** Finishes a sign-in when the provider sends the person back. */
export async function finishSignIn({ query, cookies, userAgent, requestId }: Callback): Promise<Redirection> {
  const language = cookies[localeCookie] ?? '';
  const locale = isLocale(language) ? language : defaultLocale;
  const names = authCookies();
  const remembered = cookies[names.callbackUrl.name] ?? '';
  const path = remembered.slice(env().PUBLIC_URL.length);
  const to = remembered.startsWith(env().PUBLIC_URL) && isReturnPath(path) ? path : homePath(locale);
  const fail = (problem: SignInProblem): Redirection => ({ location: problemPath(locale, to, problem), cookies: [] });

  if (query.error !== undefined) return fail(query.error === 'access_denied' ? 'cancelled' : 'provider');
  const checks = [names.state.name, names.pkceCodeVerifier.name, names.nonce.name];
  if (checks.some((name) => !cookies[name])) return fail('expired');

  // The session that the browser may have is not shown to next-auth: a sign-in always opens a new one.
  const shown = Object.fromEntries(checks.map((name) => [name, cookies[name] ?? '']));
  const context: SignInContext = { locale, userAgent, requestId };
  const answer = await callNextAuth(context, { action: 'callback', method: 'GET', query, cookies: { ...shown, [names.callbackUrl.name]: `${env().PUBLIC_URL}${to}` } });
  const refused = /^problem:(\w+)$/.exec(answer.location ?? '')?.[1];
  if (refused !== undefined) return fail(refused as SignInProblem);
  const opened = answer.cookies.some((cookie) => cookie.startsWith(`${sessionCookieName()}=`));
  if (!opened) return fail(answer.location?.includes('error=OAuthCallback') ? 'provider' : 'failed');
  const previous = cookies[sessionCookieName()];
  if (previous) await signOut(anonymous(locale, requestId), { token: previous });
  return { location: to, cookies: answer.cookies.filter((cookie) => !cookie.startsWith(`${names.csrfToken.name}=`)) };
}
