import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { BackLink } from '@/components/back-link';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { requirePerson } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { registerIdSchema } from '@/server/registers/schema-definition';
import { recordKeySchema } from '@/server/registers/schema-records';
import { listOwnRecords } from '@/server/registers/service-own';
import { titleOf } from '@/server/registers/service-words';
import { sendReport } from './actions';
import { ReportForm } from './report-form';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const querySchema = z.object({ register: registerIdSchema, key: recordKeySchema });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.own.form' });
  return { title: t('title') };
}

/** The person concerned says what is wrong in a record. */
export default async function ReportPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const back = `/${locale}/cabinet/records`;
  const query = querySchema.safeParse(await searchParams);
  if (!query.success) notFound();
  const { register, key } = query.data;
  const person = await requirePerson(locale, `${back}/report?${new URLSearchParams({ register, key }).toString()}`);
  const own = (await listOwnRecords(person)).find(({ definition }) => definition.id === register);
  const record = own?.records.find((one) => one.key === key);
  if (!own || !record) notFound();
  const [t, whole, form, errors, common] = await Promise.all([getTranslations('registers.own.form'), getTranslations('registers.own'), getTranslations('common.form'), getTranslations('registers.errors'), getTranslations('common')]);
  const { definition } = own;
  return (
    <Page>
      <BackLink href={`${back}#${register}`}>{whole('title')}</BackLink>
      <PageHeader eyebrow={textIn(definition.title, locale)} title={t('title')} lead={t('lead')} meta={titleOf(definition, record)} />
      <ReportForm
        action={sendReport.bind(null, locale, register, key)}
        fields={definition.fields.flatMap(({ id, label }) => (record.data[id] === undefined ? [] : [{ value: id, label: textIn(label, locale) }]))}
        words={{
          field: t('field'), whole: t('whole'), text: t('text'), textHint: t('textHint'), send: t('send'), errorTitle: form('errorTitle'), errorPrefix: form('errorPrefix'),
          problems: { text: t('error'), tooMany: errors('tooManyReports', { count: 10 }), refused: common('errors.unexpected') },
          limit: form.raw('characters.limit') as string, left: form.raw('characters.left') as string, over: form.raw('characters.over') as string,
        }}
      />
    </Page>
  );
}
