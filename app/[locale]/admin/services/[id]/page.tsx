import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { shortTime } from '@/components/console/format';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { ButtonLink } from '@/components/button';
import { Link } from '@/components/link';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { Table } from '@/components/table';
import { Tag, type TagTone } from '@/components/tag';
import { OpenDraft } from '@/components/console/passport/publish-form';
import { ConsolePage } from '@/components/console/shell';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { editingRoles, findVersions } from './find';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const tones = { draft: 'warning', published: 'success', superseded: 'neutral' } as const satisfies Record<string, TagTone>;
const querySchema = z.object({ published: z.coerce.number().int().positive().optional().catch(undefined), discarded: z.literal('1').optional().catch(undefined) });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'console.services' });
  return { title: t('title') };
}

/** A service: its published passport, its draft and its history. */
export default async function ServicePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const list = `/${locale}/admin/services`;
  const here = `${list}/${id}`;
  const person = await requireStaff(locale, here, ...editingRoles);
  const { published: justPublished, discarded } = querySchema.parse(await searchParams);
  const [t, common, { published, draft, history, editable }] = await Promise.all([getTranslations('console.services'), getTranslations('common.nav'), findVersions(person, id)]);
  const title = (published ?? draft)?.passport.title;
  return (
    <ConsolePage before={<Breadcrumbs label={common('breadcrumbs')} items={[{ label: t('title'), href: list }]} />}>
      {justPublished !== undefined && published?.number === justPublished && (
        <NotificationBanner title={t('publishedTitle')} tone="success" live>
          <p>{t('publishedText', { number: justPublished })}</p>
          <p className="mt-1">
            <Link href={`/${locale}/services/${id}`}>{t('publicPage')}</Link>
          </p>
        </NotificationBanner>
      )}
      {discarded && !draft && (
        <NotificationBanner title={t('discardedTitle')} live>
          <p>{t('discardedText')}</p>
        </NotificationBanner>
      )}
      <PageHeader
        title={title ? textIn(title, locale) : id}
        meta={
          <>
            {published && <Tag tone="success">{t('versionPublished', { number: published.number })}</Tag>}
            {draft && <Tag tone="warning">{t('draftBy', { author: draft.authorName ?? '—', time: shortTime(locale, draft.updatedAt) })}</Tag>}
            {published && <Link href={`/${locale}/services/${id}`}>{t('publicPage')}</Link>}
          </>
        }
        actions={
          <>
            {editable && draft && (
              <ButtonLink href={`${here}/edit`} icon="edit">
                {t('editDraft')}
              </ButtonLink>
            )}
            {editable && !draft && <OpenDraft serviceId={id} href={`${here}/edit`} label={t('startDraft')} />}
            {draft && published && (
              <ButtonLink href={`${here}/compare`} variant="secondary">
                {editable ? t('compareAndPublish') : t('compare')}
              </ButtonLink>
            )}
            {draft && (
              <ButtonLink href={`/${locale}/preview/services/${id}`} variant="secondary" icon="eye">
                {t('preview')}
              </ButtonLink>
            )}
          </>
        }
      />
      {!editable && <p className="mb-4 text-muted">{t('readOnly')}</p>}
      <Table
        caption={t('history')}
        rows={history}
        rowKey={(version) => version.id}
        columns={[
          { key: 'number', header: t('version'), rowHeader: true, cell: (version) => version.number },
          { key: 'state', header: t('state'), cell: (version) => <Tag tone={tones[version.state]}>{t(`states.${version.state}`)}</Tag> },
          { key: 'note', header: t('changeNote'), cell: (version) => version.changeNote ?? <span className="text-muted">{version.number === 1 ? t('firstVersion') : '—'}</span> },
          { key: 'author', header: t('author'), cell: (version) => version.authorName ?? <span className="text-muted">{t('shipped')}</span> },
          { key: 'at', header: t('at'), cell: (version) => <span className="whitespace-nowrap tabular-nums">{shortTime(locale, version.publishedAt ?? version.updatedAt)}</span> },
        ]}
      />
    </ConsolePage>
  );
}
