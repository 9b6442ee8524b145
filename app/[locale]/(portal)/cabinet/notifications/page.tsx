import type { Metadata } from 'next';
import clsx from 'clsx';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Page } from '@/components/site-shell';
import { SubmitButton } from '@/components/submit-button';
import { Tag } from '@/components/tag';
import { notificationCursorSchema, type NotificationCursor } from '@/server/notifications/schema';
import { countUnread, listNotifications } from '@/server/notifications/service';
import { requirePerson } from '@/server/platform/auth/guard';
import { timeInWords } from '@/server/platform/i18n/dates';
import { ProblemBanner } from '../../apply/problem-banner';
import { localeOf, one, type Query } from '../../apply/query';
import { CabinetNav } from '../cabinet-nav';
import { markAllAction, openAction } from './actions';
import { Unbroken } from './unbroken';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: 'notifications.page' });
  return { title: t('title'), robots: { index: false } };
}

function cursorOf(value: string | null): NotificationCursor | null {
  const [at, id] = value?.split('_') ?? [];
  return notificationCursorSchema.safeParse({ createdAt: new Date(Number(at)), id }).data ?? null;
}

/** What the portal told the person, newest first. */
export default async function NotificationsPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const path = `/${locale}/cabinet/notifications`;
  const person = await requirePerson(locale, path);
  const query = await searchParams;
  const after = cursorOf(one(query, 'after'));
  const [{ items, next }, unread] = await Promise.all([listNotifications(person, { after }), countUnread(person)]);
  const [t, common] = await Promise.all([getTranslations('notifications.page'), getTranslations('common')]);
  return (
    <Page>
      <CabinetNav locale={locale} current="notifications" unread={unread > 0 ? unread : undefined} />
      <ProblemBanner problem={one(query, 'problem')} />
      {one(query, 'done') === 'marked' && (
        <NotificationBanner tone="success" title={common('notice.success')} live>
          <p>{t('marked')}</p>
        </NotificationBanner>
      )}
      <PageHeader
        title={t('title')}
        meta={t('unread', { count: unread })}
        actions={
          unread > 0 && (
            <form action={markAllAction.bind(null, locale)}>
              <SubmitButton variant="secondary">{t('markAll')}</SubmitButton>
            </form>
          )
        }
      />
      {items.length === 0 && (
        <EmptyState
          title={t('empty')}
          icon="bell"
          actions={
            <ButtonLink href={`/${locale}/services`} variant="secondary">
              {t('findService')}
            </ButtonLink>
          }
        >
          <p>{t('emptyText')}</p>
        </EmptyState>
      )}
      <ul className={clsx('max-w-4xl', items.length > 0 && 'border-t border-line')}>
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-start gap-x-6 gap-y-3 border-b border-line py-5">
            <div className="min-w-0 flex-[1_1_20rem]">
              <h2 className={clsx('text-h3', item.read && 'font-medium')}>
                <Unbroken text={item.title} /> {!item.read && <Tag tone="info">{t('new')}</Tag>}
              </h2>
              <p className="mt-1 max-w-prose">
                <Unbroken text={item.body} />
              </p>
              <time dateTime={item.createdAt.toISOString()} className="mt-1 block text-[0.9375em] text-muted">
                {timeInWords(item.createdAt, locale)}
              </time>
            </div>
            <form action={openAction.bind(null, locale, item.id)}>
              <SubmitButton variant="secondary" fit>
                {t('open')}
                <span className="sr-only">: {item.title}</span>
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
      <KeysetPagination
        label={common('list.pagination')}
        previous={after ? { href: path, label: common('list.previous') } : undefined}
        next={next ? { href: `${path}?after=${next.createdAt.getTime()}_${next.id}`, label: common('list.next') } : undefined}
      />
    </Page>
  );
}
