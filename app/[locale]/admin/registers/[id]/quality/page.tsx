import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BarChart, LineChart } from '@/components/chart';
import { Measure } from '@/components/console/registers/measure';
import { shortTime } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { StatRow, StatTile } from '@/components/stat-tile';
import { Table } from '@/components/table';
import { requireStaff } from '@/server/platform/auth/guard';
import { Failure } from '@/server/platform/errors';
import { numberInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { figureSchema } from '@/server/registers/schema-quality';
import { listIssues, listQuality, type Quality } from '@/server/registers/service-quality';
import { RegisterCrumbs, RegisterTabs } from '../../frame';
import { openForPage } from '../../open';
import { recordHref, registerPath } from '../../query';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const sumOf = ({ figures }: Quality, kind: string) => Object.entries(figures).reduce((sum, [name, count]) => (name.startsWith(`${kind}:`) ? sum + count : sum), 0);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.quality' });
  return { title: t('title') };
}

/** How complete, valid, unique and fresh a register is, and the records behind each figure. */
export default async function QualityPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const here = `${registerPath(locale, id)}/quality`;
  const person = await requireStaff(locale, here, 'register_keeper', 'platform_administrator', 'auditor');
  const { definition, actions, watches } = await openForPage(person, id);
  const query = await searchParams;
  const figure = figureSchema.safeParse(query['figure']).data;
  const after = typeof query['after'] === 'string' ? query['after'] : null;
  const [t, problems, common, chart, found] = await Promise.all([
    getTranslations('registers.quality'), getTranslations('registers.problems'), getTranslations('common.list'), getTranslations('common.chart'),
    listQuality(person, { register: id }).catch((error: unknown) => {
      if (error instanceof Failure) notFound();
      throw error;
    }),
  ]);
  const { runs, mayMeasure } = found;
  const running = runs[0]?.state === 'running' ? runs[0] : null;
  const done = runs.filter(({ state }) => state === 'done');
  const [last] = done;
  const labelOf = (field: string) => textIn(definition.fields.find((one) => one.id === field)?.label ?? { uz: field, ru: field, en: field }, locale);
  const nameOf = (name: string): string => {
    const [kind, field = ''] = name.split(':');
    return kind === 'missing' || kind === 'invalid' || kind === 'broken' ? t(`kinds.${kind}`, { field: labelOf(field) }) : t(kind === 'stale' ? 'kinds.stale' : 'kinds.expired');
  };
  const number = (value: number) => numberInWords(value, locale);
  const percent = (part: number, whole: number) => `${numberInWords(whole === 0 ? 100 : Math.floor((part / whole) * 1_000) / 10, locale)} %`;
  const header = (
    <>
      <PageHeader title={textIn(definition.title, locale)} lead={t('lead')} meta={last?.finishedAt && <span>{t('measuredAt', { time: shortTime(locale, last.finishedAt) })}</span>} actions={mayMeasure && <Measure register={id} running={running && { records: running.records }} />} />
      <RegisterTabs locale={locale} register={id} actions={actions} watches={watches} current="quality" />
    </>
  );
  if (!last) {
    return (
      <ConsolePage before={<RegisterCrumbs locale={locale} />}>
        {header}
        <EmptyState title={t('never')} icon="chart">
          <p>{t('neverText')}</p>
        </EmptyState>
      </ConsolePage>
    );
  }
  const cells = last.records * definition.fields.length;
  const [missing, invalid, broken] = [sumOf(last, 'missing'), sumOf(last, 'invalid'), sumOf(last, 'broken')];
  const filled = definition.fields.map((field) => ({ label: labelOf(field.id), share: last.records === 0 ? 100 : Math.floor((1 - (last.figures[`missing:${field.id}`] ?? 0) / last.records) * 1_000) / 10 })).toSorted((a, b) => a.share - b.share);
  const rows = Object.entries(last.figures).filter(([name, count]) => count > 0 && name !== 'duplicates').toSorted(([, a], [, b]) => b - a);
  const trend = done.toReversed();
  const issues = figure === undefined ? null : await listIssues(person, { register: id, figure, after });
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} />}>
      {header}
      <StatRow>
        <StatTile label={t('records')} value={number(last.records)} />
        <StatTile label={t('complete')} value={percent(cells - missing, cells)} />
        <StatTile label={t('valid')} value={percent(cells - missing - invalid, cells - missing)} />
        <StatTile label={t('fresh')} value={percent(last.records - (last.figures['stale'] ?? 0), last.records)} />
        <StatTile label={t('broken')} value={number(broken)} />
        <StatTile label={t('duplicates')} value={number(last.figures['duplicates'] ?? 0)} href={actions.has('write') ? `${registerPath(locale, id)}/duplicates` : undefined} />
      </StatRow>
      {figure !== undefined && issues && (
        <section aria-labelledby="behind" className="mt-8">
          <h2 id="behind" className="mb-3">
            {t('list', { figure: nameOf(figure) })}
          </h2>
          <Table
            caption={nameOf(figure)}
            hiddenCaption
            rows={issues.issues}
            rowKey={(issue) => issue.id}
            empty={<p>{t('good')}</p>}
            columns={[
              { key: 'record', header: textIn(definition.recordName, locale), rowHeader: true, cell: ({ recordKey }) => (recordKey === '' ? <span className="text-muted">{t('hidden')}</span> : <Link href={recordHref(locale, id, recordKey, { purpose: t('title') })}>{recordKey}</Link>) },
              { key: 'reason', header: t('reason'), cell: ({ reason }) => (reason === null ? '' : problems.has(reason as 'required') ? problems(reason as 'notWhole') : reason) },
            ]}
          />
          <KeysetPagination label={common('pagination')} previous={after === null ? { href: here, label: t('figures') } : { href: `${here}?figure=${figure}#behind`, label: t('first') }} next={issues.next === null ? undefined : { href: `${here}?figure=${figure}&after=${issues.next}#behind`, label: common('next') }} />
        </section>
      )}
      <div className="mt-6 grid items-start gap-4 xl:grid-cols-2">
        <div className="min-w-0 rounded-md border border-line bg-raised p-4 lg:p-5">
          <BarChart id="completeness" title={t('completeness')} description={t('completenessText', { field: filled[0]?.label ?? '', percent: `${numberInWords(filled[0]?.share ?? 100, locale)} %` })} categories={filled.map(({ label }) => label)} series={[{ label: t('share'), values: filled.map(({ share }) => share) }]} format={(value) => `${numberInWords(value, locale)} %`} words={{ table: chart('table'), category: t('field') }} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {trend.length > 1 && (
            <div className="min-w-0 rounded-md border border-line bg-raised p-4 lg:p-5">
              <LineChart id="trend" title={t('trend')} description={t('trendText', { count: trend.length })} categories={trend.map(({ startedAt }) => shortTime(locale, startedAt))} series={[{ label: t('invalidValues'), values: trend.map((run) => sumOf(run, 'invalid')) }, { label: t('broken'), values: trend.map((run) => sumOf(run, 'broken')) }]} format={number} words={{ table: chart('table'), category: t('run') }} />
            </div>
          )}
          <Table
            caption={t('figures')}
            rows={rows}
            rowKey={([name]) => name}
            empty={<p>{t('good')}</p>}
            columns={[
              { key: 'figure', header: t('figure'), rowHeader: true, cell: ([name]) => <Link href={`${here}?figure=${name}#behind`}>{nameOf(name)}</Link> },
              { key: 'count', header: t('count'), numeric: true, cell: ([, count]) => number(count) },
              { key: 'share', header: '%', numeric: true, cell: ([, count]) => percent(count, last.records) },
            ]}
          />
        </div>
      </div>
    </ConsolePage>
  );
}
