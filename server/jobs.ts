import { applicationJobs } from './applications/jobs.ts';
import { jobs as catalogueJobs } from './catalogue/jobs.ts';
import { documentJobs } from './documents/jobs.ts';
import { pruneSessions } from './identity/jobs.ts';
import { notificationJobs } from './notifications/jobs.ts';
import type { JobHandler } from './platform/jobs/index.ts';
import { pruneImports } from './registers/service-imports.ts';
import { registerJobs } from './registers/jobs.ts';
import { searchJobs } from './search/jobs.ts';
import { pruneRateLimits } from './platform/rate-limit/index.ts';

/** Every job of the platform, by name. */
export const jobHandlers: Readonly<Record<string, JobHandler>> = {
  ...applicationJobs,
  ...catalogueJobs,
  ...documentJobs,
  ...notificationJobs,
  ...registerJobs,
  ...searchJobs,
  prune: async () => {
    await pruneRateLimits();
    await pruneSessions();
    await pruneImports();
  },
};
