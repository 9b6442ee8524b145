import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/site-shell';

/** There is no such page, or no longer. */
export function NotFoundPage({ locale }: { locale: string }) {
  const t = useTranslations('common.notFound');
  return (
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
  );
}
