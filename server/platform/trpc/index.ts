import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { z } from 'zod';
import { isPerson, isStaff, type Actor, type Person } from '../auth/actor.ts';
import { isDatabaseUnavailable } from '../db/unavailable.ts';
import { Failure } from '../errors/index.ts';
import { logger } from '../log/index.ts';

export type Context = { actor: Actor };

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter({ shape, error }) {
    const failure = error.cause instanceof Failure ? error.cause : null;
    const fields = error.cause instanceof z.ZodError ? z.flattenError(error.cause).fieldErrors : null;
    // A stack or a driver's message says too much; people get a key their language explains.
    return {
      ...shape,
      message: failure?.key ?? 'common.errors.unexpected',
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, failure: failure && { key: failure.key, params: failure.params }, fields },
    };
  },
});

const failures = t.middleware(async ({ next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof Failure) throw new TRPCError({ code: cause.trpcCode, cause });
  if (isDatabaseUnavailable(cause)) throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause: new Failure('common.errors.unavailable', 'unavailable') });
  if (result.error.code === 'INTERNAL_SERVER_ERROR') logger().error({ err: cause, path }, 'procedure failed');
  return result;
});

export const router = t.router;

/** A procedure for signed-in staff; the service behind it decides what exactly they may do. */
export const staffProcedure = t.procedure.use(failures).use(({ ctx, next }) => {
  if (!isPerson(ctx.actor)) throw new Failure('common.errors.unauthenticated', 'unauthenticated');
  if (!isStaff(ctx.actor)) throw new Failure('common.errors.forbidden', 'forbidden');
  const actor: Person = ctx.actor;
  return next({ ctx: { actor } });
});
