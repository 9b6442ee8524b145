import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { countUnreadMessages, listApplications } from '@/server/applications/service-own';
import { listDrafts } from '@/server/applications/service-drafts';
import { countUnread } from '@/server/notifications/service';
import { requirePerson } from '@/server/platform/auth/guard';
import { Drafts } from '../apply/drafts';
import { cabinetPath } from '../apply/paths';
import { localeOf, one, type Query } from '../apply/query';
import { ApplicationList } from './application-list';
import { CabinetNav } from './cabinet-nav';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: 'applications.cabinet' });
  return { title: t('title'), robots: { index: false } };
}

/** What waits for the person, what is under way and what was not sent yet. */
export default async function CabinetPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const person = await requirePerson(locale, cabinetPath(locale));
  const [t, deleted, common] = await Promise.all([getTranslations('applications.cabinet'), getTranslations('applications.delete'), getTranslations('common')]);
  const [active, drafts, messages, unread] = await Promise.all([
    listApplications(person, { filter: 'active', limit: 50 }),
    listDrafts(person),
    countUnreadMessages(person),
    countUnread(person),
  ]);
  const waiting = active.items.filter((item) => item.state === 'correction_requested');
  const moving = active.items.filter((item) => item.state !== 'correction_requested');
  const decided = active.items.length === 0 ? await listApplications(person, { filter: 'decided', limit: 1 }) : null;
  const nothing = active.items.length === 0 && drafts.length === 0;
  return (
    <Page>
      <CabinetNav locale={locale} current="overview" unread={unread > 0 ? unread : undefined} />
      {one(await searchParams, 'done') === 'deleted' && (
        <NotificationBanner tone="success" title={common('notice.success')} live>
          <p>{deleted('done')}</p>
        </NotificationBanner>
      )}
      <PageHeader title={t('hello', { name: person.name })} actions={<ButtonLink href={`/${locale}/services`}>{t('find')}</ButtonLink>} />
      <div className="flex flex-col gap-12">
        {(messages > 0 || unread > 0) && (
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {messages > 0 && (
              <li>
                <Link href={`/${locale}/cabinet/applications`}>{t('unreadMessages', { count: messages })}</Link>
              </li>
            )}
            {unread > 0 && (
              <li>
                <Link href={`/${locale}/cabinet/notifications`}>{t('unreadNotifications', { count: unread })}</Link>
              </li>
            )}
          </ul>
        )}
        {waiting.length > 0 && (
          <section aria-labelledby="waiting">
            <h2 id="waiting" className="mb-4">
              {t('attention')}
            </h2>
            <ApplicationList locale={locale} items={waiting} caption={t('attention')} />
          </section>
        )}
        {drafts.length > 0 && (
          <section aria-labelledby="drafts">
            <h2 id="drafts" className="mb-4">
              {t('drafts')}
            </h2>
            <Drafts locale={locale} drafts={drafts} />
          </section>
        )}
        {moving.length > 0 && (
          <section aria-labelledby="moving">
            <h2 id="moving" className="mb-4">
              {t('active')}
            </h2>
            <ApplicationList locale={locale} items={moving} caption={t('active')} />
          </section>
        )}
        {nothing && (
          <EmptyState title={t('empty')} icon="document" actions={<ButtonLink href={`/${locale}/services`} variant="secondary">{t('find')}</ButtonLink>}>
            <p>{t('emptyText')}</p>
          </EmptyState>
        )}
        {(active.items.length > 0 || (decided?.items.length ?? 0) > 0) && (
          <p>
            <Link href={`/${locale}/cabinet/applications`}>{t('all')}</Link>
          </p>
        )}
      </div>
    </Page>
  );
}
