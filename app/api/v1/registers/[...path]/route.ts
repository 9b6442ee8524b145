import { answerRest } from '@/server/registers/rest';

export const dynamic = 'force-dynamic';

const prefix = '/api/v1/registers';

function answer(request: Request): Promise<Response> {
  return answerRest(request, { prefix, path: new URL(request.url).pathname.slice(prefix.length) });
}

export { answer as GET, answer as POST, answer as PUT, answer as DELETE, answer as PATCH };
