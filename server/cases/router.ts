import { localeSchema } from '../platform/i18n/locales.ts';
import { router, staffProcedure } from '../platform/trpc/index.ts';
import { approveSchema, askCorrectionSchema, assignManySchema, assignSchema, caseIdSchema, caseTargetSchema, messageSchema, refuseSchema } from './schema.ts';
import * as cases from './service.ts';
import { checkRegister } from './service-register.ts';

export const casesRouter = router({
  take: staffProcedure.input(caseTargetSchema).mutation(({ ctx, input }) => cases.takeCase(ctx.actor, input)),
  assign: staffProcedure.input(assignSchema).mutation(({ ctx, input }) => cases.assignCase(ctx.actor, input)),
  assignMany: staffProcedure.input(assignManySchema).mutation(({ ctx, input }) => cases.assignCases(ctx.actor, input)),
  release: staffProcedure.input(caseTargetSchema).mutation(({ ctx, input }) => cases.releaseCase(ctx.actor, input)),
  askForCorrection: staffProcedure.input(askCorrectionSchema).mutation(({ ctx, input }) => cases.askForCorrection(ctx.actor, input)),
  approve: staffProcedure.input(approveSchema).mutation(({ ctx, input }) => cases.approveCase(ctx.actor, input)),
  refuse: staffProcedure.input(refuseSchema).mutation(({ ctx, input }) => cases.refuseCase(ctx.actor, input)),
  message: staffProcedure.input(messageSchema).mutation(({ ctx, input }) => cases.messageApplicant(ctx.actor, input)),
  /** A mutation: every reading of a register is recorded, so it must not be repeated or prefetched. */
  checkRegister: staffProcedure.input(caseIdSchema.extend({ locale: localeSchema })).mutation(({ ctx, input: { caseId, locale } }) => checkRegister({ ...ctx.actor, locale }, { caseId })),
});
