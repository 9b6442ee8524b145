import { randomBytes } from 'node:crypto';
import type { AuthOptions, CookieOption, CookiesOptions } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { sessionAdapter } from '../../identity/adapter.ts';
import { recordSignIn } from '../../identity/service.ts';
import { isDatabaseUnavailable } from '../db/unavailable.ts';
import { env } from '../env/index.ts';
import { Failure } from '../errors/index.ts';
import type { Locale } from '../i18n/locales.ts';
import { logger } from '../log/index.ts';
import { systemActor, type Actor } from './actor.ts';
import { providerId } from './provider-id.ts';
import { sessionCookieName } from './session-cookie.ts';

/** A sign-in that takes longer than this at the provider has to be started again. */
export const signInMinutes = 15;

/** What of the request next-auth's callbacks have to know. */
export type SignInContext = { locale: Locale; userAgent: string | null; requestId: string | null };

type Profile = { sub: string; name?: string; email?: string; pinfl?: string };

const platform = ({ locale, requestId }: SignInContext): Actor => ({ ...systemActor('sign-in'), locale, requestId });

function provider(): OAuthConfig<Profile> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  return {
    id: providerId,
    name: 'OpenID Connect',
    type: 'oauth',
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: 'openid profile email' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    httpOptions: { timeout: 10_000 },
    // Providers give claims in the identity token, at the userinfo endpoint, or some in each.
    userinfo: {
      request: async ({ client, tokens }) => {
        const verified = tokens as unknown as { claims(): Profile };
        return { ...verified.claims(), ...(await client.userinfo<Profile>(tokens as never)) };
      },
    },
    profile: ({ sub, name, email }) => ({ id: sub, name: name ?? '', email: email ?? null }),
  };
}

/** Cookies of a sign-in under way are sent to the callback only. */
export function authCookies(): CookiesOptions {
  const secure = env().PUBLIC_URL.startsWith('https://');
  const options = { httpOnly: true, sameSite: 'lax', secure } as const;
  const passing = (name: string): CookieOption => ({ name: `yagona-${name}`, options: { ...options, path: '/api/auth', maxAge: signInMinutes * 60 } });
  return {
    sessionToken: { name: sessionCookieName(), options: { ...options, path: '/' } },
    callbackUrl: passing('return'),
    csrfToken: passing('csrf'),
    pkceCodeVerifier: passing('pkce'),
    state: passing('state'),
    nonce: passing('nonce'),
  };
}

/** A problem to tell, by its name in `signInProblems`, or null when the person may come in. */
async function problemOfSignIn(context: SignInContext, claims: unknown): Promise<string | null> {
  try {
    await recordSignIn(platform(context), { provider: providerId, claims, locale: context.locale });
    return null;
  } catch (error) {
    if (isDatabaseUnavailable(error)) return 'unavailable';
    logger().warn({ err: error, failure: error instanceof Failure ? error.key : undefined }, 'sign-in refused');
    return error instanceof Failure ? 'identity' : 'failed';
  }
}

const log = (level: 'error' | 'warn') => (code: string, metadata?: unknown) => {
  const error = metadata instanceof Error ? metadata : (metadata as { error?: unknown } | undefined)?.error;
  logger()[level]({ err: error, code }, 'next-auth');
};

/** next-auth's configuration for one request. `problem:<name>` in place of an address tells why it failed. */
export function authOptions(context: SignInContext): AuthOptions {
  return {
    secret: env().AUTH_SECRET,
    providers: [provider()],
    adapter: sessionAdapter(platform(context), context.userAgent),
    session: { strategy: 'database', generateSessionToken: () => randomBytes(32).toString('base64url') },
    cookies: authCookies(),
    callbacks: {
      signIn: async ({ profile }) => {
        const problem = await problemOfSignIn(context, profile);
        return problem === null ? true : `problem:${problem}`;
      },
      redirect: ({ url, baseUrl }) => (url.startsWith(`${baseUrl}/`) ? url : baseUrl),
    },
    logger: { error: log('error'), warn: log('warn'), debug: () => undefined },
  };
}
