import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Select } from '@/components/select';
import { Page } from '@/components/site-shell';
import { findClassifier } from '@/server/classifiers/service';
import { findChanges } from '@/server/classifiers/service-difference';
import { Failure } from '@/server/platform/errors';
import { alternates } from '@/server/platform/i18n/alternates';
import { dayInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { DifferenceView } from './difference-view';
import { readChangesQuery } from './query';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

async function read({ params, searchParams }: Props) {
  const { id } = await params;
  const { from, to } = readChangesQuery(await searchParams);
  try {
    return { classifier: await findClassifier(id), changes: await findChanges({ classifierId: id, from, to }) };
  } catch (error) {
    if (error instanceof Failure && error.category === 'notFound') notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await pageLocale(props.params);
  const [t, { classifier }] = await Promise.all([getTranslations('classifiers'), read(props)]);
  return { title: `${t('changes.title')} · ${textIn(classifier.title, locale)}`, alternates: alternates(locale, `/classifiers/${classifier.id}/changes`) };
}

/** What one edition of a classifier changes in another. */
export default async function ChangesPage(props: Props) {
  const locale = await pageLocale(props.params);
  const query = readChangesQuery(await props.searchParams);
  const [t, nav, { classifier, changes }] = await Promise.all([getTranslations('classifiers'), getTranslations('common.nav'), read(props)]);
  const root = `/${locale}/classifiers/${classifier.id}`;
  const title = textIn(classifier.title, locale);
  const options = classifier.editions.map(({ number, validFrom }) => ({ value: String(number), label: t('edition', { number, day: dayInWords(validFrom, locale) }) }));
  return (
    <Page before={<Breadcrumbs label={nav('breadcrumbs')} items={[{ label: nav('home'), href: `/${locale}` }, { label: t('title'), href: `/${locale}/classifiers` }, { label: title, href: root }]} />}>
      <PageHeader title={t('changes.title')} lead={title} />
      {changes ? (
        <div className="max-w-5xl">
          <form action={`${root}/changes`} className="no-print mb-8 flex flex-wrap items-end gap-x-4 gap-y-3">
            <Select name="from" label={t('changes.from')} options={options} defaultValue={String(changes.from.number)} width="m" />
            <Select name="to" label={t('changes.to')} options={options} defaultValue={String(changes.to.number)} width="m" />
            <Button variant="secondary">{t('changes.compare')}</Button>
          </form>
          <DifferenceView
            difference={changes.difference} locale={locale} kind={query.kind} page={query.page}
            href={({ kind, page = 1 }) => `${root}/changes?${new URLSearchParams({ from: String(changes.from.number), to: String(changes.to.number), kind, ...(page > 1 && { page: String(page) }) }).toString()}`}
          />
        </div>
      ) : (
        <EmptyState title={t('changes.oneEdition')} icon="document" actions={<Link href={root}>{t('all')}</Link>}>
          <p>{t('changes.oneEditionText')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
