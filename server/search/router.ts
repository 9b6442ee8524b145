import { router, staffProcedure } from '../platform/trpc/index.ts';
import { changeSynonymSchema, synonymRefSchema, synonymSchema } from './schema.ts';
import { changeSynonym, createSynonym, removeSynonym } from './service.ts';

export const searchRouter = router({
  createSynonym: staffProcedure.input(synonymSchema).mutation(({ ctx, input }) => createSynonym(ctx.actor, input)),
  changeSynonym: staffProcedure.input(changeSynonymSchema).mutation(({ ctx, input }) => changeSynonym(ctx.actor, input)),
  removeSynonym: staffProcedure.input(synonymRefSchema).mutation(({ ctx, input }) => removeSynonym(ctx.actor, input)),
});
