import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { shortDay, shortTime } from '@/components/console/format';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { ConsolePage } from '@/components/console/shell';
import { slugSchema } from '@/server/catalogue/schema';
import { listEditableServices } from '@/server/catalogue/service-editing';
import { editingRoles, stateTones } from './[id]/find';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const querySchema = z.object({ after: slugSchema.nullable().catch(null).default(null) });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'console.services' });
  return { title: t('title') };
}

/** Services whose passports one may look after. */
export default async function ServicesPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const here = `/${locale}/admin/services`;
  const person = await requireStaff(locale, here, ...editingRoles);
  const { after } = querySchema.parse(await searchParams);
  const [t, common, { items, next }] = await Promise.all([getTranslations('console.services'), getTranslations('common.list'), listEditableServices(person, { after, limit: 30 })]);
  return (
    <ConsolePage>
      <PageHeader title={t('title')} lead={t('lead')} />
      {items.length === 0 ? (
        <EmptyState title={t('empty')} icon="document">
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          hiddenCaption
          rows={items}
          rowKey={(service) => service.id}
          columns={[
            { key: 'title', header: t('service'), rowHeader: true, cell: (service) => <Link href={`${here}/${service.id}`}>{textIn(service.title, locale)}</Link> },
            { key: 'agency', header: t('agency'), cell: (service) => textIn(service.agencyName, locale) },
            { key: 'version', header: t('version'), numeric: true, cell: (service) => service.number },
            { key: 'published', header: t('published'), cell: (service) => (service.withdrawnAt ? <Tag tone="danger">{t('withdrawnShort')}</Tag> : service.publishedAt ? shortDay(locale, service.publishedAt) : <Tag>{t('never')}</Tag>) },
            {
              key: 'draft',
              header: t('draft'),
              cell: (service) =>
                service.draftUpdatedAt ? (
                  <>
                    <Tag tone={stateTones[service.draftState ?? 'draft']}>{t(`states.${service.draftState ?? 'draft'}`)}</Tag>
                    <span className="mt-0.5 block text-[0.9375em] text-muted">{t('draftBy', { author: service.draftAuthor ?? '—', time: shortTime(locale, service.draftUpdatedAt) })}</span>
                  </>
                ) : (
                  <span className="text-muted">{t('noDraft')}</span>
                ),
            },
          ]}
        />
      )}
      <KeysetPagination label={common('pagination')} {...(after !== null && { previous: { href: here, label: t('first') } })} {...(next !== null && { next: { href: `${here}?after=${next}`, label: common('next') } })} />
    </ConsolePage>
  );
}
