import { router, staffProcedure } from '../platform/trpc/index.ts';
import { changeRecordSchema, createRecordSchema, endRecordSchema } from './schema-records.ts';
import { reportAnswerSchema } from './schema-reports.ts';
import { answerReport } from './service-reports.ts';
import { changeRecord, createRecord, endRecord } from './service-writing.ts';

export const registersRouter = router({
  create: staffProcedure.input(createRecordSchema).mutation(({ ctx, input }) => createRecord(ctx.actor, input)),
  change: staffProcedure.input(changeRecordSchema).mutation(({ ctx, input }) => changeRecord(ctx.actor, input)),
  end: staffProcedure.input(endRecordSchema).mutation(({ ctx, input }) => endRecord(ctx.actor, input)),
  answerReport: staffProcedure.input(reportAnswerSchema).mutation(({ ctx, input }) => answerReport(ctx.actor, input)),
});
