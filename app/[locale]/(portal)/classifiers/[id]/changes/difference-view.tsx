import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/empty-state';
import { Pagination } from '@/components/pagination';
import { Table, type Column } from '@/components/table';
import { Tabs } from '@/components/tabs';
import { nameIn } from '@/server/classifiers/names';
import type { Item } from '@/server/classifiers/schema';
import type { NamedDifference } from '@/server/classifiers/service-difference';
import type { Locale } from '@/server/platform/i18n/locales';
import { validityWords } from '../words';
import { changeKinds, type ChangeKind } from './query';

type Props = { difference: NamedDifference; locale: Locale; kind: ChangeKind | null; page: number; href: (change: { kind: ChangeKind; page?: number }) => string };
type Row = { code: string; name: string; was: string; is: string };

const pageSize = 100;

/** The changes of an edition by their kind, each list with its count and page by page. */
export async function DifferenceView({ difference, locale, kind: wanted, page: wantedPage, href }: Props) {
  const [t, common] = await Promise.all([getTranslations('classifiers'), getTranslations('common.list')]);
  const kind = wanted ?? changeKinds.find((one) => difference[one].length > 0) ?? 'added';
  const place = (code: string | null) => {
    const name = code === null ? null : difference.nameOf(code);
    return code === null ? t('changes.top') : name ? `${nameIn(name, locale)} (${code})` : code;
  };
  const row = ({ code, parent, name }: Item): Row => ({ code, name: nameIn(name, locale), was: place(parent), is: place(parent) });
  const rows: Record<ChangeKind, () => Row[]> = {
    added: () => difference.added.map(row),
    removed: () => difference.removed.map(row),
    renamed: () => difference.renamed.map(({ code, before, after }) => ({ code, name: nameIn(after, locale), was: allNames(before), is: allNames(after) })),
    moved: () => difference.moved.map(({ item, from, to }) => ({ code: item.code, name: nameIn(item.name, locale), was: place(from), is: place(to) })),
    redated: () => difference.redated.map(({ before, after }) => ({ code: after.code, name: nameIn(after.name, locale), was: validityWords(t, before, locale) || '—', is: validityWords(t, after, locale) || '—' })),
  };
  const all = rows[kind]();
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(wantedPage, pages);
  const both = kind === 'renamed' || kind === 'moved' || kind === 'redated';
  const columns: Column<Row>[] = [
    { key: 'code', header: t('code'), rowHeader: true, cell: ({ code }) => <span className="tabular-nums">{code}</span> },
    ...(kind === 'renamed' ? [] : [{ key: 'name', header: t('name'), cell: ({ name }: Row) => name }]),
    ...(both ? [{ key: 'was', header: t('changes.was'), cell: ({ was }: Row) => was }] : []),
    { key: 'is', header: both ? t('changes.is') : t('changes.place'), cell: ({ is }) => is },
  ];
  return (
    <>
      <Tabs label={t('changes.kinds')} items={changeKinds.map((one) => ({ label: t(`changes.${one}`), href: href({ kind: one }), current: one === kind, count: difference[one].length }))} />
      {all.length === 0 ? (
        <EmptyState title={t('changes.none')} icon="check">
          <p>{t('changes.noneText')}</p>
        </EmptyState>
      ) : (
        <Table caption={t(`changes.${kind}`)} hiddenCaption rows={all.slice((page - 1) * pageSize, page * pageSize)} rowKey={({ code }) => code} columns={columns} />
      )}
      <Pagination label={common('pagination')} page={page} pages={pages} href={(number) => href({ kind, page: number })} previousLabel={common('previous')} nextLabel={common('next')} pageLabel={(number) => common('page', { page: number })} />
    </>
  );
}

/** Renaming can be in any language, so all are shown. */
const allNames = (name: Item['name']): string => [name.uz, name['uz-Cyrl'], name.ru, name.en].filter((one) => one !== undefined).join(' · ');
