import { z } from 'zod';
import { now } from '../clock/index.ts';
import { env } from '../env/index.ts';
import type { Locale } from '../i18n/locales.ts';
import { logger } from '../log/index.ts';

const metadataSchema = z.object({ end_session_endpoint: z.url({ protocol: /^https?$/ }).optional() });
const rememberMs = 10 * 60_000;
let known: { endpoint: string | null; until: number } | undefined;

/** Where the provider ends its own session, if it offers that. Forgotten sometimes, since providers change. */
async function endSessionEndpoint(): Promise<string | null> {
  const at = now().getTime();
  if (known && known.until > at) return known.endpoint;
  try {
    const response = await fetch(`${env().OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(3_000), cache: 'no-store' });
    const { end_session_endpoint } = metadataSchema.parse(await response.json());
    known = { endpoint: end_session_endpoint ?? null, until: at + rememberMs };
    return known.endpoint;
  } catch (error) {
    logger().warn({ err: error }, 'the identity provider cannot be asked about signing out');
    return null;
  }
}

/** The one address to which the provider may send a person back after signing out. */
export const signedOutUrl = (): string => `${env().PUBLIC_URL}/api/sign-out`;

/** Where a person goes once our own session has ended: through the provider's sign-out, if it has one. */
export async function afterSignOut(locale: Locale): Promise<string> {
  const endpoint = await endSessionEndpoint();
  if (endpoint === null) return `/${locale}`;
  const url = new URL(endpoint);
  url.searchParams.set('client_id', env().OIDC_CLIENT_ID);
  url.searchParams.set('post_logout_redirect_uri', signedOutUrl());
  url.searchParams.set('state', locale);
  url.searchParams.set('ui_locales', locale);
  return url.toString();
}
