import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Link } from '@/components/link';

export type SummaryRow = {
  key: ReactNode;
  /** Absent or empty: `emptyLabel` is shown. */
  value?: ReactNode;
  action?: { href: string; label: string; /** What is changed, for screen readers: "name". */ hidden: string } | undefined;
};

export type SummaryListProps = {
  rows: readonly SummaryRow[];
  emptyLabel?: string | undefined;
  /** Without lines between rows, for facts in a card. */
  plain?: boolean | undefined;
  className?: string | undefined;
};

/** Facts as key and value; with `action` the rows of "Check your answers". */
export function SummaryList({ rows, emptyLabel, plain, className }: SummaryListProps) {
  return (
    <dl className={clsx(!plain && 'border-t border-line', className)}>
      {rows.map((row, index) => (
        <div key={index} className={clsx('grid gap-x-6 gap-y-1 py-(--cell-y) sm:grid-cols-[minmax(9rem,1fr)_2fr_auto]', !plain && 'border-b border-line')}>
          <dt className={clsx('min-w-0', plain ? 'text-muted' : 'font-semibold')}>{row.key}</dt>
          <dd className={clsx('min-w-0', !row.action && 'sm:col-span-2')}>{row.value || <span className="text-muted">{emptyLabel}</span>}</dd>
          {row.action && (
            <dd className="sm:text-right">
              <Link href={row.action.href} hidden={row.action.hidden} className="no-print inline-block py-0.5">
                {row.action.label}
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
