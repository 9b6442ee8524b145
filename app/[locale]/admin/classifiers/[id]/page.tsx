import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { ButtonLink } from '@/components/button';
import { ImportItems } from '@/components/console/classifiers/import-items';
import { DiscardEdition } from '@/components/console/classifiers/publish-edition';
import { shortDay, shortTime } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { Link } from '@/components/link';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { SummaryList } from '@/components/summary-list';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { editionInForce } from '@/server/classifiers/edition';
import { editedClassifier } from '@/server/classifiers/service-editing';
import { hasRole } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { civilDay, now } from '@/server/platform/clock';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { classifierRoles } from '../roles';
import { found } from './find';
import { Mappings } from './mappings';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const querySchema = z.object({ published: z.coerce.number().int().positive().optional().catch(undefined), discarded: z.literal('1').optional().catch(undefined) });
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'classifiers' });
  return { title: `${(await params).id} · ${t('title')}` };
}

/** A classifier: its draft, and what has been published. */
export default async function ClassifierPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const list = `/${locale}/admin/classifiers`;
  const here = `${list}/${id}`;
  const person = await requireStaff(locale, here, ...classifierRoles);
  const { published, discarded } = querySchema.parse(await searchParams);
  const [t, tc, nav, classifier] = await Promise.all([getTranslations('classifiers'), getTranslations('classifiers.console'), getTranslations('common.nav'), found(editedClassifier(person, id))]);
  const { title, about, source, editions, draft } = classifier;
  const inForce = editionInForce(editions, civilDay(now()))?.number ?? 0;
  const portal = `/${locale}/classifiers/${id}`;
  return (
    <ConsolePage before={<Breadcrumbs label={nav('breadcrumbs')} items={[{ label: t('title'), href: list }]} />}>
      {editions.some(({ number }) => number === published) && (
        <NotificationBanner title={tc('publishedTitle')} tone="success" live>
          <p>{tc('publishedText', { number: published ?? 0 })}</p>
          <p className="mt-1">
            <Link href={`${portal}?edition=${published ?? 0}`}>{tc('publicPage')}</Link>
          </p>
        </NotificationBanner>
      )}
      {discarded && !draft && (
        <NotificationBanner title={tc('discardedTitle')} live>
          <p>{tc('discardedText')}</p>
        </NotificationBanner>
      )}
      <PageHeader title={textIn(title, locale)} lead={textIn(about, locale)} meta={<><code>{id}</code><span>{textIn(source, locale)}</span>{editions.length > 0 && <Link href={portal}>{tc('publicPage')}</Link>}</>} actions={hasRole(person, 'platform_administrator') && <ButtonLink variant="secondary" icon="edit" href={`${here}/about`}>{tc('about')}</ButtonLink>} />
      <section aria-labelledby="draft" className="mb-10 max-w-4xl">
        <h2 id="draft" className="mb-3">
          {draft ? tc('draftOf', { number: draft.number }) : tc('nextEdition')}
        </h2>
        {draft && (
          <>
            <SummaryList
              rows={[
                { key: tc('items'), value: String(draft.itemCount) },
                { key: tc('file'), value: <span className="wrap-anywhere">{draft.fileName ?? '—'}</span> },
                { key: tc('changedBy'), value: `${draft.authorName ?? '—'}, ${shortTime(locale, draft.updatedAt)}` },
              ]}
            />
            <div className="mt-4 mb-8 flex flex-wrap gap-3">
              <ButtonLink href={`${here}/review`} iconAfter="arrow-right">
                {tc('review')}
              </ButtonLink>
              <DiscardEdition classifierId={id} revision={draft.revision} after={`${here}?discarded=1`} />
            </div>
          </>
        )}
        <ImportItems key={draft?.revision ?? 0} classifierId={id} revision={draft?.revision ?? null} />
      </section>
      <Table
        caption={tc('publishedEditions')}
        rows={editions}
        rowKey={({ number }) => String(number)}
        empty={<p className="text-muted">{tc('nothingPublished')}</p>}
        columns={[
          { key: 'number', header: tc('edition'), rowHeader: true, cell: ({ number }) => <Link href={`${portal}?edition=${number}`}>{tc('editionNumber', { number })}</Link> },
          { key: 'from', header: tc('validFrom'), cell: ({ number, validFrom }) => <span className="whitespace-nowrap">{shortDay(locale, noon(validFrom))} {number === inForce && <Tag tone="success">{t('inForce')}</Tag>}</span> },
          { key: 'items', header: tc('items'), numeric: true, cell: ({ itemCount }) => itemCount },
          { key: 'note', header: tc('changeNote'), cell: ({ changeNote }) => (changeNote === null ? <span className="text-muted">{tc('shipped')}</span> : <span className="wrap-anywhere">{changeNote}</span>) },
          { key: 'at', header: tc('publishedAt'), cell: ({ publishedAt }) => <span className="whitespace-nowrap">{shortTime(locale, publishedAt)}</span> },
        ]}
      />
      {editions.length > 0 && <Mappings classifier={classifier} locale={locale} />}
    </ConsolePage>
  );
}
