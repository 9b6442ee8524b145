import { getTranslations } from 'next-intl/server';
import { columnsBy, sorted, sortingOf } from '@/app/[locale]/admin/requests/columns';
import { filterOf, readQuery } from '@/app/[locale]/admin/requests/query';
import { figureWords, namedRows } from '@/app/[locale]/admin/requests/words';
import { csvPieces } from '@/server/platform/csv';
import { exportFigures, visibleAgencies } from '@/server/insight/service';
import { isPerson, type Person } from '@/server/platform/auth/actor';
import { currentActor } from '@/server/platform/auth/current';
import { signInPath } from '@/server/platform/auth/paths';
import { Failure } from '@/server/platform/errors';
import { defaultLocale, isLocale, type Locale } from '@/server/platform/i18n/locales';

export const dynamic = 'force-dynamic';

/** The table of figures as a file for spreadsheets: the same filter, order and numbers, every page of it. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const wanted = params.get('locale') ?? '';
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const actor = await currentActor();
  if (!isPerson(actor)) return new Response(null, { status: 303, headers: { Location: signInPath(locale, `/${locale}/admin/requests`), 'Cache-Control': 'no-store' } });
  try {
    return await answer({ ...actor, locale }, locale, Object.fromEntries(params));
  } catch (error) {
    if (error instanceof Failure) return refusal(error, locale);
    throw error;
  }
}

async function answer(actor: Person, locale: Locale, raw: Record<string, string>): Promise<Response> {
  const query = readQuery(raw);
  const agencies = await visibleAgencies(actor);
  const filter = filterOf(query, agencies.map(({ id }) => id));
  if (filter === null) throw new Failure('insight.errors.dayInvalid', 'invalid');
  const by = query.by ?? 'agency';
  const { period, titles, rows } = await exportFigures(actor, { ...filter, by });
  const t = await getTranslations({ locale, namespace: 'insight.requests' });
  const columns = columnsBy(by);
  const named = sorted(namedRows(rows, { titles }, agencies, locale), sortingOf(query), by, locale);
  const header = [t(`table.columns.${by}`), ...(by === 'service' ? [t('table.columns.agency')] : []), ...columns.map(({ key }) => t(`table.columns.${key}`))];
  const lines = named.map((row) => [row.name, ...(by === 'service' ? [row.agency] : []), ...columns.map(({ value, format }) => figureWords(locale, value(row), format, true))]);
  const name = `${t('fileName')}-${period.from}-${period.to}.csv`;
  return new Response(streamOf(csvPieces(header, lines)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Language': locale,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}

function streamOf(pieces: Iterator<string, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
  });
}

async function refusal(failure: Failure, locale: Locale): Promise<Response> {
  const t = (await getTranslations({ locale })) as (key: string, values: object) => string;
  return new Response(t(failure.key, failure.params), { status: failure.status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Language': locale, 'Cache-Control': 'no-store' } });
}
