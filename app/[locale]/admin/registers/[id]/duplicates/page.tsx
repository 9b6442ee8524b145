import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ConsolePage } from '@/components/console/shell';
import { shortDay } from '@/components/console/format';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Table } from '@/components/table';
import { requireStaff } from '@/server/platform/auth/guard';
import { Failure } from '@/server/platform/errors';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { listDuplicates } from '@/server/registers/service-merging';
import { RegisterCrumbs, RegisterTabs } from '../../frame';
import { openForPage } from '../../open';
import { registerPath } from '../../query';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.merging' });
  return { title: t('title') };
}

/** Pairs of records that may be one subject. */
export default async function DuplicatesPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const here = `${registerPath(locale, id)}/duplicates`;
  const person = await requireStaff(locale, here, 'register_keeper');
  const { definition, actions, watches } = await openForPage(person, id);
  const after = z.uuid().safeParse((await searchParams)['after']).data ?? null;
  const [t, common, { duplicates, next }] = await Promise.all([
    getTranslations('registers.merging'), getTranslations('common.list'),
    listDuplicates(person, { register: id, after }).catch((error: unknown) => {
      if (error instanceof Failure) notFound();
      throw error;
    }),
  ]);
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} />}>
      <PageHeader title={textIn(definition.title, locale)} lead={t('lead')} />
      <RegisterTabs locale={locale} register={id} actions={actions} watches={watches} current="duplicates" />
      {duplicates.length === 0 ? (
        <EmptyState title={t('empty')} icon="check-circle">
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          hiddenCaption
          rows={duplicates}
          rowKey={(pair) => pair.id}
          columns={[
            { key: 'pair', header: t('pair'), rowHeader: true, cell: ({ keyA, keyB }) => <span className="tabular-nums">{keyA} · {keyB}</span> },
            { key: 'found', header: t('found'), cell: ({ foundAt }) => shortDay(locale, foundAt) },
            { key: 'compare', header: t('compare'), hiddenHeader: true, cell: (pair) => <Link href={`${here}/compare?${new URLSearchParams({ pair: pair.id }).toString()}`} hidden={`${pair.keyA}, ${pair.keyB}`}>{t('compare')}</Link> },
          ]}
        />
      )}
      <KeysetPagination label={common('pagination')} previous={undefined} next={next === null ? undefined : { href: `${here}?after=${next}`, label: common('next') }} />
    </ConsolePage>
  );
}
