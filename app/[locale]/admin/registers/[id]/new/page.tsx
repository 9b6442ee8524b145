import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RecordForm } from '@/components/console/registers/record-form';
import { ConsolePage } from '@/components/console/shell';
import { PageHeader } from '@/components/page-header';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { formFieldsOf } from '../../form-fields';
import { openForPage } from '../../open';
import { registerPath } from '../../query';
import { RegisterCrumbs } from '../../frame';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.console' });
  return { title: t('add') };
}

export default async function NewRecordPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const person = await requireStaff(locale, `${registerPath(locale, id)}/new`);
  const { definition, access, actions, today } = await openForPage(person, id);
  if (!actions.has('write')) notFound();
  const t = await getTranslations('registers.console');
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} definition={definition} />}>
      <PageHeader title={t('addTitle', { record: textIn(definition.recordName, locale) })} />
      <RecordForm mode="create" register={id} fields={await formFieldsOf(definition, access.fields, locale)} initial={{}} recordsPath={`${registerPath(locale, id)}/records`} cancelPath={registerPath(locale, id)} today={today} purpose={null} />
    </ConsolePage>
  );
}
