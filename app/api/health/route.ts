import { databaseHealth } from '@/server/platform/db/health';

export const dynamic = 'force-dynamic';

/** Liveness and readiness for load balancers and the supervisor: 200 when the database answers. */
export async function GET(): Promise<Response> {
  const health = await databaseHealth();
  return Response.json(health, { status: health.database === 'up' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
