import { getTranslations } from 'next-intl/server';
import { shortTime } from '@/components/console/format';
import { EmptyState } from '@/components/empty-state';
import { ButtonLink } from '@/components/button';
import { Link } from '@/components/link';
import { Table } from '@/components/table';
import { listEditableServices } from '@/server/catalogue/service-editing';
import type { Person } from '@/server/platform/auth/actor';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

/** Drafts that an editor has begun. */
export async function ServicesOverview({ locale, person }: { locale: Locale; person: Person }) {
  const [t, { items }] = await Promise.all([getTranslations('console.services'), listEditableServices(person, { after: null, limit: 100 })]);
  const drafts = items.flatMap((service) => (service.draftUpdatedAt ? [{ ...service, draftUpdatedAt: service.draftUpdatedAt }] : [])).toSorted((a, b) => b.draftUpdatedAt.getTime() - a.draftUpdatedAt.getTime());
  return (
    <section aria-labelledby="services">
      <h2 id="services" className="mb-3">
        {t('drafts')}
      </h2>
      {drafts.length === 0 ? (
        <EmptyState as="h3" title={t('noDrafts')} icon="document" actions={<ButtonLink variant="secondary" href={`/${locale}/admin/services`}>{t('all')}</ButtonLink>}>
          <p>{t('noDraftsText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('drafts')}
          hiddenCaption
          rows={drafts.slice(0, 10)}
          rowKey={(service) => service.id}
          columns={[
            { key: 'title', header: t('service'), rowHeader: true, cell: (service) => <Link href={`/${locale}/admin/services/${service.id}`}>{textIn(service.title, locale)}</Link> },
            { key: 'author', header: t('author'), cell: (service) => service.draftAuthor ?? '' },
            { key: 'saved', header: t('saved'), cell: (service) => shortTime(locale, service.draftUpdatedAt) },
          ]}
        />
      )}
    </section>
  );
}
