import type { Metadata, Viewport } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import '@/app/portal.css';
import { Document } from '@/components/document';
import { locales } from '@/server/platform/i18n/locales';

type Props = { params: Promise<{ locale: string }> };

/**
 * None at build time, which has no database: a page is made when first asked for, and kept. A page that reads the
 * request (cookies, search parameters) must say `export const dynamic = 'force-dynamic'`, or its layout must.
 */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'common.site' });
  return {
    title: { default: `${t('name')}: ${t('portal')}`, template: `%s · ${t('name')}` },
    description: t('description'),
    icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' }, apple: '/apple-touch-icon.png' },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#00617f' },
    { media: '(prefers-color-scheme: dark)', color: '#0b3342' },
  ],
};

export default async function RootLayout({ params, children }: Props & { children: ReactNode }) {
  const { locale } = await params;
  if (!hasLocale(locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('common.nav');
  return (
    <Document lang={locale} skipLabel={t('skip')}>
      {children}
    </Document>
  );
}
