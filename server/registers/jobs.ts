import { z } from 'zod';
import type { JobHandler } from '../platform/jobs/index.ts';
import { registerIdSchema } from './schema-definition.ts';
import { importRefSchema } from './schema-imports.ts';
import { deliver, feedRegister, sweepFeeds } from './service-delivery.ts';
import { migrateRegister } from './service-definitions.ts';
import { measure, measureAll } from './service-quality.ts';
import { checkImport, runImport } from './service-import-run.ts';

export const registerJobs: Readonly<Record<string, JobHandler>> = {
  'registers.import-check': async (payload) => checkImport(importRefSchema.parse(payload).id),
  'registers.import-run': async (payload) => runImport(importRefSchema.parse(payload).id),
  'registers.feed': async (payload) => feedRegister(z.strictObject({ register: registerIdSchema }).parse(payload).register),
  'registers.deliver': async (payload) => deliver(z.strictObject({ subscriptionId: z.uuid() }).parse(payload).subscriptionId),
  'registers.migrate': async (payload) => migrateRegister(z.strictObject({ register: registerIdSchema }).parse(payload).register),
  'registers.measure': async (payload) => measure(z.strictObject({ runId: z.uuid() }).parse(payload).runId),
  // Names in a crontab have no points.
  sweep_feeds: sweepFeeds,
  measure_registers: () => measureAll(),
};
