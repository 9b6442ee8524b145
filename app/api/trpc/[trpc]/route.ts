import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { currentActor } from '@/server/platform/auth/current';
import { appRouter } from '@/server/root';

function handler(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: async () => ({ actor: await currentActor() }),
  });
}

export { handler as GET, handler as POST };
