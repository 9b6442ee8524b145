import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { router, staffProcedure } from '../platform/trpc/index.ts';
import { classifierIdSchema, newClassifierSchema, publishEditionSchema } from './schema.ts';
import { deleteMappingSchema } from './schema-mappings.ts';
import { createClassifier, describeClassifier, discardEdition, publishEdition } from './service-editing.ts';
import { deleteMapping } from './service-mappings.ts';

const discardSchema = z.strictObject({ classifierId: classifierIdSchema, revision: z.number().int().positive() });

export const classifiersRouter = router({
  create: staffProcedure.input(newClassifierSchema).mutation(({ ctx, input }) => createClassifier(ctx.actor, input)),
  describe: staffProcedure.input(newClassifierSchema).mutation(async ({ ctx, input }) => {
    const described = await describeClassifier(ctx.actor, input);
    revalidatePath('/[locale]/(portal)/classifiers', 'page');
    return described;
  }),
  publish: staffProcedure.input(publishEditionSchema).mutation(async ({ ctx, input }) => {
    const published = await publishEdition(ctx.actor, input);
    revalidatePath('/[locale]/(portal)/classifiers', 'page');
    return published;
  }),
  discard: staffProcedure.input(discardSchema).mutation(({ ctx, input }) => discardEdition(ctx.actor, input)),
  deleteMapping: staffProcedure.input(deleteMappingSchema).mutation(({ ctx, input }) => deleteMapping(ctx.actor, input)),
});
