import { router, staffProcedure } from '../platform/trpc/index.ts';
import { changeRecordSchema, createRecordSchema, endRecordSchema } from './schema-records.ts';
import { clientRefSchema, grantRightSchema, newClientSchema, revokeRightSchema } from './schema-clients.ts';
import { importPlanSchema, importRefSchema, importStartSchema } from './schema-imports.ts';
import { createRegisterSchema, evolveSchema, registerRefSchema } from './schema-evolution.ts';
import { decideErasureSchema, proposeErasureSchema } from './schema-erasures.ts';
import { decideSchema, measureSchema, mergeSchema, unmergeSchema } from './schema-quality.ts';
import { reportAnswerSchema } from './schema-reports.ts';
import { subscriptionsRouter } from './router-subscriptions.ts';
import { createRegister, discardMigration, evolveRegister, findMigration, previewEvolution } from './service-definitions.ts';
import { decideErasure, proposeErasure } from './service-erasures.ts';
import { keepApart, mergeRecords, unmergeRecord } from './service-merging.ts';
import { listQuality, startMeasuring } from './service-quality.ts';
import { answerReport } from './service-reports.ts';
import { createClient, disableClient, grantRight, renewSecret, revokeRight } from './service-clients.ts';
import { cancelImport, importProgress, planImport, startImport } from './service-imports.ts';
import { changeRecord, createRecord, endRecord } from './service-writing.ts';

export const registersRouter = router({
  create: staffProcedure.input(createRecordSchema).mutation(({ ctx, input }) => createRecord(ctx.actor, input)),
  change: staffProcedure.input(changeRecordSchema).mutation(({ ctx, input }) => changeRecord(ctx.actor, input)),
  end: staffProcedure.input(endRecordSchema).mutation(({ ctx, input }) => endRecord(ctx.actor, input)),
  importProgress: staffProcedure.input(importRefSchema).query(({ ctx, input }) => importProgress(ctx.actor, input.id)),
  planImport: staffProcedure.input(importPlanSchema).mutation(({ ctx, input }) => planImport(ctx.actor, input)),
  startImport: staffProcedure.input(importStartSchema).mutation(({ ctx, input }) => startImport(ctx.actor, input)),
  cancelImport: staffProcedure.input(importRefSchema).mutation(({ ctx, input }) => cancelImport(ctx.actor, input)),
  subscriptions: subscriptionsRouter,
  createClient: staffProcedure.input(newClientSchema).mutation(({ ctx, input }) => createClient(ctx.actor, input)),
  renewSecret: staffProcedure.input(clientRefSchema).mutation(({ ctx, input }) => renewSecret(ctx.actor, input)),
  disableClient: staffProcedure.input(clientRefSchema).mutation(({ ctx, input }) => disableClient(ctx.actor, input)),
  grantRight: staffProcedure.input(grantRightSchema).mutation(({ ctx, input }) => grantRight(ctx.actor, input)),
  revokeRight: staffProcedure.input(revokeRightSchema).mutation(({ ctx, input }) => revokeRight(ctx.actor, input)),
  measure: staffProcedure.input(measureSchema).mutation(({ ctx, input }) => startMeasuring(ctx.actor, input)),
  quality: staffProcedure.input(measureSchema).query(({ ctx, input }) => listQuality(ctx.actor, input)),
  keepApart: staffProcedure.input(decideSchema).mutation(({ ctx, input }) => keepApart(ctx.actor, input)),
  merge: staffProcedure.input(mergeSchema).mutation(({ ctx, input }) => mergeRecords(ctx.actor, input)),
  unmerge: staffProcedure.input(unmergeSchema).mutation(({ ctx, input }) => unmergeRecord(ctx.actor, input)),
  proposeErasure: staffProcedure.input(proposeErasureSchema).mutation(({ ctx, input }) => proposeErasure(ctx.actor, input)),
  decideErasure: staffProcedure.input(decideErasureSchema).mutation(({ ctx, input }) => decideErasure(ctx.actor, input)),
  createRegister: staffProcedure.input(createRegisterSchema).mutation(({ ctx, input }) => createRegister(ctx.actor, input)),
  previewEvolution: staffProcedure.input(evolveSchema.pick({ definition: true, steps: true })).mutation(({ ctx, input }) => previewEvolution(ctx.actor, input)),
  evolve: staffProcedure.input(evolveSchema).mutation(({ ctx, input }) => evolveRegister(ctx.actor, input)),
  migration: staffProcedure.input(registerRefSchema).query(({ ctx, input }) => findMigration(ctx.actor, input.register)),
  discardMigration: staffProcedure.input(registerRefSchema).mutation(({ ctx, input }) => discardMigration(ctx.actor, input)),
  answerReport: staffProcedure.input(reportAnswerSchema).mutation(({ ctx, input }) => answerReport(ctx.actor, input)),
});
