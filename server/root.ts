import { casesRouter } from './cases/router.ts';
import { catalogueRouter } from './catalogue/router.ts';
import { identityRouter } from './identity/router.ts';
import { router } from './platform/trpc/index.ts';

/** The one list of routers. */
export const appRouter = router({ cases: casesRouter, catalogue: catalogueRouter, identity: identityRouter });

export type AppRouter = typeof appRouter;
