import type { NextRequest } from 'next/server';
import { signInFormSchema } from '@/server/identity/schema';
import { signOut } from '@/server/identity/service';
import { anonymous } from '@/server/platform/auth/actor';
import { redirection } from '@/server/platform/auth/answer';
import { problemPath } from '@/server/platform/auth/paths';
import { isSameOrigin } from '@/server/platform/auth/same-origin';
import { forgetSessionCookie, sessionCookieName } from '@/server/platform/auth/session-cookie';
import { afterSignOut } from '@/server/platform/auth/sign-out';
import { isDatabaseUnavailable } from '@/server/platform/db/unavailable';
import { statusPage } from '@/server/platform/http/status-page';
import { defaultLocale, isLocale } from '@/server/platform/i18n/locales';

/** The sign-out form: ends the session here at once, then at the identity provider. */
export async function POST(request: NextRequest): Promise<Response> {
  const { locale } = signInFormSchema.parse(Object.fromEntries(await request.formData().catch(() => new FormData())));
  if (!isSameOrigin(request.headers)) return redirection({ location: problemPath(locale, `/${locale}`, 'refused'), cookies: [] });
  const token = request.cookies.get(sessionCookieName())?.value;
  try {
    if (token) await signOut(anonymous(locale, request.headers.get('x-request-id')), { token });
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    // This browser at least forgets; the row ends by itself.
    const headers = { 'content-type': 'text/html; charset=utf-8', 'retry-after': '30', 'set-cookie': forgetSessionCookie() };
    return new Response(statusPage(503, `/${locale}`), { status: 503, headers });
  }
  return redirection({ location: await afterSignOut(locale), cookies: [forgetSessionCookie()] });
}

/** Back from the provider's sign-out, with the language in `state`. */
export function GET(request: NextRequest): Response {
  const state = request.nextUrl.searchParams.get('state') ?? '';
  return redirection({ location: `/${isLocale(state) ? state : defaultLocale}`, cookies: [] });
}
