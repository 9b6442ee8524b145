import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { ButtonGroup, ButtonLink } from '@/components/button';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { SubmitButton } from '@/components/submit-button';
import { textIn } from '@/server/platform/i18n/text';
import { deleteDraftAction } from '../../../actions';
import { loadDraft } from '../../../load';
import { applicationPath, draftPath } from '../../../paths';
import { ProblemBanner } from '../../../problem-banner';
import { localeOf, one, type Query } from '../../../query';

type Props = { params: Promise<{ locale: string; serviceId: string; draftId: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: localeOf(locale), namespace: 'applications.delete' });
  return { title: t('title'), robots: { index: false } };
}

/** Asks once more before a draft is given up. */
export default async function DeletePage({ params, searchParams }: Props) {
  const { locale: wanted, serviceId, draftId } = await params;
  const locale = localeOf(wanted);
  setRequestLocale(locale);
  const place = { locale, serviceId, draftId };
  const { opened, service } = await loadDraft(locale, serviceId, draftId);
  if (opened.correction) redirect(applicationPath(locale, opened.correction.reference));
  const t = await getTranslations('applications.delete');
  return (
    <Page>
      <ProblemBanner problem={one(await searchParams, 'problem')} />
      <PageHeader title={t('title')} lead={t('lead', { service: textIn(service.passport.title, locale) })} />
      <form action={deleteDraftAction.bind(null, place)}>
        <ButtonGroup>
          <SubmitButton variant="danger">{t('confirm')}</SubmitButton>
          <ButtonLink href={draftPath(place)} variant="secondary">
            {t('cancel')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
