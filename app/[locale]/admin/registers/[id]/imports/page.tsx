import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ImportUpload } from '@/components/console/registers/import-upload';
import { shortTime } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { requireStaff } from '@/server/platform/auth/guard';
import { numberInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { listImports } from '@/server/registers/service-imports';
import { RegisterCrumbs, RegisterTabs } from '../../frame';
import { importTones } from '../../import-tones';
import { openForPage } from '../../open';
import { registerPath } from '../../query';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.importer' });
  return { title: t('title') };
}

/** Files of records: sending one, and those that were sent. */
export default async function ImportsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const here = `${registerPath(locale, id)}/imports`;
  const person = await requireStaff(locale, here);
  const { definition, actions, watches } = await openForPage(person, id);
  if (!actions.has('write')) notFound();
  const after = z.uuid().safeParse((await searchParams)['after']).data ?? null;
  const [t, common, { imports, next }] = await Promise.all([getTranslations('registers.importer'), getTranslations('common.list'), listImports(person, { register: id, after })]);
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} />}>
      <PageHeader title={textIn(definition.title, locale)} lead={t('lead')} />
      <RegisterTabs locale={locale} register={id} actions={actions} watches={watches} current="imports" />
      <ImportUpload register={id} importsPath={here} />
      <section aria-labelledby="imports" className="mt-10">
        <h2 id="imports" className="mb-3">
          {t('list')}
        </h2>
        {imports.length === 0 ? (
          <p className="text-muted">{t('empty')}</p>
        ) : (
          <Table
            caption={t('list')}
            hiddenCaption
            rows={imports}
            rowKey={(one) => one.id}
            columns={[
              { key: 'file', header: t('file'), rowHeader: true, cell: (one) => <Link href={`${here}/${one.id}`} className="wrap-anywhere">{one.fileName}</Link> },
              { key: 'state', header: t('state'), cell: (one) => <Tag tone={importTones[one.state]}>{t(`states.${one.state}`)}</Tag> },
              { key: 'rows', header: t('rows'), numeric: true, cell: (one) => numberInWords(one.rows, locale) },
              { key: 'rejected', header: t('rejected'), numeric: true, cell: (one) => numberInWords(one.rejected, locale) },
              { key: 'by', header: t('by'), cell: (one) => one.createdByName },
              { key: 'at', header: t('at'), cell: (one) => <time dateTime={one.createdAt.toISOString()} className="whitespace-nowrap">{shortTime(locale, one.createdAt)}</time> },
            ]}
          />
        )}
        <KeysetPagination label={common('pagination')} previous={after === null ? undefined : { href: here, label: t('first') }} next={next === null ? undefined : { href: `${here}?after=${next}`, label: common('next') }} />
      </section>
    </ConsolePage>
  );
}
