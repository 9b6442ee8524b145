import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientActs } from '@/components/console/clients/client-acts';
import { CreateClient } from '@/components/console/clients/create-client';
import { shortTime } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { listAgencies } from '@/server/catalogue/service';
import { hasRole } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { clientCodeSchema } from '@/server/registers/schema-clients';
import { listClients } from '@/server/registers/service-clients';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.clients' });
  return { title: t('title') };
}

/** Information systems that may call the API of registers. */
export default async function ClientsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const here = `/${locale}/admin/clients`;
  const person = await requireStaff(locale, here, 'platform_administrator', 'auditor');
  const after = clientCodeSchema.safeParse((await searchParams)['after']).data ?? null;
  const [t, common, { clients, next }, agencies] = await Promise.all([getTranslations('registers.clients'), getTranslations('common.list'), listClients(person, { after }), listAgencies()]);
  const administrator = hasRole(person, 'platform_administrator');
  const options = agencies.map(({ id, name }) => ({ value: id, label: textIn(name, locale) })).toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <ConsolePage>
      <PageHeader title={t('title')} lead={t('lead')} actions={administrator && <CreateClient agencies={options} />} />
      <p className="mb-6">
        <Link href="/api/v1/registers/openapi.json">{t('docs')}</Link>
      </p>
      {clients.length === 0 ? (
        <EmptyState title={t('empty')} icon="database">
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          hiddenCaption
          rows={clients}
          rowKey={({ id }) => id}
          columns={[
            { key: 'code', header: t('code'), rowHeader: true, cell: ({ name, code }) => (<>{name}<code className="block font-normal wrap-anywhere text-muted">{code}</code></>) },
            { key: 'agency', header: t('agency'), cell: ({ agencyId }) => options.find(({ value }) => value === agencyId)?.label ?? agencyId },
            { key: 'used', header: t('used'), cell: ({ lastUsedAt }) => (lastUsedAt ? <time dateTime={lastUsedAt.toISOString()} className="whitespace-nowrap">{shortTime(locale, lastUsedAt)}</time> : <span className="text-muted">{t('never')}</span>) },
            { key: 'state', header: t('state'), cell: ({ disabledAt }) => <Tag tone={disabledAt ? 'neutral' : 'success'}>{disabledAt ? t('disabled') : t('active')}</Tag> },
            { key: 'actions', header: t('actions'), hiddenHeader: true, cell: ({ id, code, name, disabledAt }) => administrator && !disabledAt && <ClientActs id={id} code={code} name={name} /> },
          ]}
        />
      )}
      <KeysetPagination label={common('pagination')} previous={after === null ? undefined : { href: here, label: t('first') }} next={next === null ? undefined : { href: `${here}?${new URLSearchParams({ after: next }).toString()}`, label: common('next') }} />
    </ConsolePage>
  );
}
