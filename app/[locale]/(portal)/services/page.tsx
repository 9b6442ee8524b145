import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { InsetText } from '@/components/inset-text';
import { PageHeader } from '@/components/page-header';
import { Pagination } from '@/components/pagination';
import { Page } from '@/components/site-shell';
import { searchServices } from '@/server/catalogue/service';
import { alternates } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { ActiveFilters, facetsIn, Filters, usefulFilters } from './filters';
import { NothingFound } from './nothing-found';
import { isFiltered, queryHref, readQuery, type SearchParams } from './query';
import { ServiceSearch } from './search';
import { ServiceCards } from './service-cards';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

/** Made for each request, since it depends on the address; the same for everybody. */
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const query = readQuery(await searchParams);
  const t = await getTranslations({ locale, namespace: 'catalogue.list' });
  const title = query.q === '' ? t('title') : t('titleFor', { query: query.q });
  return {
    title: query.page > 1 ? `${title}, ${t('pageTitle', { page: query.page })}` : title,
    alternates: alternates(locale, '/services'),
    // Only the list itself is for search engines, not everything that can be asked of it.
    ...((query.q !== '' || isFiltered(query) || query.page > 1) && { robots: { index: false } }),
  };
}

export default async function ServicesPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const query = readQuery(await searchParams);
  const [t, common, facets, answer] = await Promise.all([getTranslations('catalogue.list'), getTranslations('common'), facetsIn(locale), searchServices(query)]);
  const found = answer.understood === null && query.q !== '' ? t('foundFor', { count: answer.total, query: query.q }) : t('found', { count: answer.total });
  const groups = usefulFilters({ locale, query, facets, counts: answer.facets });
  return (
    <Page before={<Breadcrumbs label={common('nav.breadcrumbs')} items={[{ label: common('nav.home'), href: `/${locale}` }]} />}>
      <PageHeader title={t('title')} lead={query.q === '' ? t('lead') : undefined} className="mb-5!" />
      <div className="no-print mb-8 max-w-3xl">
        <ServiceSearch locale={locale} defaultValue={query.q} keep={query.filters} />
      </div>
      <div className={groups.length > 0 ? 'grid gap-x-10 gap-y-6 lg:grid-cols-[16rem_minmax(0,1fr)]' : undefined}>
        {groups.length > 0 && (
          <aside aria-label={common('list.filters')} className="no-print">
            <Filters query={query} groups={groups} />
          </aside>
        )}
        <div className="min-w-0">
          <ActiveFilters locale={locale} query={query} facets={facets} />
          {answer.understood !== null && <InsetText>{t('understood', { query: query.q, understood: answer.understood })}</InsetText>}
          {answer.total === 0 ? (
            <NothingFound locale={locale} query={query} />
          ) : (
            <>
              <h2 className="mb-4 text-[1em] font-semibold text-muted">{found}</h2>
              <ServiceCards services={answer.services} locale={locale} terms={answer.terms} list />
              <Pagination
                label={common('list.pagination')}
                page={answer.page}
                pages={answer.pages}
                href={(page) => queryHref(locale, { ...query, page })}
                previousLabel={common('list.previous')}
                nextLabel={common('list.next')}
                pageLabel={(page) => common('list.page', { page })}
              />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
