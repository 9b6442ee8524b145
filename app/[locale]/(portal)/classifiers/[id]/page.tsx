import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { SearchBox } from '@/components/search-box';
import { Page } from '@/components/site-shell';
import { Table } from '@/components/table';
import { nameIn } from '@/server/classifiers/names';
import { listItems, type ItemPage } from '@/server/classifiers/service';
import { correspondences } from '@/server/classifiers/service-mappings';
import { Failure } from '@/server/platform/errors';
import { alternates } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { Editions, OtherEdition } from './editions';
import { CorrespondsTo, MappingFiles } from './mappings';
import { hrefOf, readQuery, type ClassifierQuery, type Raw } from './query';
import { validityWords } from './words';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Raw> };

async function read({ params, searchParams }: Props): Promise<ItemPage> {
  const { id } = await params;
  try {
    return await listItems({ classifierId: id, ...readQuery(await searchParams) });
  } catch (error) {
    if (error instanceof Failure && error.category === 'notFound') notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await pageLocale(props.params);
  const { classifier, path } = await read(props);
  const at = path.at(-1);
  const title = textIn(classifier.title, locale);
  return { title: at ? `${nameIn(at.name, locale)} · ${title}` : title, description: textIn(classifier.about, locale), alternates: alternates(locale, `/classifiers/${classifier.id}`) };
}

/** A classifier: browsed from the top down, searched, and downloaded whole. */
export default async function ClassifierPage(props: Props) {
  const locale = await pageLocale(props.params);
  const query = readQuery(await props.searchParams);
  const [t, common, { classifier, path, items, next }] = await Promise.all([getTranslations('classifiers'), getTranslations('common'), read(props)]);
  const { id, title, about, edition } = classifier;
  const root = `/${locale}/classifiers/${id}`;
  // An edition that was asked for stays while one looks around in it.
  const here = (change: Partial<ClassifierQuery>) => hrefOf(root, { edition: query.edition, ...change });
  const crumbs = [{ label: common('nav.home'), href: `/${locale}` }, { label: t('title'), href: `/${locale}/classifiers` }];
  if (path.length > 0) crumbs.push({ label: textIn(title, locale), href: here({}) }, ...path.slice(0, -1).map((item) => ({ label: nameIn(item.name, locale), href: here({ parent: item.code }) })));
  const at = path.at(-1);
  const searching = query.q !== '';
  const mapped = await correspondences(classifier, items.map(({ code }) => code));
  return (
    <Page before={<Breadcrumbs label={common('nav.breadcrumbs')} items={crumbs} />}>
      <PageHeader title={at ? nameIn(at.name, locale) : textIn(title, locale)} lead={at ? undefined : textIn(about, locale)} meta={at && <span className="tabular-nums">{t('codeIs', { code: at.code })}</span>} />
      <div className="max-w-4xl">
        {edition.number !== classifier.inForce && <OtherEdition classifier={classifier} locale={locale} />}
        <SearchBox action={root} keep={query.edition === null ? {} : { edition: String(query.edition) }} label={t('search')} defaultValue={query.q} buttonLabel={t('find')} />
        <div className="mt-8">
          {items.length === 0 ? (
            <EmptyState title={searching ? t('nothing', { query: query.q }) : t('nothingBelow')} icon="search" actions={<Link href={here({})}>{t('all')}</Link>}>
              <p>{searching ? t('nothingText') : t('nothingBelowText')}</p>
            </EmptyState>
          ) : (
            <Table
              caption={searching ? t('found', { query: query.q }) : t('items', { count: at ? items.length : edition.itemCount })}
              hiddenCaption={!searching}
              rows={items}
              rowKey={({ code }) => code}
              columns={[
                { key: 'name', header: t('name'), rowHeader: true, cell: ({ code, name, children }) => (children > 0 ? <Link href={here({ parent: code })}>{nameIn(name, locale)}</Link> : nameIn(name, locale)) },
                { key: 'code', header: t('code'), cell: ({ code }) => <span className="tabular-nums">{code}</span> },
                ...(items.some(({ validFrom, validTo }) => (validFrom ?? validTo) !== undefined) ? [{ key: 'valid', header: t('valid'), cell: (item: (typeof items)[number]) => validityWords(t, item, locale) }] : []),
                ...(mapped.size > 0 ? [{ key: 'mapped', header: t('correspondsTo'), cell: ({ code }: (typeof items)[number]) => mapped.has(code) && <CorrespondsTo found={mapped.get(code) ?? []} locale={locale} /> }] : []),
                ...(items.some(({ children }) => children > 0) ? [{ key: 'children', header: t('below'), numeric: true, cell: ({ children }: (typeof items)[number]) => children }] : []),
              ]}
            />
          )}
          <KeysetPagination
            label={common('list.pagination')}
            previous={query.after === null ? undefined : { href: here({ ...query, after: null }), label: t('first') }}
            next={next === null ? undefined : { href: here({ ...query, after: next }), label: common('list.next') }}
          />
        </div>
        <Editions classifier={classifier} locale={locale} />
        <MappingFiles classifier={classifier} locale={locale} />
      </div>
    </Page>
  );
}
