import type { JobHandler } from '../platform/jobs/index.ts';
import { importRefSchema } from './schema-imports.ts';
import { checkImport, runImport } from './service-import-run.ts';

export const registerJobs: Readonly<Record<string, JobHandler>> = {
  'registers.import-check': async (payload) => checkImport(importRefSchema.parse(payload).id),
  'registers.import-run': async (payload) => runImport(importRefSchema.parse(payload).id),
};
