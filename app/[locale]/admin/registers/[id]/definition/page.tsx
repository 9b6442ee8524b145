import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DefinitionEditor } from '@/components/console/definition/definition-editor';
import { Migration } from '@/components/console/definition/migration';
import { ConsolePage } from '@/components/console/shell';
import { PageHeader } from '@/components/page-header';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { findMigration } from '@/server/registers/service-definitions';
import { editorChoices } from '../../editor-choices';
import { RegisterCrumbs } from '../../frame';
import { openForPage } from '../../open';
import { registerPath } from '../../query';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.editor' });
  return { title: t('change') };
}

/** The definition of a register, to be changed by an administrator. */
export default async function DefinitionPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const person = await requireStaff(locale, `${registerPath(locale, id)}/definition`, 'platform_administrator');
  const { definition, minor } = await openForPage(person, id);
  const [t, problems, choices, migration] = await Promise.all([getTranslations('registers.editor'), getTranslations('registers.problems'), editorChoices(person, locale), findMigration(person, id)]);
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} definition={definition} />}>
      <PageHeader eyebrow={textIn(definition.title, locale)} title={t('change')} lead={t('changeLead')} />
      {migration && <Migration register={id} state={migration.state} progress={migration.progress} problems={migration.problems.map(({ key, field, reason, params: values, value }) => ({ key, field, message: problems(reason, { ...values, value }) }))} />}
      {migration?.state !== 'migrating' && <DefinitionEditor key={`${definition.version}.${minor}`} before={definition} seen={`${definition.version}.${minor}`} {...choices} registersPath={`/${locale}/admin/registers`} />}
    </ConsolePage>
  );
}
