import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ButtonGroup, ButtonLink } from '@/components/button';
import { Panel } from '@/components/panel';
import { Page } from '@/components/site-shell';
import { dayInWords } from '@/server/platform/i18n/dates';
import { textIn } from '@/server/platform/i18n/text';
import { applicationPath } from '../../../../apply/paths';
import { localeOf } from '../../../../apply/query';
import { loadConfirmation } from '../load';

type Props = { params: Promise<{ locale: string; reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: 'applications.sent' });
  return { title: t('title'), robots: { index: false } };
}

/** It is sent: the number to keep and what happens next. Can be bookmarked and reloaded. */
export default async function SentPage({ params }: Props) {
  const { locale: wanted, reference } = await params;
  const locale = localeOf(wanted);
  setRequestLocale(locale);
  const { application, receiptId } = await loadConfirmation(locale, decodeURIComponent(reference));
  const t = await getTranslations('applications.sent');
  const agency = textIn(application.service.agency, locale);
  return (
    <Page>
      <div className="max-w-4xl">
        <Panel title={t('title')}>
          <p>{textIn(application.service.title, locale)}</p>
          <p className="mt-4">
            {t('number')}
            <br />
            <strong className="text-h2 whitespace-nowrap tabular-nums">{application.reference}</strong>
          </p>
        </Panel>
        <h2 className="mb-3">{t('next')}</h2>
        <ul className="prose mb-8 flex list-disc flex-col gap-2 pl-5">
          <li>{application.dueOn === null ? t('noDue', { agency }) : t('due', { agency, day: dayInWords(application.dueOn, locale) })}</li>
          <li>{t('mail')}</li>
          <li>{t('correction')}</li>
        </ul>
        <ButtonGroup>
          <ButtonLink href={applicationPath(locale, application.reference)}>{t('open')}</ButtonLink>
          {receiptId && (
            <ButtonLink href={`/api/documents/${receiptId}`} variant="secondary" icon="download" download>
              {t('receipt')}
            </ButtonLink>
          )}
        </ButtonGroup>
      </div>
    </Page>
  );
}
