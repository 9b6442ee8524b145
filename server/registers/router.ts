import { router, staffProcedure } from '../platform/trpc/index.ts';
import { changeRecordSchema, createRecordSchema, endRecordSchema } from './schema-records.ts';
import { importPlanSchema, importRefSchema, importStartSchema } from './schema-imports.ts';
import { reportAnswerSchema } from './schema-reports.ts';
import { subscriptionsRouter } from './router-subscriptions.ts';
import { answerReport } from './service-reports.ts';
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
  answerReport: staffProcedure.input(reportAnswerSchema).mutation(({ ctx, input }) => answerReport(ctx.actor, input)),
});
