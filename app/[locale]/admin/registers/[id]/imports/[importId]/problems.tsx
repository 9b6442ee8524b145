import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { KeysetPagination } from '@/components/pagination';
import { Table } from '@/components/table';
import type { Person } from '@/server/platform/auth/actor';
import type { Locale } from '@/server/platform/i18n/locales';
import { listImportProblems, type Import } from '@/server/registers/service-imports';

type Props = { locale: Locale; person: Person; register: string; one: Import; here: string; after: string | null };

/** What is wrong in the file: row, column, value and reason. */
export async function ImportProblems({ locale, person, register, one, here, after }: Props) {
  const [t, words, common, { problems, next }] = await Promise.all([getTranslations('registers.importer'), getTranslations('registers.problems'), getTranslations('common.list'), listImportProblems(person, { id: one.id, after })]);
  return (
    <section aria-labelledby="problems" className="mt-8">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="problems">{t('problems')}</h2>
        <ButtonLink variant="secondary" icon="download" href={`/api/registers/${register}/imports/${one.id}?locale=${locale}`}>
          {t('download')}
        </ButtonLink>
      </div>
      <Table
        caption={t('problems')}
        hiddenCaption
        rows={problems}
        rowKey={({ id }) => id}
        columns={[
          { key: 'row', header: t('row'), numeric: true, rowHeader: true, cell: ({ row }) => row },
          { key: 'column', header: t('column'), cell: ({ column, field }) => (column === '' ? field : column) },
          { key: 'value', header: t('value'), cell: ({ value }) => <span className="wrap-anywhere">{value}</span> },
          { key: 'reason', header: t('reason'), cell: ({ reason, params, value }) => words(reason, { ...params, value }) },
        ]}
      />
      <KeysetPagination label={common('pagination')} previous={after === null ? undefined : { href: `${here}#problems`, label: t('first') }} next={next === null ? undefined : { href: `${here}?after=${next}#problems`, label: common('next') }} />
    </section>
  );
}
