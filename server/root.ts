import { casesRouter } from './cases/router.ts';
import { catalogueRouter } from './catalogue/router.ts';
import { classifiersRouter } from './classifiers/router.ts';
import { identityRouter } from './identity/router.ts';
import { registersRouter } from './registers/router.ts';
import { searchRouter } from './search/router.ts';
import { router } from './platform/trpc/index.ts';

/** The one list of routers. */
export const appRouter = router({ cases: casesRouter, catalogue: catalogueRouter, classifiers: classifiersRouter, identity: identityRouter, registers: registersRouter, search: searchRouter });

export type AppRouter = typeof appRouter;
