import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DifferenceView } from '@/app/[locale]/(portal)/classifiers/[id]/changes/difference-view';
import { readChangesQuery } from '@/app/[locale]/(portal)/classifiers/[id]/changes/query';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { ButtonLink } from '@/components/button';
import { DiscardEdition, PublishEdition } from '@/components/console/classifiers/publish-edition';
import { shortTime } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { reviewDraft } from '@/server/classifiers/service-editing';
import { requireStaff } from '@/server/platform/auth/guard';
import { civilDay, now } from '@/server/platform/clock';
import { dayInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { classifierRoles } from '../../roles';
import { found } from '../find';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'classifiers.console' });
  return { title: t('reviewTitle') };
}

/** What the draft changes in the edition it follows, and publishing it. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const list = `/${locale}/admin/classifiers`;
  const back = `${list}/${id}`;
  const here = `${back}/review`;
  const person = await requireStaff(locale, here, ...classifierRoles);
  const { kind, page } = readChangesQuery(await searchParams);
  const [t, tc, nav, review] = await Promise.all([getTranslations('classifiers'), getTranslations('classifiers.console'), getTranslations('common.nav'), found(reviewDraft(person, id))]);
  const crumbs = [{ label: t('title'), href: list }, { label: review ? textIn(review.classifier.title, locale) : id, href: back }];
  if (!review) {
    return (
      <ConsolePage before={<Breadcrumbs label={nav('breadcrumbs')} items={crumbs} />}>
        <PageHeader title={tc('reviewTitle')} />
        <EmptyState title={tc('noDraftTitle')} icon="document" actions={<ButtonLink variant="secondary" href={back}>{tc('back')}</ButtonLink>}>
          <p>{tc('noDraftText')}</p>
        </EmptyState>
      </ConsolePage>
    );
  }
  const { draft, before, difference } = review;
  return (
    <ConsolePage before={<Breadcrumbs label={nav('breadcrumbs')} items={crumbs} />}>
      <PageHeader
        title={tc('reviewTitle')}
        lead={before ? tc('comparedWith', { number: before.number, day: dayInWords(before.validFrom, locale) }) : tc('firstEdition')}
        meta={<span>{tc('draftBy', { author: draft.authorName ?? '—', time: shortTime(locale, draft.updatedAt) })}</span>}
        actions={
          <>
            <PublishEdition classifierId={id} revision={draft.revision} number={draft.number} items={draft.itemCount} earliest={before?.validFrom ?? null} today={civilDay(now())} after={back} />
            <DiscardEdition classifierId={id} revision={draft.revision} after={`${back}?discarded=1`} />
          </>
        }
      />
      <DifferenceView difference={difference} locale={locale} kind={kind} page={page} href={({ kind: one, page: at = 1 }) => `${here}?${new URLSearchParams({ kind: one, ...(at > 1 && { page: String(at) }) }).toString()}`} />
    </ConsolePage>
  );
}
