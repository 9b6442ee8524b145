import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { ButtonLink } from '@/components/button';
import { Details } from '@/components/details';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { isOpen } from '@/server/applications/schema';
import { timeInWords } from '@/server/platform/i18n/dates';
import { textIn } from '@/server/platform/i18n/text';
import { AnswerSections } from '../../../apply/answer-sections';
import { applicationPath } from '../../../apply/paths';
import { ProblemBanner } from '../../../apply/problem-banner';
import { localeOf, one, type Query } from '../../../apply/query';
import { StateTag } from '../../application-list';
import { Documents } from './documents';
import { Facts } from './facts';
import { History } from './history';
import { loadApplication } from './load';
import { Messages } from './messages';
import { Outcome } from './outcome';

type Props = { params: Promise<{ locale: string; reference: string }>; searchParams: Promise<Query> };

async function read({ params }: Props) {
  const { locale: wanted, reference } = await params;
  const locale = localeOf(wanted);
  setRequestLocale(locale);
  return { locale, own: await loadApplication(locale, decodeURIComponent(reference)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, own } = await read(props);
  const t = await getTranslations({ locale, namespace: 'applications.view' });
  return { title: `${t('reference', { reference: own.application.reference })} · ${textIn(own.application.service.title, locale)}`, robots: { index: false } };
}

const done = { message: 'messageSent', withdrawn: 'withdrawn', corrected: 'corrected' } as const;

/** One application: where it stands, what the agency asks, what was answered and written. */
export default async function ApplicationPage(props: Props) {
  const { locale, own } = await read(props);
  const query = await props.searchParams;
  const { application, sections, events, messages, documents } = own;
  const [t, cabinet, common] = await Promise.all([getTranslations('applications.view'), getTranslations('applications.cabinet'), getTranslations('common')]);
  const news = Object.entries(done).find(([key]) => key === one(query, 'done'))?.[1];
  return (
    <Page
      before={
        <Breadcrumbs
          label={common('nav.breadcrumbs')}
          items={[
            { label: cabinet('title'), href: `/${locale}/cabinet` },
            { label: cabinet('applications'), href: `/${locale}/cabinet/applications` },
          ]}
        />
      }
    >
      <ProblemBanner problem={one(query, 'problem')} />
      {news && (
        <NotificationBanner tone="success" title={common('notice.success')} live>
          <p>{t(news)}</p>
        </NotificationBanner>
      )}
      <PageHeader
        eyebrow={t('reference', { reference: application.reference })}
        title={textIn(application.service.title, locale)}
        meta={
          <>
            <StateTag state={application.state} />
            <span>{t('sent', { time: timeInWords(application.submittedAt, locale) })}</span>
          </>
        }
      />
      <Outcome locale={locale} application={application} events={events} />
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-12">
          <Documents documents={documents} locale={locale} />
          <section aria-labelledby="timeline">
            <h2 id="timeline" className="mb-5">
              {t('timeline')}
            </h2>
            <History events={events} application={application} locale={locale} />
          </section>
          <Messages own={own} locale={locale} messages={messages} />
          <section aria-labelledby="answers">
            <h2 id="answers" className="mb-2">
              {t('answers')}
            </h2>
            <Details summary={t('showAnswers')}>
              <AnswerSections sections={sections} words={{ change: '', source: t('source'), empty: common('form.notProvided') }} />
            </Details>
          </section>
        </div>
        <aside className="flex flex-col gap-6 rounded-lg bg-subtle p-6 max-lg:order-first">
          <Facts own={own} locale={locale} />
          {isOpen(application.state) && (
            <ButtonLink href={`${applicationPath(locale, application.reference)}/withdraw`} variant="secondary">
              {t('withdraw')}
            </ButtonLink>
          )}
        </aside>
      </div>
    </Page>
  );
}
