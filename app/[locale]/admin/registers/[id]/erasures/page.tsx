import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DecideErasure } from '@/components/console/registers/erasure';
import { shortTime } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { requireStaff } from '@/server/platform/auth/guard';
import { Failure } from '@/server/platform/errors';
import { pageLocale } from '@/server/platform/i18n/page';
import { listErasures } from '@/server/registers/service-erasures';
import { RegisterCrumbs } from '../../frame';
import { openForPage } from '../../open';
import { registerPath } from '../../query';

type Props = { params: Promise<{ locale: string; id: string }> };

const tones = { open: 'info', erased: 'neutral', rejected: 'neutral' } as const;
const stateOf = (state: string): keyof typeof tones => (state === 'erased' || state === 'rejected' ? state : 'open');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.erasures' });
  return { title: t('title') };
}

/** What is to be erased by law: one proposes, another decides. */
export default async function ErasuresPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const person = await requireStaff(locale, `${registerPath(locale, id)}/erasures`, 'register_keeper', 'platform_administrator');
  const { definition, access } = await openForPage(person, id);
  const [t, erasures] = await Promise.all([
    getTranslations('registers.erasures'),
    listErasures(person, { register: id }).catch((error: unknown) => {
      if (error instanceof Failure) notFound();
      throw error;
    }),
  ]);
  const keyOf = (key: string) => (access.fields.has(definition.key) ? key : '••••');
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} definition={definition} />}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {erasures.length === 0 ? (
        <EmptyState title={t('empty')} icon="shield">
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          hiddenCaption
          rows={erasures}
          rowKey={(one) => one.id}
          columns={[
            { key: 'record', header: t('record'), rowHeader: true, cell: ({ recordKey }) => <span className="wrap-anywhere tabular-nums">{keyOf(recordKey)}</span> },
            { key: 'ground', header: t('ground'), cell: ({ ground }) => ground },
            { key: 'by', header: t('by'), cell: ({ proposedByName, proposedAt }) => (<><span className="block">{proposedByName}</span><time dateTime={proposedAt.toISOString()} className="text-muted">{shortTime(locale, proposedAt)}</time></>) },
            { key: 'state', header: t('state'), cell: (one) => (<><Tag tone={tones[stateOf(one.state)]}>{t(`states.${stateOf(one.state)}`)}</Tag>{one.decidedByName !== null && <span className="mt-1 block text-muted">{one.decidedByName}</span>}</>) },
            { key: 'decide', header: t('erase'), hiddenHeader: true, cell: (one) => (one.mayDecide ? <DecideErasure id={one.id} recordKey={keyOf(one.recordKey)} /> : one.state === 'open' && <span className="text-muted">{t('own')}</span>) },
          ]}
        />
      )}
    </ConsolePage>
  );
}
