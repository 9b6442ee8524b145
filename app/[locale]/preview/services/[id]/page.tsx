import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import '@/app/globals.css';
import { shortTime } from '@/components/console/format';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { Icon, type IconName } from '@/components/icon';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { Page, SiteShell } from '@/components/site-shell';
import { findService } from '@/server/catalogue/service';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { editingRoles, findVersions } from '../../../admin/services/[id]/find';
import { FeeTable, Law, Lines, Requirements, Section, Steps } from '../../../(portal)/services/[id]/sections';
import { serviceWords } from '../../../(portal)/services/words';

type Props = { params: Promise<{ locale: string; id: string }> };

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The draft as citizens will see it once it is published, for those who look after the service. */
export default async function PreviewPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const person = await requireStaff(locale, `/${locale}/preview/services/${id}`, ...editingRoles);
  const [{ draft, published }, current] = await Promise.all([findVersions(person, id), findService(id)]);
  const edition = draft ?? published;
  if (!edition || !current) notFound();
  const { passport } = edition;
  const service = { ...current, passport };
  const [t, words, shown, services] = await Promise.all([getTranslations('catalogue'), serviceWords(locale), getTranslations('console.preview'), getTranslations('console.services')]);
  const glance: { icon: IconName; key: string; value: string }[] = [
    { icon: 'money', key: t('service.fee'), value: words.fee(passport.fee) },
    { icon: 'clock', key: t('service.term'), value: words.term(passport) },
    { icon: 'users', key: t('service.forWhom'), value: passport.audiences.map((audience) => t(`audience.${audience}`)).join(', ') },
    { icon: 'document', key: t('service.result'), value: textIn(passport.result, locale) },
  ];
  const text = (of: typeof passport.deadlineNote) => of && <p className="max-w-prose">{textIn(of, locale)}</p>;
  const sections = [
    { id: 'who', title: t('service.who'), body: <Lines texts={passport.eligibility} locale={locale} icon="check" /> },
    { id: 'need', title: t('service.need'), body: <Requirements service={service} locale={locale} /> },
    { id: 'steps', title: t('service.steps'), body: <Steps service={service} locale={locale} /> },
    { id: 'fee', title: t('service.feeTitle'), body: <FeeTable service={service} locale={locale} /> },
    ...(passport.deadlineNote ? [{ id: 'term', title: t('service.termTitle'), body: text(passport.deadlineNote) }] : []),
    ...(passport.resultValidity ? [{ id: 'result', title: t('service.validity'), body: text(passport.resultValidity) }] : []),
    ...(passport.refusalGrounds.length > 0 ? [{ id: 'refusal', title: t('service.refusal'), body: <Lines texts={passport.refusalGrounds} locale={locale} icon="close" className="text-danger" /> }] : []),
    { id: 'where', title: t('service.channels'), body: <p>{passport.channels.map((channel) => t(`channel.${channel}`)).join('; ')}</p> },
    { id: 'law', title: t('service.law'), body: <Law service={service} locale={locale} /> },
  ];
  return (
    <SiteShell locale={locale}>
      <Page before={<Breadcrumbs label={shown('title')} items={[{ label: services('title'), href: `/${locale}/admin/services` }, { label: textIn(passport.title, locale), href: `/${locale}/admin/services/${id}` }]} />}>
        <NotificationBanner title={shown('title')} tone="warning">
          <p>{draft ? shown('draft', { author: draft.authorName ?? '—', time: shortTime(locale, draft.updatedAt) }) : shown('published')}</p>
        </NotificationBanner>
        <PageHeader title={textIn(passport.title, locale)} lead={textIn(passport.summary, locale)} />
        <dl className="mb-12 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line lg:grid-cols-4">
          {glance.map(({ icon, key, value }) => (
            <div key={key} className="flex gap-3 bg-raised p-4 sm:p-5">
              <Icon name={icon} className="text-accent max-sm:hidden" />
              <div className="min-w-0">
                <dt className="text-[0.9375em] text-muted">{key}</dt>
                <dd className="font-semibold">{value}</dd>
              </div>
            </div>
          ))}
        </dl>
        <div className="flex flex-col gap-11">
          {sections.map(({ id: part, title, body }) => (
            <Section key={part} id={part} title={title}>
              {body}
            </Section>
          ))}
        </div>
      </Page>
    </SiteShell>
  );
}
