import type { Prisma } from '../../../prisma/generated/client/client.ts';
import type { Db } from '../db/index.ts';

export type JobOptions = {
  /** Jobs with the same key collapse into one while waiting. */
  key?: string;
  runAt?: Date;
  maxAttempts?: number;
};

/**
 * Queues a job in the caller's transaction. Handlers may run more than once (a worker can die between
 * doing and acknowledging), so each must be idempotent.
 */
export async function addJob(tx: Db, name: string, payload: Prisma.InputJsonObject, options: JobOptions = {}): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(
    identifier => ${name},
    payload => ${JSON.stringify(payload)}::json,
    job_key => ${options.key ?? null},
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? 12}::int
  )`;
}

/** A job handler: receives the payload as stored and validates it itself. */
export type JobHandler = (payload: unknown) => Promise<void>;
