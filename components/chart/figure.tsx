import type { ReactNode } from 'react';
import { Table } from '@/components/table';

export type Series = { label: string; values: readonly number[] };

export type ChartProps = {
  id: string;
  title: string;
  /** What there is to see in a sentence: "Most applications come in March". Also read instead of the drawing. */
  description: string;
  categories: readonly string[];
  series: readonly Series[];
  /** How a value reads in the page's language. */
  format: (value: number) => string;
  /** Shorter, for the axis. */
  formatTick?: ((value: number) => string) | undefined;
  words: { /** "Data as a table" */ table: string; /** Head of the column of categories. */ category: string };
  hiddenTitle?: boolean | undefined;
};

export const fills = ['fill-chart-1', 'fill-chart-2', 'fill-chart-3', 'fill-chart-4', 'fill-chart-5'] as const;
export const strokes = ['stroke-chart-1', 'stroke-chart-2', 'stroke-chart-3', 'stroke-chart-4', 'stroke-chart-5'] as const;
/** Lines are told apart by their dashes too. */
export const dashes = [undefined, '6 4', '2 3', '10 4 2 4', '1 4'] as const;
export const at = <T,>(list: readonly T[], index: number): T => list[index % list.length] as T;

export function totals(series: readonly Series[], categories: readonly string[]): number[] {
  return categories.map((_, index) => series.reduce((sum, one) => sum + (one.values[index] ?? 0), 0));
}

/** Title, what it shows, legend, the drawing, and the same numbers as a table. */
export function ChartFigure({ id, title, description, categories, series, format, words, hiddenTitle, lines, children }: ChartProps & { lines?: boolean; children: ReactNode }) {
  return (
    <figure aria-labelledby={`${id}-title`} className="min-w-0">
      <figcaption className="mb-4">
        <span id={`${id}-title`} className={hiddenTitle ? 'sr-only' : 'block text-h3 font-semibold'}>
          {title}
        </span>
        <span className="block text-muted">{description}</span>
      </figcaption>
      {series.length > 1 && <Legend series={series} lines={lines} />}
      {children}
      <details className="no-print mt-3">
        <summary className="link inline-flex min-h-9 items-center">{words.table}</summary>
        <div className="mt-2">
          <Table
            caption={title}
            hiddenCaption
            dense
            narrow="scroll"
            rows={categories.map((category, index) => ({ category, index }))}
            rowKey={(row) => row.category}
            columns={[
              { key: 'category', header: words.category, rowHeader: true, cell: (row) => row.category },
              ...series.map((one) => ({ key: one.label, header: one.label, numeric: true, cell: (row: { index: number }) => format(one.values[row.index] ?? 0) })),
            ]}
          />
        </div>
      </details>
    </figure>
  );
}

function Legend({ series, lines }: { series: readonly Series[]; lines?: boolean | undefined }) {
  return (
    <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-[0.9375em]">
      {series.map(({ label }, index) => (
        <li key={label} className="flex items-center gap-2">
          <svg width={lines ? 26 : 14} height={14} aria-hidden="true" className="shrink-0">
            {lines ? <path d="M1 7h24" strokeWidth={3} strokeDasharray={at(dashes, index)} className={at(strokes, index)} /> : <rect width={14} height={14} rx={3} className={at(fills, index)} />}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
