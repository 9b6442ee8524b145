import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import type { PublishedService } from '@/server/catalogue/service';
import type { Withdrawal } from '@/server/catalogue/schema-workflow';
import { dayInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { civilDay } from '@/server/platform/clock';

type Props = { service: PublishedService; withdrawal: Withdrawal; locale: Locale };

/** Over the page of a service that is not provided any more. */
export async function Withdrawn({ service, withdrawal, locale }: Props) {
  const t = await getTranslations('catalogue.withdrawn');
  return (
    <NotificationBanner title={service.withdrawnAt ? t('since', { day: dayInWords(civilDay(service.withdrawnAt), locale) }) : t('title')} tone="warning">
      <p>{textIn(withdrawal.reason, locale)}</p>
    </NotificationBanner>
  );
}

/** Instead of a page that is gone for good; the web server answers 410 to it. */
export async function Gone({ service, withdrawal, locale }: Props) {
  const t = await getTranslations('catalogue.withdrawn');
  return (
    <Page>
      <PageHeader title={t('title')} lead={textIn(service.passport.title, locale)} />
      <p className="mb-6 max-w-prose">{textIn(withdrawal.reason, locale)}</p>
      <ButtonLink href={`/${locale}/services`}>{t('find')}</ButtonLink>
    </Page>
  );
}
