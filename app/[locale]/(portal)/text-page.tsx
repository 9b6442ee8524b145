import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import type { Locale } from '@/server/platform/i18n/locales';

type Props = { locale: Locale; title: string; lead: string; children: ReactNode };

/** A page of running text about the portal. */
export function TextPage({ locale, title, lead, children }: Props) {
  const t = useTranslations('common.nav');
  return (
    <Page before={<Breadcrumbs label={t('breadcrumbs')} items={[{ label: t('home'), href: `/${locale}` }]} />}>
      <PageHeader title={title} lead={lead} />
      {children}
    </Page>
  );
}
