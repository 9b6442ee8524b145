import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { numberText } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { CreateSubscription } from '@/components/console/subscriptions/create-subscription';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { StatRow, StatTile } from '@/components/stat-tile';
import { Table } from '@/components/table';
import { hasRole } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { listFollowers, listSubscriptions } from '@/server/registers/service-subscriptions';
import { RegisterCrumbs, RegisterTabs } from '../../frame';
import { openForPage } from '../../open';
import { registerPath } from '../../query';
import { behindText, orNull, SubscriptionState, waitingText } from './words';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registerFeed' });
  return { title: t('title') };
}

/** Who follows the register, and how far behind each is. */
export default async function SubscriptionsPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const here = `${registerPath(locale, id)}/subscriptions`;
  const person = await requireStaff(locale, here, 'register_keeper', 'platform_administrator', 'auditor');
  const { definition, actions, watches } = await openForPage(person, id);
  const [t, subscriptions] = await Promise.all([getTranslations('registerFeed'), orNull(listSubscriptions(person, { register: id }))]);
  if (!subscriptions) notFound();
  const keeps = hasRole(person, 'register_keeper', definition.ownerAgencyId) || hasRole(person, 'platform_administrator');
  const clients = keeps ? await listFollowers(person, { register: id }) : [];
  const labels = definition.fields.map((field) => ({ value: field.id, label: textIn(field.label, locale) }));
  const usable = new Set([...definition.indexed, ...definition.unique]);
  const active = subscriptions.filter(({ state }) => state === 'active').length;
  const total = { behind: subscriptions.reduce((sum, { lag }) => sum + lag.behind, 0), exact: subscriptions.every(({ lag }) => lag.exact) };
  const oldestAt = subscriptions.flatMap(({ lag }) => (lag.oldestAt === null ? [] : [lag.oldestAt])).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} definition={definition} />}>
      <PageHeader
        title={t('title')}
        eyebrow={textIn(definition.title, locale)}
        lead={t('lead')}
        actions={keeps && <CreateSubscription register={id} clients={clients.map(({ id: value, name, code }) => ({ value, label: `${name} (${code})` }))} fields={labels} filters={labels.filter(({ value }) => usable.has(value))} />}
      />
      <RegisterTabs locale={locale} register={id} actions={actions} watches={watches} current="subscriptions" />
      {subscriptions.length === 0 ? (
        <EmptyState title={t('empty')} icon="database">
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <>
          <StatRow>
            <StatTile label={t('tiles.active')} value={numberText(locale, active)} />
            <StatTile label={t('tiles.paused')} value={numberText(locale, subscriptions.length - active)} />
            <StatTile label={t('tiles.behind')} value={behindText(t, locale, total)} />
            <StatTile label={t('tiles.oldest')} value={waitingText(t, oldestAt)} />
          </StatRow>
          <div className="mt-6">
            <Table
              caption={t('title')}
              hiddenCaption
              rows={subscriptions}
              rowKey={(one) => one.id}
              columns={[
                { key: 'name', header: t('name'), rowHeader: true, cell: (one) => <Link href={`${here}/${one.id}`}>{one.name}</Link> },
                { key: 'client', header: t('client'), cell: ({ client }) => (<><span className="block">{client.name}</span><span className="wrap-anywhere text-muted">{client.code}</span></>) },
                { key: 'delivery', header: t('delivery'), cell: (one) => t(one.delivery === 'pull' ? 'short.pull' : 'short.webhook') },
                { key: 'state', header: t('state'), cell: (one) => <SubscriptionState t={t} locale={locale} subscription={one} /> },
                { key: 'lag', header: t('lag'), numeric: true, cell: ({ lag }) => (<><span className="block">{behindText(t, locale, lag)}</span>{lag.oldestAt !== null && <span className="text-muted">{waitingText(t, lag.oldestAt)}</span>}</>) },
              ]}
            />
          </div>
        </>
      )}
    </ConsolePage>
  );
}
