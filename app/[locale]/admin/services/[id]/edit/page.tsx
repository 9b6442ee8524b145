import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { PassportEditor } from '@/components/console/passport/editor';
import { readKeptForm } from '@/components/console/passport/kept-form';
import { OpenDraft } from '@/components/console/passport/open-draft';
import { ConsolePage } from '@/components/console/shell';
import { findWork } from '@/server/catalogue/service-editing';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { editingRoles, findVersions } from '../find';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'console.editor' });
  return { title: t('title') };
}

export default async function EditPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const service = `/${locale}/admin/services/${id}`;
  const person = await requireStaff(locale, `${service}/edit`, ...editingRoles);
  const [t, services, common, { published, draft, editable, may }] = await Promise.all([getTranslations('console.editor'), getTranslations('console.services'), getTranslations('common.nav'), findVersions(person, id)]);
  const passport = (draft ?? published)?.passport;
  const title = passport ? textIn(passport.title, locale) : id;
  const before = <Breadcrumbs label={common('breadcrumbs')} items={[{ label: services('title'), href: `/${locale}/admin/services` }, { label: title, href: service }]} />;
  if (!draft || !may.has('edit')) {
    return (
      <ConsolePage before={before}>
        <PageHeader title={t('title')} />
        <EmptyState title={draft ? t('notNow', { state: services(`states.${draft.state}`) }) : editable ? t('noDraft') : services('readOnly')} icon="edit" actions={draft ? <ButtonLink variant="secondary" href={service}>{t('toService')}</ButtonLink> : editable && <OpenDraft serviceId={id} href={`${service}/edit`} label={services('startDraft')} />}>
          {editable && <p>{t(draft ? 'notNowText' : 'noDraftText')}</p>}
        </EmptyState>
      </ConsolePage>
    );
  }
  const work = await findWork(person, id);
  return (
    <ConsolePage before={before}>
      <PageHeader title={t('title')} lead={title} />
      <PassportEditor serviceId={id} draft={{ passport: draft.passport, revision: draft.revision }} work={readKeptForm(work)} links={{ preview: `/${locale}/preview/services/${id}`, service }} />
    </ConsolePage>
  );
}
