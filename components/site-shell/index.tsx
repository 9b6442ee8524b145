import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/site-footer';
import { SiteHeader } from '@/components/site-header';

/** Header and footer around a page; the page brings its own `Page` (the `<main>`). */
export function SiteShell({ locale, children }: { locale: string; children: ReactNode }) {
  return (
    <>
      <SiteHeader locale={locale} />
      {children}
      <SiteFooter locale={locale} />
    </>
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
