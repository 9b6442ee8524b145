import type { NextRequest } from 'next/server';
import { redirection } from '@/server/platform/auth/answer';
import { providerId } from '@/server/platform/auth/provider-id';
import { finishSignIn } from '@/server/platform/auth/sign-in';

/** Where the identity provider sends a person back. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ provider: string }> }): Promise<Response> {
  if ((await params).provider !== providerId) return new Response(null, { status: 404 });
  return redirection(
    await finishSignIn({
      query: Object.fromEntries(request.nextUrl.searchParams),
      cookies: Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value])),
      userAgent: request.headers.get('user-agent'),
      requestId: request.headers.get('x-request-id'),
    }),
  );
}
