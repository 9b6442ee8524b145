import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { BarChart, LineChart } from '@/components/chart';
import type { RequestFigures } from '@/server/insight/service';
import { requestStates } from '@/server/insight/schema';
import type { Locale } from '@/server/platform/i18n/locales';
import type { NamedRow } from './columns';
import { bucketWords, figureWords } from './words';

const top = 8;

type Props = { locale: Locale; figures: RequestFigures; rows: readonly NamedRow[]; /** What the rows are. */ by: 'agency' | 'service' };

const Frame = ({ children }: { children: ReactNode }) => <div className="min-w-0 rounded-md border border-line bg-raised p-4 lg:p-5">{children}</div>;

/** How requests come and go, where they stand, and who has most of them. */
export async function RequestCharts({ locale, figures: { overTime, unit, total, period }, rows, by }: Props) {
  const [t, states, common, columns] = await Promise.all([getTranslations('insight.requests.charts'), getTranslations('cases.states'), getTranslations('common.chart'), getTranslations('insight.requests.table.columns')]);
  const format = (value: number) => figureWords(locale, value, 'count');
  const words = (category: string) => ({ table: common('table'), category });
  const across = period.from.slice(0, 4) !== period.to.slice(0, 4);
  const count = (of: 'received' | 'decided') => overTime.reduce((sum, bucket) => sum + bucket[of], 0);
  const most = requestStates.toSorted((a, b) => total.states[b] - total.states[a])[0] ?? 'new';
  const busiest = rows.toSorted((a, b) => b.received - a.received).slice(0, top);
  const late = rows.filter(({ overdue }) => overdue > 0).toSorted((a, b) => b.overdue - a.overdue).slice(0, top);
  const plural = by === 'agency' ? 'agencies' : 'services';
  const lateTitle = t(by === 'agency' ? 'overdueAgencies' : 'overdueServices');
  return (
    <section aria-label={t('label')} className="mt-6 grid items-start gap-4 xl:grid-cols-2">
      <Frame>
        <LineChart
          id="over-time"
          title={t('overTime')}
          description={t(`overTimeText.${unit}`, { received: format(count('received')), decided: format(count('decided')) })}
          categories={overTime.map(({ bucket }) => bucketWords(locale, bucket < period.from ? period.from : bucket, unit, across))}
          series={[
            { label: t('received'), values: overTime.map(({ received }) => received) },
            { label: t('decided'), values: overTime.map(({ decided }) => decided) },
          ]}
          format={format}
          words={words(t(unit))}
        />
      </Frame>
      <Frame>
        <BarChart
          id="states"
          title={t('states')}
          description={t('statesText', { state: states(most), count: format(total.states[most]) })}
          categories={requestStates.map((state) => states(state))}
          series={[{ label: t('count'), values: requestStates.map((state) => total.states[state]) }]}
          format={format}
          words={words(t('state'))}
        />
      </Frame>
      <Frame>
        <BarChart
          id="busiest"
          title={t(plural)}
          description={t('topText', { name: busiest[0]?.name ?? '', count: format(busiest[0]?.received ?? 0) })}
          categories={busiest.map(({ name }) => name)}
          series={[
            { label: t('decided'), values: busiest.map(({ decided }) => decided) },
            { label: t('open'), values: busiest.map(({ open }) => open) },
            { label: t('withdrawn'), values: busiest.map((row) => row.states.withdrawn) },
          ]}
          format={format}
          words={words(columns(by))}
        />
      </Frame>
      <Frame>
        {late.length === 0 ? (
          <>
            <h2 className="text-h3">{lateTitle}</h2>
            <p className="text-muted">{t('noOverdue')}</p>
          </>
        ) : (
          <BarChart
            id="overdue"
            title={lateTitle}
            description={t('overdueText', { name: late[0]?.name ?? '', count: format(late[0]?.overdue ?? 0) })}
            categories={late.map(({ name }) => name)}
            series={[{ label: t('overdue'), values: late.map(({ overdue }) => overdue) }]}
            format={format}
            words={words(columns(by))}
          />
        )}
      </Frame>
    </section>
  );
}
