import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { ButtonLink } from '@/components/button';
import { Icon } from '@/components/icon';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { SubmitButton } from '@/components/submit-button';
import { listDrafts } from '@/server/applications/service-drafts';
import { findService } from '@/server/catalogue/service';
import { findActiveForm } from '@/server/forms/service';
import { currentPerson } from '@/server/platform/auth/current';
import { signInPath } from '@/server/platform/auth/paths';
import { textIn } from '@/server/platform/i18n/text';
import { startAction } from '../actions';
import { Drafts } from '../drafts';
import { startPath } from '../paths';
import { ProblemBanner } from '../problem-banner';
import { localeOf, one, type Query } from '../query';

type Props = { params: Promise<{ locale: string; serviceId: string }>; searchParams: Promise<Query> };

async function read({ params }: Props) {
  const { locale: wanted, serviceId } = await params;
  const locale = localeOf(wanted);
  setRequestLocale(locale);
  const [service, form] = await Promise.all([findService(serviceId), findActiveForm(serviceId)]);
  if (!service || !form) notFound();
  return { locale, service, form: form.definition };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, service } = await read(props);
  const t = await getTranslations({ locale, namespace: 'applications.start' });
  return { title: t('title', { service: textIn(service.passport.title, locale) }), robots: { index: false } };
}

/** What an application needs, and the way into it. */
export default async function StartPage(props: Props) {
  const { locale, service, form } = await read(props);
  const query = await props.searchParams;
  const person = await currentPerson();
  const drafts = person ? await listDrafts({ ...person, locale }, { serviceId: service.id }) : [];
  const [t, common] = await Promise.all([getTranslations('applications.start'), getTranslations('common')]);
  const title = textIn(service.passport.title, locale);
  const facts = [
    { icon: 'clock', text: t('minutes', { minutes: form.minutes }) },
    { icon: 'check-circle', text: t('saved') },
    { icon: 'id-card', text: t('prefill') },
  ] as const;
  return (
    <Page
      before={
        <Breadcrumbs
          label={common('nav.breadcrumbs')}
          items={[
            { label: common('nav.services'), href: `/${locale}/services` },
            { label: title, href: `/${locale}/services/${service.id}` },
          ]}
        />
      }
    >
      <ProblemBanner problem={one(query, 'problem')} />
      {one(query, 'expired') !== null && (
        <NotificationBanner tone="warning" title={t('expiredTitle')}>
          <p>{t('expired', { days: 90 })}</p>
        </NotificationBanner>
      )}
      <PageHeader eyebrow={t('eyebrow')} title={title} lead={textIn(service.passport.summary, locale)} />
      <div className="grid items-start gap-10 lg:grid-cols-[1fr_22rem]">
        <div className="stack">
          <ul className="flex max-w-prose flex-col gap-3">
            {facts.map(({ icon, text }) => (
              <li key={icon} className="flex gap-3">
                <Icon name={icon} className="mt-0.5 text-accent" />
                <span>{text}</span>
              </li>
            ))}
          </ul>
          {drafts.length > 0 && (
            <section aria-labelledby="drafts">
              <h2 id="drafts" className="mb-3">
                {t('drafts')}
              </h2>
              <Drafts locale={locale} drafts={drafts} />
            </section>
          )}
          {person ? (
            <form action={startAction.bind(null, locale, service.id)}>
              <SubmitButton variant={drafts.length > 0 ? 'secondary' : 'primary'}>{drafts.length > 0 ? t('start') : common('form.start')}</SubmitButton>
            </form>
          ) : (
            <div>
              <ButtonLink href={signInPath(locale, startPath(locale, service.id))} icon="log-in">
                {t('signIn')}
              </ButtonLink>
              <p className="mt-2 text-muted">{t('signInWhy')}</p>
            </div>
          )}
        </div>
        <section aria-labelledby="needs" className="rounded-lg bg-subtle p-6">
          <h2 id="needs" className="mb-3 text-h3">
            {t('needs')}
          </h2>
          {form.needs.length === 0 ? (
            <p>{t('noNeeds')}</p>
          ) : (
            <ul className="flex list-disc flex-col gap-2 pl-5">
              {form.needs.map((need) => (
                <li key={need.uz}>{textIn(need, locale)}</li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </Page>
  );
}
