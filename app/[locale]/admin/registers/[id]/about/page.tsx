import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { ConsolePage } from '@/components/console/shell';
import { shortDay } from '@/components/console/format';
import { PageHeader } from '@/components/page-header';
import { SummaryList } from '@/components/summary-list';
import { Table } from '@/components/table';
import { listAgencies } from '@/server/catalogue/service';
import { hasRole } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import type { Field } from '@/server/registers/schema-definition';
import { listVersions } from '@/server/registers/service-access';
import { openForPage } from '../../open';
import { registerPath } from '../../query';
import { RegisterCrumbs, RegisterTabs } from '../../frame';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.console' });
  return { title: t('tabs.about') };
}

/** What the register is: whose, on which law, which fields with which protection. */
export default async function AboutRegisterPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const person = await requireStaff(locale, `${registerPath(locale, id)}/about`);
  const { definition, minor, actions, watches } = await openForPage(person, id);
  const [t, words, agencies, versions] = await Promise.all([getTranslations('registers.console'), getTranslations('registers.editor'), listAgencies(), listVersions(id)]);
  const marks = (field: Field) =>
    [field.id === definition.key && t('about_.key'), field.required && t('about_.required'), definition.unique.includes(field.id) && t('about_.unique'), definition.indexed.includes(field.id) && t('about_.indexed'), definition.searched.includes(field.id) && t('about_.searched')].filter(Boolean).join(', ');
  return (
    <ConsolePage before={<RegisterCrumbs locale={locale} />}>
      <PageHeader title={textIn(definition.title, locale)} lead={textIn(definition.about, locale)} actions={hasRole(person, 'platform_administrator') && <ButtonLink icon="edit" href={`${registerPath(locale, id)}/definition`}>{words('change')}</ButtonLink>} />
      <RegisterTabs locale={locale} register={id} actions={actions} watches={watches} current="about" />
      <SummaryList
        className="mb-8 max-w-4xl"
        rows={[
          { key: t('owner'), value: textIn(agencies.find((agency) => agency.id === definition.ownerAgencyId)?.name ?? definition.title, locale) },
          { key: t('version'), value: `${definition.version}.${minor}` },
          { key: t('about_.basis'), value: <ul className="flex flex-col gap-1">{definition.legalBasis.map(({ title }) => <li key={title.uz}>{textIn(title, locale)}</li>)}</ul> },
        ]}
      />
      <Table
        caption={t('about_.fields')}
        rows={definition.fields}
        rowKey={(field) => field.id}
        columns={[
          { key: 'label', header: t('about_.field'), rowHeader: true, cell: (field) => (<>{textIn(field.label, locale)} <code className="font-normal text-muted">{field.id}</code></>) },
          { key: 'type', header: t('about_.type'), cell: (field) => words(`types.${field.type}`) },
          { key: 'sensitivity', header: t('about_.sensitivity'), cell: (field) => words(`sensitivities.${field.sensitivity}`) },
          { key: 'marks', header: t('about_.marks'), cell: marks },
        ]}
      />
      <div className="mt-8">
        <Table
          caption={t('about_.versions')}
          rows={versions}
          rowKey={(one) => `${one.version}.${one.minor}`}
          columns={[
            { key: 'version', header: t('version'), rowHeader: true, cell: (one) => `${one.version}.${one.minor}` },
            { key: 'at', header: t('about_.publishedAt'), cell: (one) => shortDay(locale, one.publishedAt) },
            { key: 'by', header: t('about_.publishedBy'), cell: (one) => one.publisherName },
            { key: 'note', header: t('about_.note'), cell: (one) => one.note },
          ]}
        />
      </div>
    </ConsolePage>
  );
}
