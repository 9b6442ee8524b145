import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MergeForm } from '@/components/console/registers/merge-form';
import { ConsolePage } from '@/components/console/shell';
import { PageHeader } from '@/components/page-header';
import { RegisterValue } from '@/components/register-value';
import { requireStaff } from '@/server/platform/auth/guard';
import { Failure } from '@/server/platform/errors';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { canonical } from '@/server/registers/engine-history';
import { findDuplicate } from '@/server/registers/service-merging';
import { readRecord } from '@/server/registers/service-reading';
import { describer } from '@/server/registers/service-words';
import { formFieldsOf } from '../../../form-fields';
import { RegisterCrumbs } from '../../../frame';
import { openForPage } from '../../../open';
import { registerPath } from '../../../query';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.merging' });
  return { title: t('compareTitle') };
}

/** Two records side by side, to decide whether they are one subject. */
export default async function ComparePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const listPath = `${registerPath(locale, id)}/duplicates`;
  const person = await requireStaff(locale, listPath, 'register_keeper');
  const { definition, access } = await openForPage(person, id);
  const given = (await searchParams)['pair'];
  const t = await getTranslations('registers.merging');
  const pair = await findDuplicate(person, { id: typeof given === 'string' ? given : '' }).catch((error: unknown) => {
    if (error instanceof Failure) notFound();
    throw error;
  });
  if (pair.registerId !== id || pair.state !== 'open') notFound();
  const purpose = t('compareTitle');
  const [a, b, describe, formFields] = await Promise.all([readRecord(person, { register: id, key: pair.keyA, purpose }), readRecord(person, { register: id, key: pair.keyB, purpose }), describer(definition, locale), formFieldsOf(definition, access.fields, locale)]);
  if (!a || !b) notFound();
  const fields = definition.fields.flatMap((field) => {
    const [first, second] = [a.data[field.id], b.data[field.id]];
    if (first === undefined && second === undefined) return [];
    const shown = (value: typeof first) => (value === undefined ? '—' : <RegisterValue label={textIn(field.label, locale)} value={describe(field, value)} />);
    return [{ id: field.id, label: textIn(field.label, locale), values: [shown(first), shown(second)] as [React.ReactNode, React.ReactNode], differs: canonical(first ?? null) !== canonical(second ?? null) }];
  });
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} definition={definition} deeper={{ label: t('title'), href: listPath }} />}>
      <PageHeader title={t('compareTitle')} lead={t('lead')} />
      <MergeForm register={id} duplicateId={pair.id} keys={[a.key, b.key]} revisions={[a.revision, b.revision]} keyField={definition.key} fields={fields} formFields={formFields} listPath={listPath} recordsPath={`${registerPath(locale, id)}/records`} />
    </ConsolePage>
  );
}
