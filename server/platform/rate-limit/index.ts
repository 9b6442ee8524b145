import { now } from '../clock/index.ts';
import { db } from '../db/index.ts';

export type RateLimitRule = {
  /** Requests allowed in one burst. */
  burst: number;
  /** Requests regained per minute. */
  perMinute: number;
};

export type RateLimitAnswer = { allowed: true } | { allowed: false; retryAfterSeconds: number };

/** Token bucket kept in PostgreSQL, so that all web processes share it. One statement, atomic. */
export async function takeToken(key: string, rule: RateLimitRule): Promise<RateLimitAnswer> {
  const at = now();
  const perSecond = rule.perMinute / 60;
  const rows = await db().$queryRaw<{ tokens: number }[]>`
    insert into "RateLimit" as bucket ("key", "tokens", "updatedAt")
    values (${key}, ${rule.burst - 1}::float8, ${at})
    on conflict ("key") do update set
      "tokens" = greatest(-1, least(
        ${rule.burst}::float8,
        bucket."tokens" + greatest(0, extract(epoch from (${at}::timestamptz - bucket."updatedAt"))) * ${perSecond}::float8
      ) - 1),
      "updatedAt" = ${at}
    returning "tokens"`;
  const tokens = rows[0]?.tokens ?? 0;
  if (tokens >= 0) return { allowed: true };
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(-tokens / perSecond)) };
}

/** Removes buckets that have long been full again. */
export async function pruneRateLimits(): Promise<number> {
  const before = new Date(now().getTime() - 3_600_000);
  const { count } = await db().rateLimit.deleteMany({ where: { updatedAt: { lt: before } } });
  return count;
}
