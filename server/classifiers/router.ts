import { z } from 'zod';
import { router, staffProcedure } from '../platform/trpc/index.ts';
import { classifierIdSchema, newClassifierSchema, publishEditionSchema } from './schema.ts';
import { deleteMappingSchema } from './schema-mappings.ts';
import { createClassifier, describeClassifier, discardEdition, publishEdition } from './service-editing.ts';
import { deleteMapping } from './service-mappings.ts';

const discardSchema = z.strictObject({ classifierId: classifierIdSchema, revision: z.number().int().positive() });

export const classifiersRouter = router({
  create: staffProcedure.input(newClassifierSchema).mutation(({ ctx, input }) => createClassifier(ctx.actor, input)),
  describe: staffProcedure.input(newClassifierSchema).mutation(({ ctx, input }) => describeClassifier(ctx.actor, input)),
  publish: staffProcedure.input(publishEditionSchema).mutation(({ ctx, input }) => publishEdition(ctx.actor, input)),
  discard: staffProcedure.input(discardSchema).mutation(({ ctx, input }) => discardEdition(ctx.actor, input)),
  deleteMapping: staffProcedure.input(deleteMappingSchema).mutation(({ ctx, input }) => deleteMapping(ctx.actor, input)),
});
