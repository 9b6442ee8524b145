import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { BackLink } from '@/components/back-link';
import { ButtonLink } from '@/components/button';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { TaskList, type TaskItem } from '@/components/task-list';
import { sectionProgress, type SectionState } from '@/server/forms/engine';
import { textIn } from '@/server/platform/i18n/text';
import { loadDraft } from '../../../load';
import { cabinetPath, pagePath, startPath } from '../../../paths';
import { ProblemBanner } from '../../../problem-banner';
import { localeOf, one, type Query } from '../../../query';

type Props = { params: Promise<{ locale: string; serviceId: string; draftId: string }>; searchParams: Promise<Query> };

const tones: Record<SectionState, TaskItem['status']['tone']> = { done: 'done', inProgress: 'info', notStarted: 'neutral', cannotStart: 'neutral' };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: localeOf(locale), namespace: 'applications.tasks' });
  return { title: t('title'), robots: { index: false } };
}

/** The sections of a long form and how far each is. */
export default async function TasksPage({ params, searchParams }: Props) {
  const { locale: wanted, serviceId, draftId } = await params;
  const locale = localeOf(wanted);
  setRequestLocale(locale);
  const place = { locale, serviceId, draftId };
  const { opened, service } = await loadDraft(locale, serviceId, draftId);
  const { draft, form, context, correction } = opened;
  if (!form.definition.taskList || correction) redirect(pagePath(place, 'check'));
  const sections = sectionProgress(form.definition, draft.answers, context);
  const done = sections.filter(({ state }) => state === 'done').length;
  const [t, fill, task] = await Promise.all([getTranslations('applications.tasks'), getTranslations('applications.fill'), getTranslations('common.task')]);
  return (
    <Page before={<BackLink href={startPath(locale, serviceId)}>{fill('back')}</BackLink>}>
      <ProblemBanner problem={one(await searchParams, 'problem')} />
      <PageHeader eyebrow={textIn(service.passport.title, locale)} title={t('title')} lead={t('lead')} meta={t('progress', { done, total: sections.length })} />
      <div className="stack max-w-3xl">
        <TaskList
          tasks={sections.map(({ section, state, page }) => ({
            id: section.id,
            title: textIn(section.title, locale),
            href: page ? pagePath(place, page.id) : undefined,
            status: { label: task(state), tone: tones[state] },
          }))}
        />
        {done === sections.length && (
          <div>
            <ButtonLink href={pagePath(place, 'check')} iconAfter="arrow-right">
              {t('check')}
            </ButtonLink>
          </div>
        )}
        <p className="text-muted">
          {t('later')} <Link href={cabinetPath(locale)}>{fill('saveExit')}</Link>
        </p>
      </div>
    </Page>
  );
}
