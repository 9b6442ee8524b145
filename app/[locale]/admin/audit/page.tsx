import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Table } from '@/components/table';
import { ConsolePage } from '@/components/console/shell';
import { listAgencies } from '@/server/catalogue/service';
import { auditChoices, readAudit, type AuditRow } from '@/server/insight/service-audit';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { EntryDetails } from './entry-details';
import { AuditFilters } from './filters';
import { auditHref, filterOf, readCursor, readQuery, type Raw } from './query';
import { auditWords, momentWords, shortSubject } from './words';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Raw> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'insight.audit' });
  return { title: t('title') };
}

/** Who did what, newest first, for administrators and auditors. Each view of it is an entry of its own. */
export default async function AuditPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const raw = await searchParams;
  const query = readQuery(raw);
  const after = readCursor(raw);
  const person = await requireStaff(locale, auditHref(locale, query), 'platform_administrator', 'auditor');
  const [t, common, words, agencies, choices, { items, next }] = await Promise.all([
    getTranslations('insight.audit'), getTranslations('common.list'), auditWords(), listAgencies(), auditChoices(person), readAudit(person, filterOf(query, after)),
  ]);
  const agencyOf = (id: string | null, full: boolean) => {
    const agency = agencies.find((one) => one.id === id);
    return agency ? textIn(full ? agency.name : agency.abbreviation, locale) : id;
  };
  const subject = ({ subjectType, subjectId, detail }: AuditRow) => {
    const short = shortSubject(subjectId, detail);
    return (
      <>
        <span className="block">{words.subject(subjectType)}</span>
        <Link href={auditHref(locale, { subject: short.startsWith('…') ? subjectId : short })} className="whitespace-nowrap tabular-nums">
          {short}
        </Link>
      </>
    );
  };
  return (
    <ConsolePage>
      <PageHeader title={t('title')} lead={t('lead')} />
      <AuditFilters locale={locale} query={query} choices={choices} />
      {items.length === 0 ? (
        <EmptyState title={t('empty')} icon="search" actions={<ButtonLink variant="secondary" href={auditHref(locale, {})}>{common('clear')}</ButtonLink>}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('table')}
          hiddenCaption
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'when', header: t('when'), rowHeader: true, cell: ({ at }) => <When moment={momentWords(locale, at)} iso={at.toISOString()} /> },
            {
              key: 'who', header: t('who'),
              cell: ({ actorName, actorRole, agencyId }) => (
                <>
                  <span className="block">{actorName === '' ? t('nobody') : <Link variant="quiet" href={auditHref(locale, { actor: actorName })}>{actorName}</Link>}</span>
                  <span className="text-muted">{[words.role(actorRole), actorRole.startsWith('agency_') && agencyOf(agencyId, false)].filter(Boolean).join(', ')}</span>
                </>
              ),
            },
            { key: 'what', header: t('what'), cell: ({ action }) => words.action(action) },
            { key: 'on', header: t('on'), cell: subject },
            { key: 'reason', header: t('reason'), cell: ({ reason }) => (reason === null ? <span className="text-muted">–</span> : <span className="whitespace-pre-line wrap-anywhere">{reason}</span>) },
            { key: 'details', header: t('details'), hiddenHeader: true, cell: (entry) => <EntryDetails entry={entry} agency={agencyOf(entry.agencyId, true)} of={t('detailsOf', { action: words.action(entry.action), time: Object.values(momentWords(locale, entry.at)).join(' ') })} /> },
          ]}
        />
      )}
      <KeysetPagination
        label={common('pagination')}
        {...(after && { previous: { href: auditHref(locale, query), label: t('first') } })}
        {...(next && { next: { href: auditHref(locale, query, next), label: t('next') } })}
      />
    </ConsolePage>
  );
}

function When({ moment: { day, time }, iso }: { moment: { day: string; time: string }; iso: string }) {
  return (
    <time dateTime={iso} className="tabular-nums sm:whitespace-nowrap">
      {day} <span className="font-normal text-muted">{time}</span>
    </time>
  );
}
