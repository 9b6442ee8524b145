import type { JobHandler } from './platform/jobs/index.ts';
import { pruneRateLimits } from './platform/rate-limit/index.ts';

/** Every job of the platform, by name. */
export const jobHandlers: Readonly<Record<string, JobHandler>> = {
  prune: async () => {
    await pruneRateLimits();
  },
};
