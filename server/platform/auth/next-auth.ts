import type { NextApiRequest, NextApiResponse } from 'next';
import nextAuthModule from 'next-auth';
import { tellNextAuthItsAddress } from '../env/next-auth.ts';
import { authOptions, type SignInContext } from './options.ts';
import { providerId } from './provider-id.ts';

type Handler = (request: NextApiRequest, response: NextApiResponse, options: ReturnType<typeof authOptions>) => Promise<unknown>;

// A CommonJS module: bundlers unwrap its default export, Node itself does not.
const loaded = nextAuthModule as unknown as Handler | { default: Handler };
const nextAuth: Handler = typeof loaded === 'function' ? loaded : loaded.default;

export type AuthCall = {
  action: 'csrf' | 'signin' | 'callback';
  method: 'GET' | 'POST';
  query?: Readonly<Record<string, string>>;
  body?: Readonly<Record<string, string>>;
  cookies?: Readonly<Record<string, string>>;
};

export type AuthAnswer = { location: string | null; cookies: string[]; body: unknown };

/**
 * Calls next-auth inside this process. Its own routes are not published: the two that a browser needs
 * (start, callback) are ours and say what went wrong in the person's language.
 */
export async function callNextAuth(context: SignInContext, call: AuthCall): Promise<AuthAnswer> {
  tellNextAuthItsAddress();
  const headers = new Map<string, string | string[]>();
  let body: unknown = null;
  const response = {
    status: () => response,
    setHeader: (name: string, value: string | string[]) => {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    send: (value: unknown) => void (body = value),
    json: (value: unknown) => void (body = value),
    end: () => undefined,
  };
  const nextauth = call.action === 'csrf' ? ['csrf'] : [call.action, providerId];
  const request = { method: call.method, headers: {}, cookies: call.cookies ?? {}, body: call.body, query: { ...call.query, nextauth } };
  await nextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, authOptions(context));
  const location = headers.get('location');
  return { location: typeof location === 'string' ? location : null, cookies: [headers.get('set-cookie') ?? []].flat(), body };
}
