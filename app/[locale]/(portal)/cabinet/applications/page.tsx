import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Page } from '@/components/site-shell';
import { applicationCursorSchema, stateFilters, stateFilterSchema, type ApplicationCursor, type StateFilter } from '@/server/applications/schema';
import { listApplications } from '@/server/applications/service-own';
import { requirePerson } from '@/server/platform/auth/guard';
import { Tabs } from '@/components/tabs';
import { localeOf, one, type Query } from '../../apply/query';
import { ApplicationList } from '../application-list';
import { CabinetNav } from '../cabinet-nav';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Query> };

const filterWords: Record<StateFilter, string> = { all: 'all', active: 'activeOnly', decided: 'decided' };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: 'applications.list' });
  return { title: t('title'), robots: { index: false } };
}

/** A place in the list, as an address carries it: `<milliseconds>_<id>`. */
function cursorOf(value: string | null): ApplicationCursor | null {
  const [at, id] = value?.split('_') ?? [];
  return applicationCursorSchema.safeParse({ submittedAt: new Date(Number(at)), id }).data ?? null;
}

/** The person's applications, newest first, page by page. */
export default async function ApplicationsPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const path = `/${locale}/cabinet/applications`;
  const person = await requirePerson(locale, path);
  const query = await searchParams;
  const filter = stateFilterSchema.parse(query['state']);
  const after = cursorOf(one(query, 'after'));
  const { items, next } = await listApplications(person, { filter, after });
  const [t, cabinet, common] = await Promise.all([getTranslations('applications.list'), getTranslations('applications.cabinet'), getTranslations('common.list')]);
  const href = (wanted: StateFilter, cursor: ApplicationCursor | null = null) => {
    const entries = { ...(wanted !== 'all' && { state: wanted }), ...(cursor && { after: `${cursor.submittedAt.getTime()}_${cursor.id}` }) };
    return Object.keys(entries).length === 0 ? path : `${path}?${new URLSearchParams(entries).toString()}`;
  };
  return (
    <Page>
      <CabinetNav locale={locale} current="applications" />
      <PageHeader title={t('title')} actions={<ButtonLink href={`/${locale}/services`}>{cabinet('find')}</ButtonLink>} />
      <Tabs label={t('filter')} items={stateFilters.map((state) => ({ label: t(filterWords[state] as 'all'), href: href(state), current: state === filter }))} />
      {items.length > 0 ? (
        <ApplicationList locale={locale} items={items} caption={t('title')} />
      ) : (
        <EmptyState
          title={filter === 'all' ? cabinet('empty') : t('none')}
          icon="document"
          actions={
            <ButtonLink href={`/${locale}/services`} variant="secondary">
              {cabinet('find')}
            </ButtonLink>
          }
        >
          <p>{filter === 'all' ? cabinet('emptyText') : t('noneText')}</p>
        </EmptyState>
      )}
      <KeysetPagination
        label={common('pagination')}
        previous={after ? { href: href(filter), label: common('previous') } : undefined}
        next={next ? { href: href(filter, next), label: common('next') } : undefined}
      />
    </Page>
  );
}
