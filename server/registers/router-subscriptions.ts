import { router, staffProcedure } from '../platform/trpc/index.ts';
import { subscriptionSchema, subscriptionTargetSchema } from './schema-subscriptions.ts';
import { createSubscription, pauseSubscription, removeSubscription, resumeSubscription, testSubscription } from './service-subscriptions.ts';

export const subscriptionsRouter = router({
  create: staffProcedure.input(subscriptionSchema).mutation(({ ctx, input }) => createSubscription(ctx.actor, input)),
  pause: staffProcedure.input(subscriptionTargetSchema).mutation(({ ctx, input }) => pauseSubscription(ctx.actor, input)),
  resume: staffProcedure.input(subscriptionTargetSchema).mutation(({ ctx, input }) => resumeSubscription(ctx.actor, input)),
  remove: staffProcedure.input(subscriptionTargetSchema).mutation(({ ctx, input }) => removeSubscription(ctx.actor, input)),
  test: staffProcedure.input(subscriptionTargetSchema).mutation(({ ctx, input }) => testSubscription(ctx.actor, input)),
});
