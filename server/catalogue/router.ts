import { z } from 'zod';
import { router, staffProcedure } from '../platform/trpc/index.ts';
import { saveDraftSchema, slugSchema } from './schema.ts';
import * as input from './schema-workflow.ts';
import * as editing from './service-editing.ts';
import * as workflow from './service-workflow.ts';

export const catalogueRouter = router({
  list: staffProcedure
    .input(z.strictObject({ after: slugSchema.nullable().default(null), limit: z.number().int().min(1).max(100).default(25) }))
    .query(({ ctx, input: given }) => editing.listEditableServices(ctx.actor, given)),
  versions: staffProcedure.input(slugSchema).query(({ ctx, input: given }) => editing.serviceVersions(ctx.actor, given)),
  openDraft: staffProcedure.input(slugSchema).mutation(({ ctx, input: given }) => editing.openDraft(ctx.actor, given)),
  saveDraft: staffProcedure.input(saveDraftSchema).mutation(({ ctx, input: given }) => editing.saveDraft(ctx.actor, given)),
  keepWork: staffProcedure.input(input.workSchema).mutation(({ ctx, input: given }) => editing.keepWork(ctx.actor, given)),
  takeLock: staffProcedure.input(input.lockSchema).mutation(({ ctx, input: given }) => editing.takeLock(ctx.actor, given)),
  releaseLock: staffProcedure.input(slugSchema).mutation(({ ctx, input: given }) => editing.releaseLock(ctx.actor, given)),
  discardDraft: staffProcedure.input(input.revisionSchema).mutation(({ ctx, input: given }) => editing.discardDraft(ctx.actor, given)),
  submit: staffProcedure.input(input.submitSchema).mutation(({ ctx, input: given }) => workflow.submitDraft(ctx.actor, given)),
  recall: staffProcedure.input(input.revisionSchema).mutation(({ ctx, input: given }) => workflow.recallDraft(ctx.actor, given)),
  return: staffProcedure.input(input.returnSchema).mutation(({ ctx, input: given }) => workflow.returnDraft(ctx.actor, given)),
  approve: staffProcedure.input(input.approveSchema).mutation(({ ctx, input: given }) => workflow.approveDraft(ctx.actor, given)),
  publish: staffProcedure.input(input.revisionSchema).mutation(({ ctx, input: given }) => workflow.publishDraft(ctx.actor, given)),
  emergency: staffProcedure.input(input.emergencySchema).mutation(({ ctx, input: given }) => workflow.publishInEmergency(ctx.actor, given)),
  approveLater: staffProcedure.input(input.approveLaterSchema).mutation(({ ctx, input: given }) => workflow.approveLater(ctx.actor, given)),
  schedule: staffProcedure.input(input.scheduleSchema).mutation(({ ctx, input: given }) => workflow.scheduleDraft(ctx.actor, given)),
  unschedule: staffProcedure.input(input.revisionSchema).mutation(({ ctx, input: given }) => workflow.unscheduleDraft(ctx.actor, given)),
  restore: staffProcedure.input(input.restoreSchema).mutation(({ ctx, input: given }) => workflow.restoreVersion(ctx.actor, given)),
  withdraw: staffProcedure.input(input.withdrawSchema).mutation(({ ctx, input: given }) => workflow.withdrawService(ctx.actor, given)),
  reinstate: staffProcedure.input(input.serviceReasonSchema).mutation(({ ctx, input: given }) => workflow.reinstateService(ctx.actor, given)),
  archive: staffProcedure.input(input.serviceReasonSchema).mutation(({ ctx, input: given }) => workflow.archiveService(ctx.actor, given)),
  reviewBy: staffProcedure.input(input.reviewBySchema).mutation(({ ctx, input: given }) => workflow.setReviewBy(ctx.actor, given)),
});
