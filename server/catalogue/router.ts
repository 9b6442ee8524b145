import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { router, staffProcedure } from '../platform/trpc/index.ts';
import { publishSchema, saveDraftSchema, slugSchema } from './schema.ts';
import * as editing from './service-editing.ts';

const revisionSchema = z.strictObject({ serviceId: slugSchema, revision: z.number().int().positive() });

export const catalogueRouter = router({
  list: staffProcedure
    .input(z.strictObject({ after: slugSchema.nullable().default(null), limit: z.number().int().min(1).max(100).default(25) }))
    .query(({ ctx, input }) => editing.listEditableServices(ctx.actor, input)),
  versions: staffProcedure.input(slugSchema).query(({ ctx, input }) => editing.serviceVersions(ctx.actor, input)),
  openDraft: staffProcedure.input(slugSchema).mutation(({ ctx, input }) => editing.openDraft(ctx.actor, input)),
  saveDraft: staffProcedure.input(saveDraftSchema).mutation(({ ctx, input }) => editing.saveDraft(ctx.actor, input)),
  discardDraft: staffProcedure.input(revisionSchema).mutation(({ ctx, input }) => editing.discardDraft(ctx.actor, input)),
  publish: staffProcedure.input(publishSchema).mutation(async ({ ctx, input }) => {
    const published = await editing.publishDraft(ctx.actor, input);
    // A service stands on many pages: its own, its sphere, agency and life events, the home page.
    revalidatePath('/[locale]/(portal)', 'layout');
    return published;
  }),
});
