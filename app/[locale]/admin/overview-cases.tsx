import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { StatRow, StatTile } from '@/components/stat-tile';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { countCases, listCases } from '@/server/cases/service-queue';
import { hasRole, type Person } from '@/server/platform/auth/actor';
import { numberInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { queueHref } from './cases/query';
import { termWords } from './words';

/** The queue at a glance, and what ends next. */
export async function CasesOverview({ locale, person }: { locale: Locale; person: Person }) {
  const officer = hasRole(person, 'agency_officer');
  const view = officer ? 'mine' : 'open';
  const [t, words, counts, page] = await Promise.all([getTranslations('cases'), termWords(locale), countCases(person), listCases(person, { view })]);
  const number = (value: number) => numberInWords(value, locale);
  const overdue = officer ? counts.myOverdue : counts.overdue;
  // A case that waits for its applicant is not next, unless there is no other.
  const ready = page.items.filter(({ term }) => term.kind !== 'paused');
  const next = (ready.length > 0 ? ready : page.items).slice(0, 6);
  return (
    <section aria-labelledby="cases">
      <h2 id="cases" className="mb-3">
        {t('queue.title')}
      </h2>
      <StatRow>
        {officer && <StatTile label={t('queue.views.mine')} value={number(counts.mine)} href={queueHref(locale, {}, { view: 'mine' })} />}
        <StatTile label={officer ? t('overview.myOverdue') : t('workload.overdue')} value={<span className={overdue > 0 ? 'text-danger' : undefined}>{number(overdue)}</span>} href={queueHref(locale, {}, { view, overdue: '1' })} />
        <StatTile label={t('queue.views.unassigned')} value={number(counts.unassigned)} href={queueHref(locale, {}, { view: 'unassigned' })} />
        <StatTile label={t('overview.soon')} value={number(counts.dueSoon)} href={queueHref(locale, {}, { view: 'open' })} />
        {!officer && <StatTile label={t('queue.views.waiting')} value={number(counts.waiting)} href={queueHref(locale, {}, { view: 'waiting' })} />}
      </StatRow>
      <div className="mt-6">
        {next.length === 0 ? (
          <EmptyState as="h3" title={t(`queue.empty.${view}.title`)}>
            <p>{t(`queue.empty.${view}.text`)}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('overview.next')}
            rows={next}
            rowKey={(item) => item.id}
            columns={[
              { key: 'reference', header: t('queue.reference'), rowHeader: true, cell: (item) => <Link href={`/${locale}/admin/cases/${item.reference}`} className="whitespace-nowrap tabular-nums">{item.reference}</Link> },
              { key: 'applicant', header: t('queue.applicant'), cell: (item) => item.applicantName },
              { key: 'service', header: t('queue.service'), cell: (item) => textIn(item.service, locale) },
              { key: 'term', header: t('queue.term'), cell: (item) => <Tag tone={words(item.term).tone}>{words(item.term).label}</Tag> },
            ]}
          />
        )}
      </div>
    </section>
  );
}
