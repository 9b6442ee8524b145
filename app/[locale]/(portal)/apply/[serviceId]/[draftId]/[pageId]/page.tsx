import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { BackLink } from '@/components/back-link';
import { ErrorSummary } from '@/components/error-summary';
import { FormRenderer } from '@/components/form-renderer';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { SubmitButton } from '@/components/submit-button';
import { textIn } from '@/server/platform/i18n/text';
import { savePageAction } from '../../../actions';
import { CorrectionNote } from '../../../correction-note';
import { FilePage } from '../../../file-page';
import { formWords, territoryGroups } from '../../../form-words';
import { viewPage } from '../../../page-view';
import { ProblemBanner } from '../../../problem-banner';
import { wordsOfProblems } from '../../../problems';
import { backOf, localeOf, one, type Query } from '../../../query';

type Props = { params: Promise<{ locale: string; serviceId: string; draftId: string; pageId: string }>; searchParams: Promise<Query> };

async function read({ params, searchParams }: Props) {
  const { locale: wanted, serviceId, draftId, pageId } = await params;
  const query = await searchParams;
  const locale = localeOf(wanted);
  setRequestLocale(locale);
  const from = backOf(query['from']);
  return { locale, from, query, view: await viewPage(locale, serviceId, draftId, pageId, from, one(query, 'again') === '1') };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, view } = await read(props);
  const common = await getTranslations({ locale, namespace: 'common.form' });
  const title = `${view.title} · ${textIn(view.service.passport.title, locale)}`;
  return { title: view.problems.length > 0 ? `${common('errorPrefix')} ${title}` : title, robots: { index: false } };
}

/** One page of the form. */
export default async function QuestionPage(props: Props) {
  const { locale, from, query, view } = await read(props);
  const [t, common] = await Promise.all([getTranslations('applications.fill'), getTranslations('common')]);
  const { page, section, place, problems, opened } = view;
  const { errors, summary } = await wordsOfProblems(page, problems, locale);
  const [words, territories] = await Promise.all([formWords(locale), territoryGroups(page, locale)]);
  const single = page.fields.length === 1 && page.title === undefined;
  const eyebrow = textIn(section.title, locale);
  const [field] = page.fields;
  return (
    <Page before={<BackLink href={view.backHref}>{t('back')}</BackLink>}>
      <ProblemBanner problem={one(query, 'problem')} />
      <ErrorSummary title={common('form.errorTitle')} errors={summary} />
      <CorrectionNote correction={opened.correction} />
      {single ? <p className="mb-2 font-semibold text-accent">{eyebrow}</p> : <PageHeader eyebrow={eyebrow} title={view.title} lead={page.lead && textIn(page.lead, locale)} className="max-w-3xl" />}
      {single && page.lead && <p className="mb-4 max-w-prose text-muted">{textIn(page.lead, locale)}</p>}
      {field?.kind === 'file' ? (
        <FilePage view={view} field={field} from={from} error={errors[field.id]} />
      ) : (
        <form key={`${page.id} ${view.seen}`} action={savePageAction.bind(null, place, page.id, from)} noValidate>
          <input type="hidden" name="seen" value={view.seen} />
          <FormRenderer page={page} locale={locale} entered={view.entered} errors={errors} known={view.reading.known} locked={view.locked} proposed={view.proposed} territories={territories} words={words} />
          <div className="mt-8 flex flex-wrap items-center gap-3 max-sm:flex-col max-sm:items-stretch">
            <SubmitButton pendingLabel={t('saving')}>{t('continue')}</SubmitButton>
            <SubmitButton variant="quiet" name="then" value="exit">
              {t('saveExit')}
            </SubmitButton>
          </div>
        </form>
      )}
    </Page>
  );
}
