import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DefinitionEditor } from '@/components/console/definition/definition-editor';
import { ConsolePage } from '@/components/console/shell';
import { PageHeader } from '@/components/page-header';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { editorChoices } from '../editor-choices';
import { RegisterCrumbs } from '../frame';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.editor' });
  return { title: t('create') };
}

export default async function NewRegisterPage({ params }: Props) {
  const locale = await pageLocale(params);
  const person = await requireStaff(locale, `/${locale}/admin/registers/new`, 'platform_administrator');
  const [t, choices] = await Promise.all([getTranslations('registers.editor'), editorChoices(person, locale)]);
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} />}>
      <PageHeader title={t('create')} lead={t('createLead')} />
      <DefinitionEditor before={null} seen="" {...choices} registersPath={`/${locale}/admin/registers`} />
    </ConsolePage>
  );
}
