import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { GrantRight } from '@/components/console/registers/grant-right';
import { RevokeRight } from '@/components/console/registers/revoke-right';
import { shortDay } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { Table } from '@/components/table';
import { listAgencies } from '@/server/catalogue/service';
import { hasRole } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { Failure } from '@/server/platform/errors';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { rightActions } from '@/server/registers/schema-clients';
import { listClients, listRights, type Right } from '@/server/registers/service-clients';
import { RegisterCrumbs, RegisterTabs } from '../../frame';
import { openForPage } from '../../open';
import { registerPath } from '../../query';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.rights' });
  return { title: t('title') };
}

/** Who may see and do what in the register, on which law, until when. */
export default async function RightsPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const person = await requireStaff(locale, `${registerPath(locale, id)}/rights`, 'register_keeper', 'platform_administrator', 'auditor');
  const { definition, actions, watches, today } = await openForPage(person, id);
  const [t, agencies, found] = await Promise.all([
    getTranslations('registers.rights'), listAgencies(),
    listRights(person, { register: id }).catch((error: unknown) => {
      if (error instanceof Failure) notFound();
      throw error;
    }),
  ]);
  const { rights, mayGrant } = found;
  const clients = mayGrant ? (await listClients(person, {})).clients.filter(({ disabledAt }) => disabledAt === null) : [];
  const agencyName = (agencyId: string) => textIn(agencies.find((agency) => agency.id === agencyId)?.name ?? { uz: agencyId, ru: agencyId, en: agencyId }, locale);
  const holderOf = (right: Right) => (right.client ? right.client.name : agencyName(right.agencyId ?? ''));
  const fieldNames = (right: Right) => (right.fields.length === definition.fields.length ? t('all') : definition.fields.filter((field) => right.fields.includes(field.id)).map(({ label }) => textIn(label, locale)).join(', '));
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} />}>
      <PageHeader
        title={textIn(definition.title, locale)}
        lead={t('lead')}
        actions={mayGrant && (
          <GrantRight
            register={id}
            today={today}
            mayDefine={hasRole(person, 'platform_administrator')}
            agencies={agencies.map((agency) => ({ value: agency.id, label: textIn(agency.name, locale) })).toSorted((a, b) => a.label.localeCompare(b.label, locale))}
            clients={clients.map((client) => ({ value: client.id, label: `${client.name} (${client.code})` }))}
            fields={definition.fields.map((field) => ({ value: field.id, label: textIn(field.label, locale) }))}
          />
        )}
      />
      <RegisterTabs locale={locale} register={id} actions={actions} watches={watches} current="rights" />
      {rights.length === 0 ? (
        <EmptyState title={t('empty')} icon="lock">
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          hiddenCaption
          rows={rights}
          rowKey={(right) => right.id}
          columns={[
            { key: 'holder', header: t('holder'), rowHeader: true, cell: (right) => (<>{holderOf(right)}{right.client && <code className="block font-normal wrap-anywhere text-muted">{right.client.code}</code>}</>) },
            { key: 'actions', header: t('actions'), cell: (right) => rightActions.filter((action) => right.actions.includes(action)).map((action) => t(`action.${action}`)).join(', ') },
            { key: 'fields', header: t('fields'), cell: fieldNames },
            { key: 'ground', header: t('ground'), cell: (right) => (<><span className="block">{right.legalGround}</span><span className="text-muted">{t('by')}: {right.grantedByName}</span></>) },
            { key: 'period', header: t('period'), cell: ({ validFrom, validTo }) => `${shortDay(locale, validFrom)} – ${validTo ? shortDay(locale, validTo) : t('noEnd')}` },
            { key: 'revoke', header: t('revoke'), hiddenHeader: true, cell: (right) => (right.revokedAt ? <span className="text-muted">{t('revokedOn', { reason: right.revokedReason ?? '' })}</span> : mayGrant && <RevokeRight id={right.id} holder={holderOf(right)} />) },
          ]}
        />
      )}
    </ConsolePage>
  );
}
