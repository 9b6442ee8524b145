import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/link';
import { Pagination } from '@/components/pagination';
import { Table } from '@/components/table';
import { Tabs } from '@/components/tabs';
import type { Period } from '@/server/insight/periods';
import { groupings, type Grouping } from '@/server/insight/schema';
import type { Locale } from '@/server/platform/i18n/locales';
import { columnsBy, sorted, sortingOf, type ColumnKey, type NamedRow, type NumberColumn } from './columns';
import { listHref, requestsHref, type RequestQuery } from './query';
import { figureWords } from './words';

const pageSize = 25;

type Props = { locale: Locale; query: RequestQuery; by: Grouping; rows: readonly NamedRow[]; period: Period };

/** The same numbers as a table: sorted, paged, each leading to the requests it counts. */
export async function FiguresTable({ locale, query, by, rows, period }: Props) {
  const [t, common] = await Promise.all([getTranslations('insight.requests.table'), getTranslations('common.list')]);
  const sorting = sortingOf(query);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(query.page ?? 1, pages);
  const shown = sorted(rows, sorting, by, locale).slice((page - 1) * pageSize, page * pageSize);
  const sort = (key: ColumnKey) => {
    const current = sorting.key === key;
    const first = key === 'name' ? 'asc' : 'desc';
    const dir = !current ? first : sorting.direction === 'asc' ? 'desc' : 'asc';
    return { href: `${requestsHref(locale, query, { by, sort: key, dir })}#figures`, ...(current && { direction: sorting.direction === 'asc' ? ('ascending' as const) : ('descending' as const) }) };
  };
  const cell = (row: NamedRow, { key, value, format, kind }: NumberColumn) => {
    const number = value(row);
    const text = figureWords(locale, number, format);
    if (number === null || number === 0 || kind === undefined) return text;
    const href = listHref(locale, period, { kind, agency: row.agencyId, service: row.serviceId ?? query.service });
    return (
      <Link href={href} hidden={`: ${t(`columns.${key}`)}, ${row.name}`} className={key === 'overdue' ? 'text-danger' : undefined}>
        {text}
      </Link>
    );
  };
  return (
    <section id="figures" aria-label={t(`caption.${by}`)} className="mt-8 scroll-mt-4">
      <Tabs label={t('by.label')} items={groupings.map((grouping) => ({ label: t(`by.${grouping}`), href: `${requestsHref(locale, query, { by: grouping, sort: undefined, dir: undefined })}#figures`, current: grouping === by }))} />
      <Table
        caption={t(`caption.${by}`)}
        hiddenCaption
        dense
        rows={shown}
        rowKey={(row) => `${row.agencyId} ${row.serviceId ?? ''}`}
        columns={[
          {
            key: 'name', header: t(`columns.${by}`), rowHeader: true, sort: sort('name'),
            cell: (row) => (
              <>
                <Link variant="quiet" href={requestsHref(locale, query, row.serviceId === null ? { agency: row.agencyId, by: 'service', sort: undefined, dir: undefined } : { agency: row.agencyId, service: row.serviceId })}>
                  {row.name}
                </Link>
                {by === 'service' && query.agency === undefined && <span className="block font-normal text-muted">{row.agency}</span>}
              </>
            ),
          },
          ...columnsBy(by).map((column) => ({ key: column.key, header: t(`columns.${column.key}`), numeric: true, sort: sort(column.key), cell: (row: NamedRow) => cell(row, column) })),
        ]}
      />
      <Pagination label={common('pagination')} page={page} pages={pages} href={(number) => `${requestsHref(locale, query, { by, page: number })}#figures`} previousLabel={common('previous')} nextLabel={common('next')} pageLabel={(number) => t('pageLabel', { page: number })} />
    </section>
  );
}
