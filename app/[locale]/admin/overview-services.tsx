import { getTranslations } from 'next-intl/server';
import { shortTime } from '@/components/console/format';
import { EmptyState } from '@/components/empty-state';
import { ButtonLink } from '@/components/button';
import { Link } from '@/components/link';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { listEditableServices } from '@/server/catalogue/service-editing';
import type { Desk } from '@/server/catalogue/service-workflow';
import type { Person } from '@/server/platform/auth/actor';
import type { Locale, LocalizedText } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { stateTones } from './services/[id]/find';

const queues: readonly (keyof Desk)[] = ['approve', 'review', 'publish', 'amend'];

/** What waits for whoever works on passports: by the step that is theirs. */
export async function DeskOverview({ locale, desk }: { locale: Locale; desk: Desk }) {
  const t = await getTranslations('console.desk');
  return (
    <>
      {queues.filter((queue) => desk[queue].length > 0).map((queue) => (
        <section key={queue} aria-labelledby={`desk-${queue}`}>
          <h2 id={`desk-${queue}`} className="mb-3">
            {t(queue)}
          </h2>
          <Table
            caption={t(queue)}
            hiddenCaption
            rows={desk[queue]}
            rowKey={({ serviceId, number }) => `${serviceId} ${number}`}
            columns={[
              { key: 'title', header: t('service'), rowHeader: true, cell: ({ serviceId, title }) => <Link href={`/${locale}/admin/services/${serviceId}`}>{textIn(title as LocalizedText, locale)}</Link> },
              { key: 'version', header: t('version'), numeric: true, cell: ({ number }) => number },
              { key: 'author', header: t('author'), cell: ({ authorName }) => authorName ?? '' },
              { key: 'since', header: t('since'), cell: ({ updatedAt }) => shortTime(locale, updatedAt) },
            ]}
          />
        </section>
      ))}
    </>
  );
}

/** Drafts that an editor has begun. */
export async function ServicesOverview({ locale, person }: { locale: Locale; person: Person }) {
  const [t, { items }] = await Promise.all([getTranslations('console.services'), listEditableServices(person, { after: null, limit: 100 })]);
  const drafts = items.flatMap((service) => (service.draftUpdatedAt && service.draftState ? [{ ...service, draftUpdatedAt: service.draftUpdatedAt, draftState: service.draftState }] : [])).toSorted((a, b) => b.draftUpdatedAt.getTime() - a.draftUpdatedAt.getTime());
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
            { key: 'state', header: t('state'), cell: (service) => <Tag tone={stateTones[service.draftState]}>{t(`states.${service.draftState}`)}</Tag> },
            { key: 'author', header: t('author'), cell: (service) => service.draftAuthor ?? '' },
            { key: 'saved', header: t('saved'), cell: (service) => shortTime(locale, service.draftUpdatedAt) },
          ]}
        />
      )}
    </section>
  );
}
