import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '@/components/back-link';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { ConsolePage } from '@/components/console/shell';
import { listRequests, visibleAgencies, type RequestItem } from '@/server/insight/service';
import { agenciesOf } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { Failure } from '@/server/platform/errors';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { stateTones } from '../../words';
import { filterOf, listHref, readList, readQuery, requestsHref, type Raw } from '../query';
import { dayWords, instantWords } from '../words';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Raw> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'insight.list' });
  return { title: t(`kinds.${readList(await searchParams).kind}`) };
}

/** The requests behind a number of the figures. Case staff of an agency go on to the case. */
export default async function RequestListPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const raw = await searchParams;
  const query = readQuery(raw);
  const { kind, after } = readList(raw);
  const person = await requireStaff(locale, requestsHref(locale, query), 'platform_administrator', 'auditor', 'agency_manager');
  const agencies = await visibleAgencies(person);
  const filter = filterOf(query, agencies.map(({ id }) => id));
  const [t, common, cases, columns] = await Promise.all([getTranslations('insight.list'), getTranslations('common.list'), getTranslations('cases'), getTranslations('insight.requests.table.columns')]);
  const found = await listRequests(person, { ...filter, kind, after }).catch((error: unknown) => {
    // An address that somebody wrote wrongly: the last days then.
    if (error instanceof Failure && error.category === 'invalid') return listRequests(person, { kind, agencyId: agencies.find(({ id }) => id === query.agency)?.id, serviceId: query.service });
    throw error;
  });
  const { items, next, period } = found;
  const own = agenciesOf(person, 'agency_officer', 'agency_manager');
  const nameOf = (id: string) => textIn(agencies.find((agency) => agency.id === id)?.name ?? { uz: id, ru: id, en: id }, locale);
  const { agencyId: agency, serviceId: service } = filter ?? {};
  const due = ({ dueOn, overdue, pausedAt, closedAt }: RequestItem) => {
    if (pausedAt !== null && closedAt === null) return <span className="text-muted">{t('paused')}</span>;
    if (dueOn === null) return <span className="text-muted">{t('noTerm')}</span>;
    return overdue ? <span className="font-semibold text-danger">{t('late', { day: dayWords(locale, dueOn) })}</span> : <span className="whitespace-nowrap">{dayWords(locale, dueOn)}</span>;
  };
  return (
    <ConsolePage before={<BackLink href={requestsHref(locale, { from: period.from, to: period.to, agency, service })}>{t('back')}</BackLink>}>
      <PageHeader title={t(`kinds.${kind}`)} lead={t('lead', { from: dayWords(locale, period.from), to: dayWords(locale, period.to) })} meta={agency !== undefined && nameOf(agency)} />
      {items.length === 0 ? (
        <EmptyState title={t('empty')} actions={<ButtonLink variant="secondary" href={requestsHref(locale, {})}>{t('back')}</ButtonLink>}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t(`kinds.${kind}`)}
          hiddenCaption
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'reference', header: t('reference'), rowHeader: true, cell: ({ reference, agencyId }) => <span className="whitespace-nowrap tabular-nums">{own.includes(agencyId) ? <Link href={`/${locale}/admin/cases/${reference}`}>{reference}</Link> : reference}</span> },
            { key: 'service', header: columns('service'), cell: (row) => textIn(row.service, locale) },
            ...(agency === undefined && agencies.length > 1 ? [{ key: 'agency', header: columns('agency'), cell: (row: RequestItem) => nameOf(row.agencyId) }] : []),
            { key: 'state', header: cases('queue.state'), cell: ({ state }) => <span className="whitespace-nowrap"><Tag tone={stateTones[state]}>{cases(`states.${state}`)}</Tag></span> },
            { key: 'received', header: t('received'), cell: ({ openedAt }) => <span className="whitespace-nowrap tabular-nums">{instantWords(locale, openedAt)}</span> },
            { key: 'due', header: t('due'), cell: (row) => <span className="tabular-nums">{due(row)}</span> },
            { key: 'closed', header: t('closed'), cell: ({ closedAt }) => <span className="whitespace-nowrap tabular-nums">{closedAt ? instantWords(locale, closedAt) : '–'}</span> },
          ]}
        />
      )}
      <KeysetPagination
        label={common('pagination')}
        {...(after && { previous: { href: listHref(locale, period, { kind, agency, service }), label: t('first') } })}
        {...(next && { next: { href: listHref(locale, period, { kind, agency, service, after: next }), label: common('next') } })}
      />
    </ConsolePage>
  );
}
