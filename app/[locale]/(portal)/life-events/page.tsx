import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { Card, CardGrid } from '@/components/card';
import { iconName } from '@/components/icon';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { listLifeEvents } from '@/server/catalogue/service';
import { alternates } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';

type Props = { params: Promise<{ locale: string }> };

export const revalidate = 3600;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'catalogue.event' });
  return { title: t('title'), description: t('lead'), alternates: alternates(locale, '/life-events') };
}

export default async function LifeEventsPage({ params }: Props) {
  const locale = await pageLocale(params);
  const [t, nav, events] = await Promise.all([getTranslations('catalogue'), getTranslations('common.nav'), listLifeEvents()]);
  return (
    <Page before={<Breadcrumbs label={nav('breadcrumbs')} items={[{ label: nav('home'), href: `/${locale}` }]} />}>
      <PageHeader title={t('event.title')} lead={t('event.lead')} />
      <CardGrid>
        {events.map(({ id, icon, title, summary, services }) => (
          <li key={id}>
            <Card level={2} href={`/${locale}/life-events/${id}`} icon={iconName(icon)} title={textIn(title, locale)} footer={t('agency.services', { count: services })}>
              {textIn(summary, locale)}
            </Card>
          </li>
        ))}
      </CardGrid>
    </Page>
  );
}
