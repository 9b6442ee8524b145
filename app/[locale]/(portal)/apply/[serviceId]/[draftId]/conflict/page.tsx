import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { ErrorSummary } from '@/components/error-summary';
import { PageHeader } from '@/components/page-header';
import { Radios } from '@/components/radios';
import { Page } from '@/components/site-shell';
import { SubmitButton } from '@/components/submit-button';
import { SummaryList } from '@/components/summary-list';
import { fingerprintOf } from '@/server/applications/draft-state';
import { findPage } from '@/server/forms/engine';
import { describeAnswers } from '@/server/forms/service';
import type { Answers, Page as FormPage } from '@/server/forms/schema';
import { resolveConflictAction } from '../../../actions';
import { loadDraft, type LoadedDraft } from '../../../load';
import { draftPath } from '../../../paths';
import { backOf, localeOf, one, type Query } from '../../../query';
import type { Locale } from '@/server/platform/i18n/locales';

type Props = { params: Promise<{ locale: string; serviceId: string; draftId: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const [t, common] = await Promise.all([getTranslations({ locale, namespace: 'applications.conflict' }), getTranslations({ locale, namespace: 'common.form' })]);
  const wrong = one(await searchParams, 'again') === '1';
  return { title: wrong ? `${common('errorPrefix')} ${t('title')}` : t('title'), robots: { index: false } };
}

/** Two windows answered the same question: both answers, and the choice between them. */
export default async function ConflictPage({ params, searchParams }: Props) {
  const { locale: wanted, serviceId, draftId } = await params;
  const query = await searchParams;
  const locale = localeOf(wanted);
  setRequestLocale(locale);
  const place = { locale, serviceId, draftId };
  const { opened } = await loadDraft(locale, serviceId, draftId);
  const { draft, form } = opened;
  const page = findPage(form.definition, one(query, 'page') ?? '');
  const mine = draft.attempt?.pageId === page?.id ? draft.attempt?.conflict : undefined;
  if (!page || !mine) redirect(draftPath(place));
  const [t, fill, common] = await Promise.all([getTranslations('applications.conflict'), getTranslations('applications.fill'), getTranslations('common.form')]);
  const [saved, entered] = await Promise.all([answersOf(page, draft.answers, opened, locale), answersOf(page, { ...draft.answers, ...mine }, opened, locale)]);
  const error = one(query, 'again') === '1' ? t('choose') : undefined;
  return (
    <Page>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ name: 'keep', message: error }] : []} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <form action={resolveConflictAction.bind(null, place, page.id, backOf(query['from']))} className="flex max-w-4xl flex-col gap-8" noValidate>
        <input type="hidden" name="seen" value={fingerprintOf(page, draft.answers)} />
        <div className="grid gap-6 md:grid-cols-2">
          {[
            { title: t('saved'), rows: saved },
            { title: t('mine'), rows: entered },
          ].map(({ title, rows }) => (
            <section key={title} aria-label={title} className="rounded-lg border border-line bg-raised p-5">
              <h2 className="mb-2 text-h3">{title}</h2>
              <SummaryList plain emptyLabel={t('empty')} rows={rows} />
            </section>
          ))}
        </div>
        <Radios
          name="keep"
          label={t('question')}
          error={error}
          errorPrefix={common('errorPrefix')}
          options={[
            { value: 'theirs', label: t('saved') },
            { value: 'mine', label: t('mine') },
          ]}
        />
        <div>
          <SubmitButton pendingLabel={fill('saving')}>{fill('continue')}</SubmitButton>
        </div>
      </form>
    </Page>
  );
}

async function answersOf(page: FormPage, answers: Answers, { draft, form, uploads }: LoadedDraft['opened'], locale: Locale) {
  const sections = await describeAnswers({ definition: form.definition, answers, prefill: draft.prefill, uploads }, locale);
  return sections.flatMap(({ rows }) => rows).filter((row) => row.pageId === page.id).map((row) => ({ key: row.label, value: row.value }));
}
