import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { errorWords } from '@/components/error-page/words';
import { NotFoundPage } from '@/components/not-found-page';
import { Page } from '@/components/site-shell';
import { locales } from '@/server/platform/i18n/locales';

type Props = { params: Promise<{ locale: string; status: string }> };

/**
 * "Not found" and "something went wrong" as documents. What Next itself sends for `notFound()` or an error is empty
 * until its runtime has drawn it; the web server sends these instead, with the status they are named after.
 */
export const dynamicParams = false;

export function generateStaticParams() {
  return locales.flatMap((locale) => ['404', '500'].map((status) => ({ locale, status })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, status } = await params;
  const t = await getTranslations({ locale, namespace: 'common.notFound' });
  return { title: status === '404' ? t('title') : errorWords(locale).title, robots: { index: false } };
}

export default async function ProblemPage({ params }: Props) {
  const { locale, status } = await params;
  setRequestLocale(locale);
  if (status === '404') return <NotFoundPage locale={locale} />;
  const words = errorWords(locale);
  return (
    <Page>
      <EmptyState as="h1" icon="alert" title={words.title} actions={<ButtonLink href={`/${locale}`}>{words.home}</ButtonLink>}>
        {words.text}
      </EmptyState>
    </Page>
  );
}
