import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { AnswerReport } from '@/components/console/registers/answer-report';
import { ConsolePage } from '@/components/console/shell';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Table } from '@/components/table';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { requireStaff } from '@/server/platform/auth/guard';
import { timeInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { listRegisters } from '@/server/registers/service-access';
import { listReports, type Report } from '@/server/registers/service-reports';
import { RegisterCrumbs } from '../frame';
import { recordHref } from '../query';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const querySchema = z.object({ state: z.literal('answered').optional().catch(undefined), after: z.uuid().optional().catch(undefined) });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.reports' });
  return { title: t('title') };
}

/** Errors that people have found in their records: tasks of the keepers. */
export default async function ReportsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const here = `/${locale}/admin/registers/reports`;
  const { state, after } = querySchema.parse(await searchParams);
  const person = await requireStaff(locale, here, 'register_keeper');
  const [t, common, { reports, next }, registers] = await Promise.all([getTranslations('registers.reports'), getTranslations('common.list'), listReports(person, { state: state ?? 'open', after: after ?? null }), listRegisters(person)]);
  const definitionOf = (id: string) => registers.find(({ definition }) => definition.id === id)?.definition;
  const about = ({ registerId, field }: Report) => {
    const definition = definitionOf(registerId);
    const label = definition?.fields.find(({ id }) => id === field)?.label;
    return [definition && textIn(definition.title, locale), label && textIn(label, locale)].filter(Boolean).join(': ');
  };
  const answered = state === 'answered';
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} />}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Tabs label={t('states.label')} items={[{ label: t('states.open'), href: here, current: !answered }, { label: t('states.answered'), href: `${here}?state=answered`, current: answered }]} />
      {reports.length === 0 ? (
        <EmptyState title={t('empty')} icon="check-circle">
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          hiddenCaption
          rows={reports}
          rowKey={({ id }) => id}
          columns={[
            { key: 'record', header: t('record'), rowHeader: true, cell: (report) => (<><Link href={recordHref(locale, report.registerId, report.recordKey, { purpose: t('purpose', { name: report.reporterName }) })}>{report.recordKey}</Link><span className="block font-normal text-muted">{about(report)}</span></>) },
            { key: 'text', header: t('text'), cell: ({ text }) => <p className="max-w-prose whitespace-pre-line">{text}</p> },
            { key: 'from', header: t('from'), cell: ({ reporterName, createdAt }) => (<><span className="block">{reporterName}</span><time dateTime={createdAt.toISOString()} className="text-muted">{timeInWords(createdAt, locale)}</time></>) },
            {
              key: 'answer', header: t('answer'),
              cell: (report) => (report.state === 'open' ? <AnswerReport id={report.id} about={report.recordKey} /> : <><Tag tone={report.state === 'corrected' ? 'success' : 'neutral'}>{t(report.state === 'corrected' ? 'outcomes.corrected' : 'outcomes.rejected')}</Tag><p className="mt-1 max-w-prose whitespace-pre-line">{report.answer}</p><span className="text-muted">{report.decidedByName}</span></>),
            },
          ]}
        />
      )}
      <KeysetPagination
        label={common('pagination')}
        previous={after === undefined ? undefined : { href: answered ? `${here}?state=answered` : here, label: t('first') }}
        next={next === null ? undefined : { href: `${here}?${new URLSearchParams({ ...(answered && { state: 'answered' }), after: next }).toString()}`, label: common('next') }}
      />
    </ConsolePage>
  );
}
