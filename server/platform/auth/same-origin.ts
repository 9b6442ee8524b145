import { env } from '../env/index.ts';

/**
 * True when a form was sent from our own pages. Every browser that can show the portal names the origin
 * of a POST, so a request that says neither is refused.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return headers.get('origin') === new URL(env().PUBLIC_URL).origin;
}
