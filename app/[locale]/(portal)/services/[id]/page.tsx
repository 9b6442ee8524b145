import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound, redirect } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { Icon, type IconName } from '@/components/icon';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { audiences } from '@/server/catalogue/schema';
import { findAgency, findServicePage, relatedServices, serviceHistory } from '@/server/catalogue/service';
import { statusMeta } from '@/server/platform/http/status-meta';
import { alternates } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { Contacts } from '../../agencies/contacts';
import { JsonLd } from '../../json-ld';
import { ServiceCards } from '../service-cards';
import { serviceWords } from '../words';
import { Action, Contents, StickyAction } from './aside';
import { Gone, Withdrawn } from './gone';
import { History } from './history';
import { FeeTable, Law, Lines, Requirements, Section, Steps } from './sections';
import { structuredData } from './structured-data';
import './service.css';

type Props = { params: Promise<{ locale: string; id: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

async function find(params: Props['params']) {
  const { id } = await params;
  const service = await findServicePage(id);
  if (!service) notFound();
  return service;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { id, passport, withdrawal } = await find(params);
  return {
    ...(withdrawal && { robots: { index: false } }),
    ...(withdrawal?.mode === 'gone' && { other: { [statusMeta]: '410' } }),
    title: textIn(passport.title, locale), description: textIn(passport.summary, locale), alternates: alternates(locale, `/services/${id}`),
  };
}

export default async function ServicePage({ params }: Props) {
  const locale = await pageLocale(params);
  const service = await find(params);
  const { passport, withdrawal } = service;
  if (withdrawal?.mode === 'redirect') redirect(`/${locale}/services/${withdrawal.to}`);
  if (withdrawal?.mode === 'gone') return <Gone service={service} withdrawal={withdrawal} locale={locale} />;
  const [t, nav, words, agency, related, history] = await Promise.all([
    getTranslations('catalogue'), getTranslations('common.nav'), serviceWords(locale), findAgency(service.agencyId), relatedServices(service, 3), serviceHistory(service.id),
  ]);
  const audience = (kinds: typeof passport.audiences): string => {
    if (kinds.length === audiences.length) return t('audience.all');
    const [first = '', ...rest] = kinds.map((kind) => t(`audience.${kind}`));
    return [first, ...rest.map((words) => words.charAt(0).toLowerCase() + words.slice(1))].join(', ');
  };
  const glance: { icon: IconName; key: string; value: string }[] = [
    { icon: 'money', key: t('service.fee'), value: words.fee(passport.fee) },
    { icon: 'clock', key: t('service.term'), value: words.term(passport) },
    { icon: 'users', key: t('service.forWhom'), value: audience(passport.audiences) },
    { icon: 'document', key: t('service.result'), value: textIn(passport.result, locale) },
  ];
  const sections = [
    { id: 'who', title: t('service.who'), body: <Lines texts={passport.eligibility} locale={locale} icon="check" /> },
    { id: 'need', title: t('service.need'), body: <Requirements service={service} locale={locale} /> },
    { id: 'steps', title: t('service.steps'), body: <Steps service={service} locale={locale} /> },
    { id: 'fee', title: t('service.feeTitle'), body: <FeeTable service={service} locale={locale} /> },
    {
      id: 'term',
      title: t('service.termTitle'),
      body: (
        <div className="max-w-prose">
          <p className="text-h3 font-semibold">{words.term(passport)}</p>
          {passport.deadlineNote && <p className="mt-2">{textIn(passport.deadlineNote, locale)}</p>}
        </div>
      ),
    },
    {
      id: 'result',
      title: t('service.resultTitle'),
      body: (
        <div className="max-w-prose">
          <p className="text-h3 font-semibold">{textIn(passport.result, locale)}</p>
          {passport.resultValidity && (
            <p className="mt-2">
              {t('service.validity')}: {textIn(passport.resultValidity, locale)}
            </p>
          )}
        </div>
      ),
    },
    ...(passport.refusalGrounds.length > 0 ? [{ id: 'refusal', title: t('service.refusal'), body: <Lines texts={passport.refusalGrounds} locale={locale} icon="close" className="text-danger" /> }] : []),
    {
      id: 'where',
      title: t('service.channels'),
      body: (
        <>
          <ul className="mb-6 flex flex-wrap gap-2">
            {passport.channels.filter((channel) => channel !== 'portal' || service.online).map((channel) => (
              <li key={channel} className="rounded-full border border-line-strong px-3.5 py-1">
                {t(`channel.${channel}`)}
              </li>
            ))}
          </ul>
          {agency && (
            <div className="max-w-2xl">
              <h3 className="mb-3">
                <span className="block text-[0.875em] font-normal text-muted">{t('service.agency')}</span>
                <Link href={`/${locale}/agencies/${agency.id}`}>{textIn(agency.name, locale)}</Link>
              </h3>
              <Contacts agency={agency} locale={locale} />
            </div>
          )}
        </>
      ),
    },
    { id: 'law', title: t('service.law'), body: <Law service={service} locale={locale} /> },
  ];
  return (
    <Page
      before={
        <Breadcrumbs
          label={nav('breadcrumbs')}
          items={[
            { label: nav('home'), href: `/${locale}` },
            { label: nav('services'), href: `/${locale}/services` },
            { label: textIn(service.sphere.title, locale), href: `/${locale}/spheres/${service.sphere.id}` },
          ]}
        />
      }
    >
      {withdrawal && <Withdrawn service={service} withdrawal={withdrawal} locale={locale} />}
      <PageHeader title={textIn(passport.title, locale)} lead={textIn(passport.summary, locale)} />
      <h2 className="sr-only">{t('service.glance')}</h2>
      <dl className="mb-6 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line lg:mb-12 lg:grid-cols-4">
        {glance.map(({ icon, key, value }) => (
          <div key={key} className="bg-raised p-4 sm:p-5">
            <dt className="flex items-center gap-2.5 text-[0.9375em] text-muted">
              <Icon name={icon} className="text-accent max-sm:hidden" />
              {key}
            </dt>
            <dd className="mt-0.5 font-semibold sm:pl-8.5">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <aside className="flex flex-col gap-8 self-start lg:sticky lg:top-6 lg:order-last">
          {!withdrawal && <Action service={service} locale={locale} />}
          <div className="max-lg:hidden">
            <Contents sections={sections} />
          </div>
        </aside>
        <div className="min-w-0">
          <div className="flex flex-col gap-11">
            {sections.map(({ id, title, body }) => (
              <Section key={id} id={id} title={title}>
                {body}
              </Section>
            ))}
          </div>
          <History service={service} history={history} locale={locale} />
        </div>
      </div>
      <div className="no-print mt-14 flex flex-col gap-10">
        {related.length > 0 && (
          <section aria-labelledby="related">
            <h2 id="related" className="mb-4">
              {t('service.related')}
            </h2>
            <ServiceCards services={related} locale={locale} />
          </section>
        )}
        {service.lifeEvents.length > 0 && (
          <section aria-labelledby="events">
            <h2 id="events" className="mb-3">
              {t('service.events')}
            </h2>
            <ul className="flex flex-wrap gap-x-6">
              {service.lifeEvents.map(({ id, title }) => (
                <li key={id}>
                  <Link href={`/${locale}/life-events/${id}`} className="inline-block py-1.5">
                    {textIn(title, locale)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {!withdrawal && <StickyAction service={service} locale={locale} />}
      <JsonLd data={structuredData(service, agency, locale)} />
    </Page>
  );
}
