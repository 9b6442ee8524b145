import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { shortTime } from '@/components/console/format';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { changedFields } from '@/components/console/passport/difference';
import { DifferenceView } from '@/components/console/passport/difference-view';
import { PublishForm } from '@/components/console/passport/publish-form';
import { ConsolePage } from '@/components/console/shell';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { editingRoles, findVersions } from '../find';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'console.publish' });
  return { title: t('pageTitle') };
}

/** What the draft changes, and publishing it. */
export default async function ComparePage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const service = `/${locale}/admin/services/${id}`;
  const person = await requireStaff(locale, `${service}/compare`, ...editingRoles);
  const [t, services, common, { published, draft, editable }] = await Promise.all([getTranslations('console.publish'), getTranslations('console.services'), getTranslations('common.nav'), findVersions(person, id)]);
  const passport = (published ?? draft)?.passport;
  const title = passport ? textIn(passport.title, locale) : id;
  const fields = published && draft ? changedFields(published.passport, draft.passport) : [];
  return (
    <ConsolePage before={<Breadcrumbs label={common('breadcrumbs')} items={[{ label: services('title'), href: `/${locale}/admin/services` }, { label: title, href: service }]} />}>
      <PageHeader
        title={t('pageTitle')}
        lead={title}
        meta={draft && <span>{services('draftBy', { author: draft.authorName ?? '—', time: shortTime(locale, draft.updatedAt) })}</span>}
        actions={draft && editable && fields.length > 0 ? <PublishForm serviceId={id} revision={draft.revision} title={title} after={service} /> : undefined}
      />
      {published && draft && fields.length > 0 ? (
        <DifferenceView before={published.passport} after={draft.passport} fields={fields} level={2} />
      ) : (
        <EmptyState
          title={draft ? t('nothingChanged') : t('noDraft')}
          icon="document"
          actions={
            <ButtonLink variant="secondary" href={draft && editable ? `${service}/edit` : service}>
              {draft && editable ? services('editDraft') : t('back')}
            </ButtonLink>
          }
        >
          <p>{draft ? t('nothingChangedText') : t('noDraftText')}</p>
        </EmptyState>
      )}
    </ConsolePage>
  );
}
