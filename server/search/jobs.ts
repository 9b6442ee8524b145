import { refreshServiceSynonyms } from '../catalogue/service-index.ts';
import type { JobHandler } from '../platform/jobs/index.ts';

export const searchJobs: Readonly<Record<string, JobHandler>> = {
  'search.synonyms': async () => {
    await refreshServiceSynonyms();
  },
};
