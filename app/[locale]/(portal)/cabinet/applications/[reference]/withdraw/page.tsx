import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { ButtonGroup, ButtonLink } from '@/components/button';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { SubmitButton } from '@/components/submit-button';
import { isOpen } from '@/server/applications/schema';
import { textIn } from '@/server/platform/i18n/text';
import { applicationPath } from '../../../../apply/paths';
import { localeOf } from '../../../../apply/query';
import { withdrawAction } from '../actions';
import { loadConfirmation } from '../load';

type Props = { params: Promise<{ locale: string; reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: 'applications.withdrawPage' });
  return { title: t('title'), robots: { index: false } };
}

/** Asks once more before an application is taken back. */
export default async function WithdrawPage({ params }: Props) {
  const { locale: wanted, reference: typed } = await params;
  const locale = localeOf(wanted);
  setRequestLocale(locale);
  const { application } = await loadConfirmation(locale, decodeURIComponent(typed));
  const { reference, service } = application;
  if (!isOpen(application.state)) redirect(applicationPath(locale, reference));
  const t = await getTranslations('applications.withdrawPage');
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead', { reference, service: textIn(service.title, locale) })} />
      <form action={withdrawAction.bind(null, locale, reference)}>
        <ButtonGroup>
          <SubmitButton variant="danger">{t('confirm')}</SubmitButton>
          <ButtonLink href={applicationPath(locale, reference)} variant="secondary">
            {t('cancel')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
