import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/empty-state';
import { ButtonLink } from '@/components/button';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Tabs } from '@/components/tabs';
import { QueueTable, type QueueTableRow } from '@/components/console/queue-table';
import { shortDay } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { queueViews } from '@/server/cases/schema';
import { countCases, listCases, listOfficers, type QueueItem } from '@/server/cases/service-queue';
import { agenciesOf, hasRole } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { stateTones, termWords } from '../words';
import { QueueFilters } from './filters';
import { filterOf, queueHref, readQuery } from './query';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'cases.queue' });
  return { title: t('title') };
}

export default async function QueuePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const query = readQuery(await searchParams);
  const person = await requireStaff(locale, queueHref(locale, query), 'agency_officer', 'agency_manager');
  const managed = agenciesOf(person, 'agency_manager');
  const officer = hasRole(person, 'agency_officer');
  const filter = filterOf(query, officer ? 'mine' : 'open');
  const agencies = agenciesOf(person, 'agency_officer', 'agency_manager');
  const known = query.agency === undefined || agencies.includes(query.agency);
  const own = known ? filter : { ...filter, agencyId: undefined };
  const [t, states, common, words, page, counts, officers] = await Promise.all([
    getTranslations('cases.queue'), getTranslations('cases.states'), getTranslations('common'), termWords(locale),
    listCases(person, own), countCases(person, { agencyId: own.agencyId }), Promise.all(managed.map((agencyId) => listOfficers(person, { agencyId }))),
  ]);
  const searching = filter.q !== '';
  const row = ({ id, reference, applicantName, service, state, officerName, officerId, term, openedAt, closedAt, revision, unread, agencyId }: QueueItem): QueueTableRow => ({
    id, reference, revision, unread, applicant: applicantName, service: textIn(service, locale), href: `/${locale}/admin/cases/${reference}`,
    state: { label: states(state), tone: stateTones[state] },
    term: words(term),
    officer: officerId === person.userId ? t('me') : officerName,
    opened: shortDay(locale, openedAt),
    closed: closedAt && shortDay(locale, closedAt),
    assignable: managed.includes(agencyId) && closedAt === null,
    takeable: officer && officerId === null && closedAt === null,
  });
  const rows = page.items.map(row);
  const views = queueViews.filter((view) => view !== 'mine' || officer || counts.mine > 0);
  return (
    <ConsolePage>
      <PageHeader title={searching ? t('found', { query: filter.q }) : t('title')} lead={searching ? t('foundLead') : undefined} />
      <Tabs
        label={t('views.label')}
        items={views.map((view) => ({ label: t(`views.${view}`), href: queueHref(locale, { ...query, q: undefined }, { view }), current: !searching && view === filter.view, ...(view !== 'closed' && { count: counts[view] }) }))}
      />
      <QueueFilters locale={locale} query={query} view={filter.view} agencyIds={agencies} officers={[...new Map(officers.flat().map((one) => [one.userId, one])).values()]} overdue={counts.overdue} />
      {rows.length === 0 ? (
        <EmptyState
          title={searching ? t('nothingFound') : t(`empty.${filter.view}.title`)}
          icon={searching ? 'search' : 'inbox'}
          actions={
            <>
              {!searching && filter.view === 'mine' && counts.unassigned > 0 && <ButtonLink href={queueHref(locale, {}, { view: 'unassigned' })}>{t('toUnassigned', { count: counts.unassigned })}</ButtonLink>}
              {(searching || query.service || query.officer || query.overdue || query.agency) && (
                <ButtonLink variant="secondary" href={queueHref(locale, {}, { view: filter.view })}>
                  {t('clear')}
                </ButtonLink>
              )}
            </>
          }
        >
          <p>{searching ? t('nothingFoundText') : t(`empty.${filter.view}.text`)}</p>
        </EmptyState>
      ) : (
        <QueueTable caption={searching ? t('found', { query: filter.q }) : t(`views.${filter.view}`)} rows={rows} closed={!searching && filter.view === 'closed'} officers={[...new Map(officers.flat().map((one) => [one.userId, one])).values()]} />
      )}
      <KeysetPagination
        label={common('list.pagination')}
        {...(query.after && { previous: { href: queueHref(locale, query), label: t('first') } })}
        {...(page.next && { next: { href: queueHref(locale, query, { after: page.next }), label: common('list.next') } })}
      />
    </ConsolePage>
  );
}
