import type { Metadata } from 'next';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Page } from '@/components/site-shell';
import { Table } from '@/components/table';
import { TextInput } from '@/components/text-input';
import { anonymous } from '@/server/platform/auth/actor';
import { listDemoMails } from '@/server/platform/embedded/smtp-inbox';
import { env } from '@/server/platform/env';
import { defaultLocale, isLocale, type Locale } from '@/server/platform/i18n/locales';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const dynamic = 'force-dynamic';

const querySchema = z.object({
  to: z.string().trim().min(1).max(254).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: isLocale(locale) ? locale : defaultLocale, namespace: 'identity.inbox' });
  return { title: t('title'), robots: { index: false } };
}

export default async function InboxPage({ params, searchParams }: Props) {
  if (env().YAGONA_PROFILE !== 'demo') notFound();
  const { locale: wanted } = await params;
  const locale: Locale = isLocale(wanted) ? wanted : defaultLocale;
  setRequestLocale(locale);
  const { to, before } = querySchema.parse(await searchParams);
  const [t, demo, common, format] = await Promise.all([getTranslations('identity.inbox'), getTranslations('identity.demo'), getTranslations('common'), getFormatter()]);
  const { mails, next } = await listDemoMails(anonymous(locale), { to, before });
  const base = `/${locale}/demo/inbox`;
  const address = (older?: string) => `${base}?${new URLSearchParams({ ...(to !== undefined && { to }), ...(older !== undefined && { before: older }) }).toString()}`;

  return (
    <Page before={<Breadcrumbs label={common('nav.breadcrumbs')} items={[{ label: common('nav.home'), href: `/${locale}` }, { label: demo('title'), href: `/${locale}/demo` }]} />}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <form className="mb-8 flex flex-wrap items-end gap-3">
        <TextInput name="to" label={t('filter')} hint={t('filterHint')} defaultValue={to} type="email" autoComplete="off" width="m" className="min-w-0" />
        <Button variant="secondary">{t('show')}</Button>
        {to !== undefined && (
          <Link href={base} className="py-3">
            {t('clear')}
          </Link>
        )}
      </form>
      {mails.length === 0 ? (
        <EmptyState title={to === undefined ? t('empty') : t('emptyFiltered', { to })} icon="inbox">
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('caption')}
          rows={mails}
          rowKey={(mail) => mail.id}
          columns={[
            { key: 'subject', header: t('subject'), rowHeader: true, cell: (mail) => <Link href={`${base}/${mail.id}`}>{mail.subject || t('noSubject')}</Link> },
            { key: 'to', header: t('to'), cell: (mail) => <span className="break-all">{mail.to}</span> },
            {
              key: 'received',
              header: t('received'),
              cell: (mail) => <time dateTime={mail.receivedAt.toISOString()}>{format.dateTime(mail.receivedAt, { dateStyle: 'medium', timeStyle: 'short' })}</time>,
            },
          ]}
        />
      )}
      <KeysetPagination
        label={common('list.pagination')}
        {...(before !== undefined && { previous: { href: to === undefined ? base : address(), label: t('newest') } })}
        {...(next !== null && { next: { href: address(next), label: t('older') } })}
      />
    </Page>
  );
}
