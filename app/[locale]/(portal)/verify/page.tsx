import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { ErrorSummary } from '@/components/error-summary';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { localeOf, one, type Query } from '../apply/query';
import { VerifyForm } from './verify-form';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Query> };

/** It depends on the address. */
export const dynamic = 'force-dynamic';

async function read({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const typed = one(await searchParams, 'code');
  return { locale, typed: typed?.trim().slice(0, 100) ?? null };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, typed } = await read(props);
  const [t, common] = await Promise.all([getTranslations({ locale, namespace: 'documents.verify' }), getTranslations({ locale, namespace: 'common.form' })]);
  return { title: typed === '' ? `${common('errorPrefix')} ${t('title')}` : t('title'), description: t('lead') };
}

/** Where anybody checks a document by its number or code. */
export default async function VerifyPage(props: Props) {
  const { locale, typed } = await read(props);
  if (typed) redirect(`/${locale}/verify/${encodeURIComponent(typed)}`);
  const [t, common] = await Promise.all([getTranslations('documents.verify'), getTranslations('common.form')]);
  const error = typed === '' ? t('empty') : undefined;
  return (
    <Page>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ name: 'code', message: error }] : []} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <VerifyForm locale={locale} error={error} />
    </Page>
  );
}
