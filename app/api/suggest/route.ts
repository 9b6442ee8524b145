import { suggestServices } from '@/server/catalogue/service';
import { isDatabaseUnavailable } from '@/server/platform/db/unavailable';
import { defaultLocale, isLocale } from '@/server/platform/i18n/locales';
import { takeToken } from '@/server/platform/rate-limit';

export const dynamic = 'force-dynamic';

/** More than anybody types; the search form itself is not limited. */
const limit = { burst: 60, perMinute: 300 };

function answer(items: unknown[], status: number, cacheControl: string): Response {
  return Response.json({ items }, { status, headers: { 'cache-control': cacheControl, 'x-robots-tag': 'noindex' } });
}

/** Services for the words typed so far. Without an answer the form still searches, so no error is shown for it. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const wanted = params.get('locale') ?? '';
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const q = (params.get('q') ?? '').trim().slice(0, 120);
  if (q.length < 2) return answer([], 200, 'public, max-age=3600');
  try {
    const client = request.headers.get('x-client-address') ?? 'unknown';
    if (!(await takeToken(`suggest:${client}`, limit)).allowed) return answer([], 429, 'no-store');
    const suggestions = await suggestServices({ q, locale });
    const items = suggestions.map(({ id, title, agency, marks }) => ({ label: title, hint: agency, href: `/${locale}/services/${id}`, marks }));
    return answer(items, 200, 'public, max-age=300, stale-while-revalidate=3600');
  } catch (error) {
    if (isDatabaseUnavailable(error)) return answer([], 503, 'no-store');
    throw error;
  }
}
