import { LineChart } from '@/components/chart';
import { numberText, shortTime } from '@/components/console/format';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { now, timeZone } from '@/server/platform/clock';
import type { Locale } from '@/server/platform/i18n/locales';
import type { Delivery } from '@/server/registers/service-subscriptions';
import { ageText, type Words } from '../words';

type Props = { t: Words; locale: Locale; deliveries: readonly Delivery[] };

const isTaken = ({ kind, status }: Delivery) => kind === 'pull' || (status !== null && status >= 200 && status < 300);
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
const mostPoints = 12;

/** How old changes were when they were sent or asked for, minute by minute: a follower that cannot keep up, or fails, is seen here. */
export function DelayPlot({ t, locale, deliveries }: Props) {
  const yesterday = now().getTime() - 86_400_000 + 60_000;
  const points = new Map<string, number>();
  for (const delivery of deliveries.toReversed()) {
    if (delivery.kind === 'test' || delivery.at.getTime() < yesterday) continue;
    const at = minute.format(delivery.at);
    points.set(at, Math.max(points.get(at) ?? 0, delivery.lagSeconds));
  }
  if (points.size === 0) return null;
  const shown = [...points].slice(-mostPoints);
  return (
    <LineChart
      id="delay"
      filled
      title={t('plot.title')}
      description={t('plot.text')}
      categories={shown.map(([at]) => at)}
      series={[{ label: t('plot.series'), values: shown.map(([, seconds]) => seconds) }]}
      format={(value) => t('ages.seconds', { count: value })}
      formatTick={(value) => numberText(locale, value)}
      words={{ table: t('plot.table'), category: t('plot.time') }}
    />
  );
}

function answerOf(t: Words, delivery: Delivery): string {
  if (delivery.kind === 'pull') return t('answers.given');
  return delivery.status === null ? t(`problems.${delivery.problem ?? 'network'}` as 'problems.network') : String(delivery.status);
}

export function Answers({ t, locale, deliveries }: Props) {
  return (
    <Table
      caption={t('answers.title')}
      rows={deliveries}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t('answers.empty')}</p>}
      columns={[
        { key: 'at', header: t('answers.at'), rowHeader: true, cell: ({ at }) => <time dateTime={at.toISOString()}>{shortTime(locale, at)}</time> },
        { key: 'kind', header: t('answers.kind'), cell: ({ kind }) => t(`answers.kinds.${kind}` as 'answers.kinds.test') },
        { key: 'events', header: t('answers.changes'), numeric: true, cell: ({ events }) => numberText(locale, events) },
        { key: 'answer', header: t('answers.answer'), cell: (delivery) => <Tag tone={isTaken(delivery) ? 'success' : 'danger'}>{answerOf(t, delivery)}</Tag> },
        { key: 'millis', header: t('answers.millis'), numeric: true, cell: ({ millis }) => t('answers.ms', { count: millis }) },
        { key: 'delay', header: t('answers.delay'), numeric: true, cell: ({ kind, lagSeconds }) => (kind === 'test' ? '–' : ageText(t, lagSeconds)) },
      ]}
    />
  );
}
