import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { BackLink } from '@/components/back-link';
import { Checkbox } from '@/components/checkboxes';
import { ErrorSummary } from '@/components/error-summary';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { SubmitButton } from '@/components/submit-button';
import { mayAnswer } from '@/server/applications/service-filling';
import { incompletePages, visiblePages } from '@/server/forms/engine';
import { describeAnswers } from '@/server/forms/service';
import { isFree } from '@/server/catalogue/schema';
import { textIn } from '@/server/platform/i18n/text';
import { sendAction } from '../../../actions';
import { AnswerSections } from '../../../answer-sections';
import { CorrectionNote } from '../../../correction-note';
import { loadDraft } from '../../../load';
import { applicationPath, pagePath, startPath } from '../../../paths';
import { ProblemBanner } from '../../../problem-banner';
import { localeOf, one, type Query } from '../../../query';

type Props = { params: Promise<{ locale: string; serviceId: string; draftId: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const [t, common] = await Promise.all([getTranslations({ locale, namespace: 'applications.check' }), getTranslations({ locale, namespace: 'common.form' })]);
  const wrong = one(await searchParams, 'again') === '1';
  return { title: wrong ? `${common('errorPrefix')} ${t('title')}` : t('title'), robots: { index: false } };
}

/** Everything that was answered, with a way to change each answer, and sending it. */
export default async function CheckPage({ params, searchParams }: Props) {
  const { locale: wanted, serviceId, draftId } = await params;
  const query = await searchParams;
  const locale = localeOf(wanted);
  setRequestLocale(locale);
  const place = { locale, serviceId, draftId };
  const { opened, service } = await loadDraft(locale, serviceId, draftId);
  const { draft, form, context, correction, uploads } = opened;
  const { definition } = form;
  const [t, fill, common] = await Promise.all([getTranslations('applications.check'), getTranslations('applications.fill'), getTranslations('common')]);
  const sections = await describeAnswers({ definition, answers: draft.answers, prefill: draft.prefill, uploads }, locale);
  const missing = incompletePages(definition, draft.answers, context);
  const undeclared = one(query, 'again') === '1';
  const last = visiblePages(definition, draft.answers).at(-1);
  const back = correction ? applicationPath(locale, correction.reference) : definition.taskList ? pagePath(place, 'tasks') : last ? pagePath(place, last.id) : startPath(locale, serviceId);
  const changeable = (pageId: string) => (mayAnswer(opened, pageId) ? pagePath(place, pageId, { from: 'check' }) : null);
  const { fee } = service.passport;
  return (
    <Page before={<BackLink href={back}>{fill('back')}</BackLink>}>
      <ProblemBanner problem={one(query, 'problem')} />
      <ErrorSummary title={common('form.errorTitle')} errors={undeclared ? [{ name: 'declared', message: t('declarationMissing') }] : []} />
      <CorrectionNote correction={correction} />
      {missing.length > 0 && (
        <NotificationBanner tone="warning" title={t('incomplete')} id="incomplete">
          <p>{t('incompleteText')}</p>
          <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
            {missing.map((page) => (
              <li key={page.id}>
                <a className="link" href={pagePath(place, page.id, { from: 'check' })}>
                  {textIn(page.title ?? page.fields[0]?.label ?? { uz: page.id, ru: page.id, en: page.id }, locale)}
                </a>
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      <PageHeader eyebrow={textIn(service.passport.title, locale)} title={t('title')} lead={correction ? undefined : t('lead')} />
      <div className="max-w-4xl">
        <AnswerSections sections={sections} words={{ change: t('change'), source: t('source'), empty: common('form.notProvided') }} changeHref={changeable} />
        {!correction && !isFree(fee) && fee.note && (
          <section aria-labelledby="fee" className="mt-10">
            <h2 id="fee" className="mb-2">
              {t('feeTitle')}
            </h2>
            <p className="max-w-prose">{textIn(fee.note, locale)}</p>
          </section>
        )}
        {missing.length === 0 && (
          <form action={sendAction.bind(null, place, correction?.reference ?? null)} className="mt-10 flex flex-col items-start gap-(--field-gap)" noValidate>
            <section aria-labelledby="declaration" className="max-w-prose">
              <h2 id="declaration" className="mb-3">
                {t('declaration')}
              </h2>
              <p>{textIn(definition.declaration, locale)}</p>
            </section>
            <Checkbox name="declared" value="yes" label={t('declare')} error={undeclared ? t('declarationMissing') : undefined} errorPrefix={common('form.errorPrefix')} />
            <SubmitButton pendingLabel={t('sending')}>{correction ? t('sendCorrection') : t('send')}</SubmitButton>
          </form>
        )}
      </div>
    </Page>
  );
}
