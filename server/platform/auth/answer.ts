import type { Redirection } from './sign-in.ts';

/** A redirection that the browser follows with GET and nobody stores. */
export function redirection({ location, cookies }: Redirection): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
