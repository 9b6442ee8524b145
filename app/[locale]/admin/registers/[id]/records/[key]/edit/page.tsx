import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RecordForm } from '@/components/console/registers/record-form';
import { ConsolePage } from '@/components/console/shell';
import { PageHeader } from '@/components/page-header';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { readRecord } from '@/server/registers/service-reading';
import { titleOf } from '@/server/registers/service-words';
import { formFieldsOf } from '../../../../form-fields';
import { openForPage, readsPersonal } from '../../../../open';
import { asOfOf, readQuery, recordHref, registerPath } from '../../../../query';
import { RegisterCrumbs } from '../../../../frame';

type Props = { params: Promise<{ locale: string; id: string; key: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.console' });
  return { title: t('record.edit') };
}

/** Changing a record: what is has changed from a day on, or what was recorded was wrong. */
export default async function EditRecordPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id, key: encoded } = await params;
  const key = decodeURIComponent(encoded);
  const query = readQuery(await searchParams);
  const person = await requireStaff(locale, recordHref(locale, id, key, query));
  const { definition, access, actions, today } = await openForPage(person, id);
  if (!actions.has('write')) notFound();
  const t = await getTranslations('registers.console');
  const personal = readsPersonal(definition, access.fields);
  if (personal && query.purpose === undefined) redirect(recordHref(locale, id, key, query));
  const record = await readRecord(person, { register: id, key, asOf: asOfOf({ valid: query.valid }), purpose: query.purpose ?? t('purposeKeeping') });
  if (!record) notFound();
  const title = titleOf(definition, record);
  const fields = (await formFieldsOf(definition, access.fields, locale)).filter((field) => field.id !== definition.key);
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} definition={definition} deeper={{ label: title, href: recordHref(locale, id, record.key, { purpose: query.purpose }) }} />}>
      <PageHeader title={t('record.editTitle', { record: title })} />
      <RecordForm mode="change" register={id} recordKey={record.key} revision={record.revision} fields={fields} initial={record.data} valid={record.valid} recordsPath={`${registerPath(locale, id)}/records`} cancelPath={recordHref(locale, id, record.key, { purpose: query.purpose })} today={today} purpose={query.purpose ?? null} />
    </ConsolePage>
  );
}
