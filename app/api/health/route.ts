import { databaseHealth } from '@/server/platform/db/health';
import { searching } from '@/server/platform/search/engine';

export const dynamic = 'force-dynamic';

/** Liveness and readiness for load balancers and the supervisor: 200 when the database answers; who answers searches is told beside it. */
export async function GET(): Promise<Response> {
  const [health, search] = await Promise.all([databaseHealth(), searching().health()]);
  return Response.json({ ...health, search }, { status: health.database === 'up' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
