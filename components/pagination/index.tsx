import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from '@/components/icon';

const step = 'inline-flex min-h-11 items-center gap-2 rounded-md px-2 font-semibold sm:px-3 text-accent hover:bg-accent-soft hover:text-accent-hover compact:min-h-9';

export type KeysetPaginationProps = {
  label: string;
  previous?: { href: string; label: string } | undefined;
  next?: { href: string; label: string } | undefined;
  /** Between them: "Records 21–40". */
  children?: ReactNode;
};

/** Forward and back through a list paged by keyset, where pages have no numbers. */
export function KeysetPagination({ label, previous, next, children }: KeysetPaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="no-print mt-6 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
      {previous ? (
        <a href={previous.href} rel="prev" className={clsx(step, '-ml-2 sm:-ml-3')}>
          <Icon name="arrow-left" size={20} />
          {previous.label}
        </a>
      ) : (
        <span />
      )}
      {children && <span className="text-muted">{children}</span>}
      {next ? (
        <a href={next.href} rel="next" className={clsx(step, '-mr-2 sm:-mr-3')}>
          {next.label}
          <Icon name="arrow-right" size={20} />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

export type PaginationProps = {
  label: string;
  page: number;
  pages: number;
  href: (page: number) => string;
  previousLabel: string;
  nextLabel: string;
  /** "Page 3", for screen readers. */
  pageLabel: (page: number) => string;
};

/** First, last, and the neighbours of the page; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return shown.flatMap((n, i) => (i > 0 && n - (shown[i - 1] ?? n) > 1 ? [0, n] : [n]));
}

/** Numbered pages, for short lists whose size is known. */
export function Pagination({ label, page, pages, href, previousLabel, nextLabel, pageLabel }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="no-print mt-8">
      <ul className="flex flex-wrap items-center sm:gap-1">
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev" className={clsx(step, '-ml-2 sm:-ml-3')}>
              <Icon name="arrow-left" size={20} />
              <span className="max-sm:sr-only">{previousLabel}</span>
            </a>
          </li>
        )}
        {pageNumbers(page, pages).map((number, index) =>
          number === 0 ? (
            <li key={`gap-${index}`} aria-hidden="true" className="text-muted sm:px-1">
              …
            </li>
          ) : (
            <li key={number}>
              <a
                href={href(number)}
                aria-label={pageLabel(number)}
                aria-current={number === page ? 'page' : undefined}
                className="grid size-10 place-items-center rounded-md text-accent sm:size-11 tabular-nums hover:bg-accent-soft aria-[current]:bg-accent aria-[current]:font-semibold aria-[current]:text-on-accent compact:size-9"
              >
                {number}
              </a>
            </li>
          ),
        )}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next" className={step}>
              <span className="max-sm:sr-only">{nextLabel}</span>
              <Icon name="arrow-right" size={20} />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
