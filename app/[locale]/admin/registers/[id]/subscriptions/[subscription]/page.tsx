import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { shortTime } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { SubscriptionActs } from '@/components/console/subscriptions/subscription-acts';
import { PageHeader } from '@/components/page-header';
import { StatRow, StatTile } from '@/components/stat-tile';
import { SummaryList } from '@/components/summary-list';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { readSubscription } from '@/server/registers/service-subscriptions';
import { RegisterCrumbs } from '../../../frame';
import { openForPage } from '../../../open';
import { registerPath } from '../../../query';
import { behindText, orNull, SubscriptionState, waitingText } from '../words';
import { Answers, DelayPlot } from './answers';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: string; id: string; subscription: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registerFeed' });
  return { title: t('title') };
}

/** One subscription: what it asks for, how far behind it is, and how its last deliveries were answered. */
export default async function SubscriptionPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id, subscription: wanted } = await params;
  const list = `${registerPath(locale, id)}/subscriptions`;
  const person = await requireStaff(locale, `${list}/${wanted}`, 'register_keeper', 'platform_administrator', 'auditor');
  const { definition } = await openForPage(person, id);
  const [t, found] = await Promise.all([getTranslations('registerFeed'), orNull(readSubscription(person, { id: wanted }))]);
  if (found?.subscription.registerId !== id) notFound();
  const { subscription, deliveries, manageable } = found;
  const label = (field: string) => textIn(definition.fields.find((one) => one.id === field)?.label ?? { uz: field, ru: field, en: field }, locale);
  const kinds = subscription.kinds.map((kind) => t(`kindNames.${kind}` as 'kindNames.create'));
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} definition={definition} deeper={{ label: t('title'), href: list }} />}>
      <PageHeader
        title={subscription.name}
        meta={<SubscriptionState t={t} locale={locale} subscription={subscription} />}
        actions={manageable && <SubscriptionActs id={subscription.id} name={subscription.name} paused={subscription.state === 'paused'} webhook={subscription.delivery === 'webhook'} list={list} />}
      />
      <StatRow>
        <StatTile label={t('tiles.behind')} value={behindText(t, locale, subscription.lag)} />
        <StatTile label={t('tiles.oldest')} value={waitingText(t, subscription.lag.oldestAt)} />
      </StatRow>
      <div className="mt-8 grid gap-8 xl:grid-cols-2">
        <SummaryList
          emptyLabel={t('all')}
          rows={[
            { key: t('client'), value: `${subscription.client.name} (${subscription.client.code})` },
            { key: t('purpose'), value: subscription.purpose },
            { key: t('delivery'), value: t(subscription.delivery === 'pull' ? 'ways.pull' : 'ways.webhook') },
            ...(subscription.url === null ? [] : [{ key: t('url'), value: <span className="wrap-anywhere">{subscription.url}</span> }]),
            { key: t('fields'), value: subscription.fields.length === 0 ? '–' : subscription.fields.map(label).join(', ') },
            { key: t('kinds'), value: kinds.join(', ') },
            { key: t('filtersShown'), value: Object.entries(subscription.filters).map(([field, value]) => `${label(field)}: ${value}`).join(', ') },
            { key: t('createdBy'), value: `${subscription.creatorName}, ${shortTime(locale, subscription.createdAt)}` },
          ]}
        />
        <DelayPlot t={t} locale={locale} deliveries={deliveries} />
      </div>
      <div className="mt-8">
        <Answers t={t} locale={locale} deliveries={deliveries} />
      </div>
    </ConsolePage>
  );
}
