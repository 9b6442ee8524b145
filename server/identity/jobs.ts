import { now } from '../platform/clock/index.ts';
import type { JobHandler } from '../platform/jobs/index.ts';
import { deleteExpiredSessions } from './repository.ts';

/** Jobs of the domain, by name. */
export const identityJobs: Readonly<Record<string, JobHandler>> = {
  /** Sessions past their end open nothing; this only tidies up. */
  'identity.prune': async () => {
    await deleteExpiredSessions(now());
  },
};
