import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SiteShell } from '@/components/site-shell';

export default async function PortalLayout({ params, children }: { params: Promise<{ locale: string }>; children: ReactNode }) {
  const { locale } = await params;
  setRequestLocale(locale);
  return <SiteShell locale={locale}>{children}</SiteShell>;
}
