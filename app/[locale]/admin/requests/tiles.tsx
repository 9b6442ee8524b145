import { getTranslations } from 'next-intl/server';
import { StatTile } from '@/components/stat-tile';
import type { RequestFigures } from '@/server/insight/service';
import type { RequestKind } from '@/server/insight/schema';
import type { Locale } from '@/server/platform/i18n/locales';
import { listHref, type RequestQuery } from './query';
import { figureWords, percentWords } from './words';

/** The five numbers that matter; those that count requests lead to them. */
export async function RequestTiles({ locale, query: { agency, service }, figures: { total, period } }: { locale: Locale; query: RequestQuery; figures: RequestFigures }) {
  const t = await getTranslations('insight.requests.tiles');
  const count = (value: number) => figureWords(locale, value, 'count');
  const href = (kind: RequestKind) => listHref(locale, period, { kind, agency, service });
  const { inTime, late, inTimeShare, medianDays } = total;
  return (
    <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
      <StatTile label={t('received')} value={count(total.received)} href={href('all')} />
      <StatTile label={t('open')} value={count(total.open)} href={href('open')} />
      <StatTile label={t('overdue')} value={<span className={total.overdue > 0 ? 'text-danger' : undefined}>{count(total.overdue)}</span>} href={href('overdue')} />
      <StatTile label={t('inTime')} value={inTimeShare === null ? '–' : percentWords(locale, inTimeShare)} note={inTimeShare === null ? t('noDecisions') : t('inTimeNote', { inTime: count(inTime), timed: count(inTime + late) })} {...(inTime > 0 && { href: href('in_time') })} />
      <StatTile label={t('median')} value={medianDays === null ? '–' : t('days', { count: medianDays, days: figureWords(locale, medianDays, 'days') })} note={medianDays === null ? t('noDecisions') : t('medianNote')} />
    </dl>
  );
}
