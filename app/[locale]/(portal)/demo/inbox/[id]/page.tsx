import type { Metadata } from 'next';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { BackLink } from '@/components/back-link';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { SummaryList } from '@/components/summary-list';
import { anonymous } from '@/server/platform/auth/actor';
import { readDemoMail, type DemoMail } from '@/server/platform/embedded/smtp-inbox';
import { env } from '@/server/platform/env';
import { Failure } from '@/server/platform/errors';
import { defaultLocale, isLocale, type Locale } from '@/server/platform/i18n/locales';
import { MailText } from './mail-text';

type Props = { params: Promise<{ locale: string; id: string }> };

export const dynamic = 'force-dynamic';

async function read({ params }: Props): Promise<{ locale: Locale; mail: DemoMail }> {
  const { locale: wanted, id } = await params;
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  setRequestLocale(locale);
  if (!z.uuid().safeParse(id).success) notFound();
  try {
    return { locale, mail: await readDemoMail(anonymous(locale), { id }) };
  } catch (error) {
    if (error instanceof Failure && error.category === 'notFound') notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, mail } = await read(props);
  const t = await getTranslations({ locale, namespace: 'identity.inbox' });
  return { title: mail.subject || t('noSubject'), robots: { index: false } };
}

export default async function MailPage(props: Props) {
  const { locale, mail } = await read(props);
  const [t, format] = await Promise.all([getTranslations('identity.inbox'), getFormatter()]);
  const inbox = `/${locale}/demo/inbox?${new URLSearchParams({ to: mail.to }).toString()}`;
  return (
    <Page before={<BackLink href={inbox}>{t('title')}</BackLink>}>
      <PageHeader title={mail.subject || t('noSubject')} />
      <SummaryList
        className="max-w-3xl"
        rows={[
          { key: t('to'), value: mail.to },
          { key: t('from'), value: mail.from },
          { key: t('received'), value: format.dateTime(mail.receivedAt, { dateStyle: 'long', timeStyle: 'medium' }) },
        ]}
      />
      <section aria-labelledby="text" className="mt-8 max-w-3xl">
        <h2 id="text" className="mb-3">
          {t('text')}
        </h2>
        <MailText text={mail.text} portal={env().PUBLIC_URL} />
      </section>
    </Page>
  );
}
