import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { shortDay, shortTime } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { listAgencies } from '@/server/catalogue/service';
import { listEditable } from '@/server/classifiers/service-editing';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { classifierRoles } from './roles';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'classifiers' });
  return { title: t('title') };
}

/** The classifiers that one keeps. */
export default async function ClassifiersPage({ params }: Props) {
  const locale = await pageLocale(params);
  const here = `/${locale}/admin/classifiers`;
  const person = await requireStaff(locale, here, ...classifierRoles);
  const [t, tc, { classifiers, mayCreate }, agencies] = await Promise.all([getTranslations('classifiers'), getTranslations('classifiers.console'), listEditable(person), listAgencies()]);
  const owner = (id: string | null) => textIn(agencies.find((agency) => agency.id === id)?.abbreviation ?? { uz: tc('platform'), 'uz-Cyrl': tc('platform'), ru: tc('platform'), en: tc('platform') }, locale);
  return (
    <ConsolePage>
      <PageHeader
        title={t('title')}
        lead={tc('lead')}
        actions={mayCreate && (
          <ButtonLink href={`${here}/new`} icon="plus">
            {tc('new')}
          </ButtonLink>
        )}
      />
      {classifiers.length === 0 ? (
        <EmptyState title={tc('empty')} icon="document">
          <p>{tc('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          hiddenCaption
          rows={classifiers}
          rowKey={({ id }) => id}
          columns={[
            { key: 'title', header: tc('classifier'), rowHeader: true, cell: ({ id, title }) => <Link href={`${here}/${id}`}>{textIn(title, locale)}</Link> },
            { key: 'owner', header: tc('owner'), cell: ({ ownerAgencyId }) => owner(ownerAgencyId) },
            { key: 'edition', header: tc('lastEdition'), cell: ({ editions: [edition] }) => (edition ? tc('editionFrom', { number: edition.number, day: shortDay(locale, new Date(`${edition.validFrom}T12:00:00Z`)) }) : <Tag>{tc('never')}</Tag>) },
            { key: 'items', header: tc('items'), numeric: true, cell: ({ editions: [edition] }) => edition?.itemCount },
            { key: 'draft', header: tc('draft'), cell: ({ draft }) => (draft ? <Tag tone="warning">{tc('draftBy', { author: draft.authorName ?? '—', time: shortTime(locale, draft.updatedAt) })}</Tag> : <span className="text-muted">{tc('noDraft')}</span>) },
          ]}
        />
      )}
    </ConsolePage>
  );
}
