import { router } from './platform/trpc/index.ts';

/** The one list of routers. */
export const appRouter = router({});

export type AppRouter = typeof appRouter;
