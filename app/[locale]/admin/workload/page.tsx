import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { BarChart } from '@/components/chart';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { StatRow, StatTile } from '@/components/stat-tile';
import { Table } from '@/components/table';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { ConsolePage } from '@/components/console/shell';
import { workload, type Workload } from '@/server/cases/service-queue';
import { listAgencies } from '@/server/catalogue/service';
import { agenciesOf } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { numberInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { queueHref } from '../cases/query';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'cases.workload' });
  return { title: t('title') };
}

/** Who holds how much, for managers. */
export default async function WorkloadPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const here = `/${locale}/admin/workload`;
  const person = await requireStaff(locale, here, 'agency_manager');
  const managed = agenciesOf(person, 'agency_manager');
  const wanted = z.string().safeParse((await searchParams).agency).data;
  const agencyId = managed.find((id) => id === wanted) ?? managed[0] ?? '';
  const [t, common, agencies, { officers, unassigned }] = await Promise.all([getTranslations('cases.workload'), getTranslations('common'), listAgencies(), workload(person, { agencyId })]);
  const nameOf = (id: string) => textIn(agencies.find((agency) => agency.id === id)?.name ?? { uz: id, ru: id, en: id }, locale);
  const total = (of: (load: Workload) => number) => officers.reduce((sum, load) => sum + of(load), 0);
  const number = (value: number) => numberInWords(value, locale);
  const overdue = total((load) => load.overdue) + unassigned.overdue;
  const base = managed.length > 1 ? { agency: agencyId } : {};
  const busy = officers.filter(({ open }) => open > 0).toSorted((a, b) => b.open - a.open);
  return (
    <ConsolePage>
      <PageHeader title={t('title')} lead={nameOf(agencyId)} />
      {managed.length > 1 && <Tabs label={t('agencies')} items={managed.map((id) => ({ label: nameOf(id), href: `${here}?agency=${id}`, current: id === agencyId }))} />}
      <StatRow>
        <StatTile label={t('open')} value={number(total((load) => load.open) + unassigned.open)} href={queueHref(locale, base, { view: 'open' })} />
        <StatTile label={t('overdue')} value={<span className={overdue > 0 ? 'text-danger' : undefined}>{number(overdue)}</span>} href={queueHref(locale, base, { view: 'open', overdue: '1' })} />
        <StatTile label={t('unassigned')} value={number(unassigned.open)} href={queueHref(locale, base, { view: 'unassigned' })} note={unassigned.overdue > 0 ? t('ofThemLate', { count: unassigned.overdue }) : undefined} />
        <StatTile label={t('decided')} value={number(total((load) => load.decided))} note={t('decidedNote', { count: total((load) => load.late) })} />
      </StatRow>
      {officers.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={t('nobody')} icon="users">
            <p>{t('nobodyText')}</p>
          </EmptyState>
        </div>
      ) : (
        <div className="mt-8 grid items-start gap-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Table
            caption={t('table')}
            rows={officers}
            rowKey={(load) => load.officerId}
            columns={[
              { key: 'name', header: t('officer'), rowHeader: true, cell: (load) => <Link href={queueHref(locale, base, { view: 'open', officer: load.officerId })}>{load.name}</Link> },
              { key: 'open', header: t('open'), numeric: true, cell: (load) => number(load.open) },
              { key: 'overdue', header: t('overdue'), numeric: true, cell: (load) => (load.overdue > 0 ? <Tag tone="danger">{number(load.overdue)}</Tag> : number(0)) },
              { key: 'soon', header: t('soon'), numeric: true, cell: (load) => number(load.dueSoon) },
              { key: 'waiting', header: t('waiting'), numeric: true, cell: (load) => number(load.waiting) },
              { key: 'decided', header: t('decided'), numeric: true, cell: (load) => number(load.decided) },
            ]}
          />
          {busy.length > 0 && (
            <BarChart
              id="load"
              title={t('chart')}
              description={t('chartText', { name: busy[0]?.name ?? '', count: busy[0]?.open ?? 0 })}
              categories={busy.map(({ name }) => name)}
              series={[
                { label: t('inTime'), values: busy.map((load) => load.open - load.overdue - load.waiting) },
                { label: t('waiting'), values: busy.map((load) => load.waiting) },
                { label: t('overdue'), values: busy.map((load) => load.overdue) },
              ]}
              format={number}
              words={{ table: common('chart.table'), category: t('officer') }}
            />
          )}
        </div>
      )}
    </ConsolePage>
  );
}
