import { getLocale, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page, SiteShell } from '@/components/site-shell';

export default async function NotFound() {
  const locale = await getLocale();
  const t = await getTranslations('common.notFound');
  return (
    <SiteShell locale={locale}>
      <Page>
        <EmptyState
          as="h1"
          icon="search"
          title={t('title')}
          actions={
            <>
              <ButtonLink href={`/${locale}`}>{t('home')}</ButtonLink>
              <ButtonLink href={`/${locale}/services`} variant="secondary">
                {t('services')}
              </ButtonLink>
            </>
          }
        >
          {t('text')}
        </EmptyState>
      </Page>
    </SiteShell>
  );
}
