import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from '@/components/icon';

export type SortDirection = 'ascending' | 'descending';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right, their digits under one another. */
  numeric?: boolean | undefined;
  /** The cell that names its row (`th`). */
  rowHeader?: boolean | undefined;
  /** Column can be sorted: where its header leads, and how it is sorted now. */
  sort?: { href: string; direction?: SortDirection | undefined } | undefined;
  /** The header is for screen readers only, e.g. over buttons. */
  hiddenHeader?: boolean | undefined;
};

export type TableProps<Row> = {
  caption: string;
  /** Leave the caption to screen readers where a heading says the same. */
  hiddenCaption?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Rows close together, for staff. `data-density` around it does the same. */
  dense?: boolean | undefined;
  /** On a phone each row becomes a card (default) or the table scrolls sideways. */
  narrow?: 'cards' | 'scroll' | undefined;
  /** Under the caption instead of rows when there are none. */
  empty?: ReactNode;
};

/** Roles are spelled out because as cards the cells are no table cells to the browser. */
export function Table<Row>({ caption, hiddenCaption, columns, rows, rowKey, dense, narrow = 'cards', empty }: TableProps<Row>) {
  const cards = narrow === 'cards';
  const table = (
    <table role="table" className={clsx('w-full border-collapse text-left', cards && 'max-sm:block')} {...(dense && { 'data-density': 'compact' })}>
      <caption className={hiddenCaption ? 'sr-only' : clsx('mb-3 text-left text-h3 font-semibold', cards && 'max-sm:block')}>{caption}</caption>
      {/* As cards there is no head to see but the links that sort. */}
      <thead role="rowgroup" className={clsx(cards && (columns.some((column) => column.sort) ? 'max-sm:mb-3 max-sm:block' : 'max-sm:sr-only'))}>
        <tr role="row" className={clsx('border-b-2 border-line-strong', cards && 'max-sm:flex max-sm:flex-wrap max-sm:gap-x-5 max-sm:border-b-0')}>
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" aria-sort={column.sort ? (column.sort.direction ?? 'none') : undefined} className={clsx('px-(--cell-x) py-(--cell-y) align-bottom font-semibold first:pl-0 last:pr-0', column.numeric && 'text-right', cards && (column.sort ? 'max-sm:p-0' : 'max-sm:sr-only'))}>
              <HeaderCell column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={clsx(cards && 'max-sm:flex max-sm:flex-col max-sm:gap-3')}>
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={clsx('border-line sm:border-b', cards ? 'max-sm:block max-sm:rounded-md max-sm:border max-sm:px-4 max-sm:py-2' : 'border-b')}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} cards={cards}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <>
      {cards ? (
        table
      ) : (
        <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto">
          {table}
        </div>
      )}
      {rows.length === 0 && empty}
    </>
  );
}

function HeaderCell<Row>({ column: { header, sort, hiddenHeader, numeric } }: { column: Column<Row> }) {
  if (hiddenHeader) return <span className="sr-only">{header}</span>;
  if (!sort) return header;
  const icon = sort.direction === 'ascending' ? 'arrow-up' : sort.direction === 'descending' ? 'arrow-down' : 'sort';
  return (
    <a href={sort.href} className={clsx('link -my-1 inline-flex items-center gap-1 py-1', numeric && 'flex-row-reverse')}>
      {header}
      <Icon name={icon} size={16} />
    </a>
  );
}

function Cell<Row>({ column, cards, children }: { column: Column<Row>; cards: boolean; children: ReactNode }) {
  const look = clsx(
    'px-(--cell-x) py-(--cell-y) align-top first:pl-0 last:pr-0',
    column.numeric && 'tabular-nums sm:text-right',
    cards ? clsx('max-sm:px-0 max-sm:py-1.5', column.numeric ? 'max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4' : 'max-sm:block') : 'max-sm:whitespace-nowrap',
    column.rowHeader && 'font-semibold',
  );
  const inside = (
    <>
      {cards && !column.rowHeader && !column.hiddenHeader && (
        <span aria-hidden="true" className="block text-[0.875em] text-muted sm:hidden">
          {column.header}
        </span>
      )}
      {children}
    </>
  );
  return column.rowHeader ? (
    <th role="rowheader" scope="row" className={look}>
      {inside}
    </th>
  ) : (
    <td role="cell" className={look}>
      {inside}
    </td>
  );
}
