import { getLocale } from 'next-intl/server';
import { NotFoundPage } from '@/components/not-found-page';
import { SiteShell } from '@/components/site-shell';

export default async function NotFound() {
  const locale = await getLocale();
  return (
    <SiteShell locale={locale}>
      <NotFoundPage locale={locale} />
    </SiteShell>
  );
}
