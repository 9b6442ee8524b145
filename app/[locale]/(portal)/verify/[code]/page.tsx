import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { BackLink } from '@/components/back-link';
import { ErrorSummary } from '@/components/error-summary';
import { Link } from '@/components/link';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { SummaryList } from '@/components/summary-list';
import type { VerifiedDocument } from '@/server/documents/service-verification';
import { now } from '@/server/platform/clock';
import { dayInWords, timeInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { localeOf } from '../../apply/query';
import { VerifyForm } from '../verify-form';
import { verifyOnce } from './verify';

type Props = { params: Promise<{ locale: string; code: string }> };

async function read({ params }: Props) {
  const { locale, code } = await params;
  const typed = decode(code).slice(0, 100);
  return { locale: localeOf(locale), typed, answer: await verifyOnce(typed) };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, answer } = await read(props);
  const [t, common] = await Promise.all([getTranslations({ locale, namespace: 'documents.verify' }), getTranslations({ locale, namespace: 'common.form' })]);
  const title = answer.status === 'malformed' || answer.status === 'tooMany' ? `${common('errorPrefix')} ${t('title')}` : t(answer.status);
  return { title, robots: { index: false } };
}

/** Whether a document is genuine, and just enough about it to compare. */
export default async function VerifiedPage(props: Props) {
  const { locale, typed, answer } = await read(props);
  setRequestLocale(locale);
  const [t, all, common] = await Promise.all([getTranslations('documents.verify'), getTranslations('documents'), getTranslations('common.form')]);
  const back = <BackLink href={`/${locale}/verify`}>{t('title')}</BackLink>;
  if (answer.status === 'malformed' || answer.status === 'tooMany') {
    const message = answer.status === 'malformed' ? t('malformed') : all('errors.tooMany', { seconds: answer.seconds });
    return (
      <Page before={back}>
        <ErrorSummary title={common('errorTitle')} errors={[{ name: 'code', message }]} />
        <PageHeader title={t('title')} lead={t('lead')} />
        <VerifyForm locale={locale} error={message} defaultValue={typed} />
      </Page>
    );
  }
  if (answer.status === 'notFound') {
    return (
      <Page before={back}>
        <PageHeader title={t('notFound')} lead={t('notFoundText')} meta={<span className="font-semibold [overflow-wrap:anywhere] text-ink">{typed}</span>} />
        <VerifyForm locale={locale} defaultValue={typed} />
      </Page>
    );
  }
  return (
    <Page before={back}>
      <PageHeader title={t(answer.status)} />
      <div className="max-w-3xl">
        <Verdict answer={answer} locale={locale} />
        <SummaryList
          rows={[
            { key: all('pdf.number'), value: <span className="tabular-nums">{answer.number}</span> },
            { key: t('kind'), value: all(`kind.${answer.kind}`) },
            { key: all('pdf.service'), value: textIn(answer.service, locale) },
            { key: all('pdf.agency'), value: textIn(answer.agency, locale) },
            { key: all('pdf.issued'), value: dayInWords(answer.issuedOn, locale) },
            ...(answer.validUntil === null ? [] : [{ key: all('pdf.validUntil'), value: dayInWords(answer.validUntil, locale) }]),
            {
              key: t('person'),
              value: (
                <>
                  {answer.maskedName}
                  <span className="block text-muted">{t('personHint')}</span>
                </>
              ),
            },
            { key: t('checkedAt'), value: timeInWords(now(), locale) },
          ]}
        />
        <p className="mt-6">
          <Link href={`/${locale}/verify`}>{t('again')}</Link>
        </p>
      </div>
    </Page>
  );
}

async function Verdict({ answer, locale }: { answer: VerifiedDocument; locale: Locale }) {
  const [t, common] = await Promise.all([getTranslations('documents.verify'), getTranslations('common.notice')]);
  const day = dayInWords((answer.status === 'revoked' ? answer.revokedOn : answer.validUntil) ?? '', locale);
  const look = { genuine: { tone: 'success', title: common('success') }, expired: { tone: 'warning', title: common('warning') }, revoked: { tone: 'danger', title: common('important') } } as const;
  const { tone, title } = look[answer.status];
  return (
    <NotificationBanner tone={tone} title={title}>
      <p>{answer.status === 'genuine' ? t('genuineText') : t(answer.status === 'expired' ? 'expiredText' : 'revokedText', { day })}</p>
    </NotificationBanner>
  );
}
