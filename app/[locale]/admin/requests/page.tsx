import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { ErrorSummary } from '@/components/error-summary';
import { PageHeader } from '@/components/page-header';
import { ConsolePage } from '@/components/console/shell';
import { requestFigures, visibleAgencies, type RequestFigures } from '@/server/insight/service';
import type { RequestFilter } from '@/server/insight/schema';
import { requireStaff } from '@/server/platform/auth/guard';
import type { Person } from '@/server/platform/auth/actor';
import { Failure } from '@/server/platform/errors';
import { pageLocale } from '@/server/platform/i18n/page';
import { RequestCharts } from './charts';
import { FiguresTable } from './figures-table';
import { RequestFilters } from './filters';
import { exportHref, filterOf, readQuery, requestsHref, type Raw } from './query';
import { RequestTiles } from './tiles';
import { dayWords, namedRows } from './words';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Raw> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'insight.requests' });
  return { title: t('title') };
}

/** The figures, or why the period asked for is none. */
async function figuresOrProblem(person: Person, filter: RequestFilter | null): Promise<RequestFigures | string> {
  const all = await getTranslations();
  if (filter === null) return all('insight.errors.dayInvalid');
  try {
    return await requestFigures(person, filter);
  } catch (error) {
    if (error instanceof Failure && error.category === 'invalid') return (all as (key: string, values: object) => string)(error.key, error.params);
    throw error;
  }
}

/** Requests in figures, for administrators, auditors and managers. */
export default async function RequestsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const asked = readQuery(await searchParams);
  const person = await requireStaff(locale, requestsHref(locale, asked), 'platform_administrator', 'auditor', 'agency_manager');
  const agencies = await visibleAgencies(person);
  const agencyIds = agencies.map(({ id }) => id);
  const filter = filterOf(asked, agencyIds);
  const query = { ...asked, agency: agencyIds.find((id) => id === asked.agency) };
  const [t, common, figures] = await Promise.all([getTranslations('insight.requests'), getTranslations('common'), figuresOrProblem(person, filter)]);
  const problem = typeof figures === 'string' ? figures : null;
  if (typeof figures === 'string') {
    return (
      <ConsolePage>
        <ErrorSummary title={common('form.errorTitle')} titlePrefix={`${common('form.errorPrefix')} `} errors={[{ name: 'from', message: figures }]} />
        <PageHeader title={t('title')} />
        <RequestFilters locale={locale} query={query} agencies={agencies} period={null} error={problem} />
      </ConsolePage>
    );
  }
  const { period, total } = figures;
  const single = query.agency !== undefined || agencyIds.length === 1;
  const by = query.by ?? (single ? 'service' : 'agency');
  const named = { agency: namedRows(figures.agencies, figures, agencies, locale), service: namedRows(figures.services, figures, agencies, locale) };
  return (
    <ConsolePage>
      <PageHeader
        title={t('title')}
        lead={t('lead', { from: dayWords(locale, period.from), to: dayWords(locale, period.to) })}
        actions={
          total.received > 0 && (
            <ButtonLink variant="secondary" icon="download" href={exportHref(locale, { ...query, by })} download>
              {t('export')}
            </ButtonLink>
          )
        }
      />
      <RequestFilters locale={locale} query={query} agencies={agencies} period={period} error={null} />
      {total.received === 0 ? (
        <EmptyState title={t('empty.title')} icon="chart" actions={<ButtonLink variant="secondary" href={requestsHref(locale, {}, { period: 'year' })}>{t('empty.year')}</ButtonLink>}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <>
          <RequestTiles locale={locale} query={query} figures={figures} />
          <RequestCharts locale={locale} figures={figures} rows={named[single ? 'service' : 'agency']} by={single ? 'service' : 'agency'} />
          <FiguresTable locale={locale} query={query} by={by} rows={named[by]} period={period} />
        </>
      )}
    </ConsolePage>
  );
}
