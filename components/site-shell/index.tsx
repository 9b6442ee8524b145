import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/site-footer';
import { SiteHeader } from '@/components/site-header';

/** Header and footer around a page; the page brings its own `Page` (the `<main>`). */
export function SiteShell({ locale, children }: { locale: string; children: ReactNode }) {
  return (
    <>
      <SiteHeader locale={locale} />
      <PrintHeader />
      {children}
      <SiteFooter locale={locale} />
    </>
  );
}

/** On paper the header is a line that says where the page is from. */
function PrintHeader() {
  const t = useTranslations('common.site');
  return (
    <p className="mb-6 hidden border-b-2 border-hairline pb-2 print:block">
      <strong>{t('name')}</strong> · {t('portal')}
    </p>
  );
}

export type PageProps = {
  /** Breadcrumbs or a back link, above the content. */
  before?: ReactNode;
  /** A `Hero` or another band as wide as the window, before the content. */
  hero?: ReactNode;
  children?: ReactNode;
};

/** The `<main>` of a page with the page's gutters. */
export function Page({ before, hero, children }: PageProps) {
  return (
    <main id="main" tabIndex={-1} className="flex-1">
      {hero}
      <div className="wrap pb-16">
        {before}
        <div className={before ? 'pt-3' : 'pt-8 sm:pt-10'}>{children}</div>
      </div>
    </main>
  );
}
