import { router, staffProcedure } from '../platform/trpc/index.ts';
import { roleGrantSchema, roleRevocationSchema, staffListSchema } from './schema.ts';
import { grantRole, listStaff, revokeRole } from './service-roles.ts';

export const identityRouter = router({
  staff: staffProcedure.input(staffListSchema).query(({ ctx, input }) => listStaff(ctx.actor, input)),
  grantRole: staffProcedure.input(roleGrantSchema).mutation(({ ctx, input }) => grantRole(ctx.actor, input)),
  revokeRole: staffProcedure.input(roleRevocationSchema).mutation(({ ctx, input }) => revokeRole(ctx.actor, input)),
});
