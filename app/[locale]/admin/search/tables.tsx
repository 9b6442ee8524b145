import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AnswerMiss, SynonymActs } from '@/components/console/search/synonym-acts';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { KeysetPagination } from '@/components/pagination';
import { Table } from '@/components/table';
import type { Locale } from '@/server/platform/i18n/locales';
import type { MissCursor } from '@/server/search/schema';
import type { Miss, Synonym } from '@/server/search/service';

type Common = { here: string; first: boolean; time: (at: Date) => ReactNode };

/** Queries without results, each one press away from a synonym. */
export function MissTable({ items, next, here, locale, first, mayAnswer, time }: Common & { items: readonly Miss[]; next: MissCursor | null; locale: Locale; mayAnswer: boolean }) {
  const t = useTranslations('search.misses');
  const common = useTranslations('common.list');
  return (
    <section aria-labelledby="misses" className="mb-12">
      <h2 id="misses" className="mb-2 text-h2">{t('title')}</h2>
      <p className="mb-4 max-w-prose text-muted">{t('lead')}</p>
      {items.length === 0 ? (
        <EmptyState title={t('empty')} icon="search" as="h3">
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          hiddenCaption
          rows={items}
          rowKey={({ query }) => query}
          columns={[
            { key: 'query', header: t('query'), rowHeader: true, cell: ({ query }) => <Link href={`/${locale}/services?${new URLSearchParams({ q: query }).toString()}`}>{query}</Link> },
            { key: 'count', header: t('count'), numeric: true, cell: ({ count }) => count },
            { key: 'last', header: t('last'), cell: ({ lastAt }) => time(lastAt) },
            { key: 'actions', header: t('actions'), hiddenHeader: true, cell: ({ query }) => mayAnswer && <AnswerMiss query={query} /> },
          ]}
        />
      )}
      <KeysetPagination label={t('pagination')} previous={first ? undefined : { href: here, label: t('first') }} next={next === null ? undefined : { href: `${here}?${new URLSearchParams({ count: String(next.count), query: next.query }).toString()}`, label: common('next') }} />
    </section>
  );
}

/** The groups, the newest first. */
export function SynonymTable({ items, next, here, first, mayKeep, time }: Common & { items: readonly Synonym[]; next: string | null; mayKeep: boolean }) {
  const t = useTranslations('search');
  const common = useTranslations('common.list');
  return (
    <section aria-labelledby="synonyms">
      <h2 id="synonyms" className="mb-4 text-h2">{t('synonyms')}</h2>
      {items.length === 0 ? (
        <EmptyState title={t('empty')} icon="search" as="h3">
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('synonyms')}
          hiddenCaption
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'words', header: t('words'), rowHeader: true, cell: ({ words }) => <span className="font-normal">{words.join(' · ')}</span> },
            { key: 'targets', header: t('leadTo'), cell: ({ direction, targets }) => (direction === 'both' ? <span className="text-muted">{t('eachOther')}</span> : targets.join(' · ')) },
            { key: 'changed', header: t('changed'), cell: ({ changedAt, changedBy }) => (<>{time(changedAt)}<span className="block text-muted">{changedBy}</span></>) },
            { key: 'actions', header: t('actions'), hiddenHeader: true, cell: ({ id, revision, direction, words, targets }) => mayKeep && <SynonymActs group={{ id, revision, direction, words, targets }} /> },
          ]}
        />
      )}
      <KeysetPagination label={t('pagination')} previous={first ? undefined : { href: here, label: t('first') }} next={next === null ? undefined : { href: `${here}?${new URLSearchParams({ after: next }).toString()}`, label: common('next') }} />
    </section>
  );
}
