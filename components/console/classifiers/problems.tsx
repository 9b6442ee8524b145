'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Table } from '@/components/table';
import type { Problems } from './use-import';

/** Everything that keeps a file from being imported, row by row; focused as soon as it appears. */
export function ImportProblems({ problems: { file, rows, total } }: { problems: Problems }) {
  const t = useTranslations('classifiers.edit');
  const reasons = useTranslations('classifiers.problems');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [rows]);
  return (
    <section aria-labelledby="problems" className="mt-6 rounded-md border-2 border-danger p-4">
      <h3 id="problems" ref={title} tabIndex={-1} className="text-h3">
        {t('problemsTitle', { count: total })}
      </h3>
      <p className="mt-1 mb-4 max-w-prose wrap-anywhere text-muted">
        {t('problemsText', { file })} {total > rows.length && t('problemsShown', { count: rows.length })}
      </p>
      <Table
        caption={t('problemsTitle', { count: total })}
        hiddenCaption
        dense
        rows={rows.map((row, at) => ({ ...row, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { key: 'row', header: t('row'), rowHeader: true, cell: ({ row }) => <span className="tabular-nums">{t('rowNumber', { row: String(row) })}</span> },
          { key: 'column', header: t('column'), cell: ({ column }) => <code className="wrap-anywhere">{column}</code> },
          { key: 'value', header: t('value'), cell: ({ value }) => (value === '' ? <span className="text-muted">{t('nothing')}</span> : <span className="wrap-anywhere">{value.length > 120 ? `${value.slice(0, 120)}…` : value}</span>) },
          { key: 'reason', header: t('reason'), cell: ({ reason, other = 0 }) => reasons(reason, { row: String(other) }) },
        ]}
      />
    </section>
  );
}
