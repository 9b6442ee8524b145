import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/empty-state';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { SectionNav } from '@/components/section-nav';
import { Page } from '@/components/site-shell';
import { Table } from '@/components/table';
import { listAgencies } from '@/server/catalogue/service';
import { requirePerson } from '@/server/platform/auth/guard';
import { dayInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { readingCursorSchema } from '@/server/registers/schema';
import { listOwnChildren } from '@/server/registers/service';
import { listOwnRecords, listReadingsOfOwn } from '@/server/registers/service-own';
import { listOwnReports } from '@/server/registers/service-reports';
import { CabinetNav } from '../cabinet-nav';
import { Readings } from './readings';
import { RegisterSection } from './register-section';
import { Reports } from './reports';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const purpose = 'Own records in the cabinet';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.own' });
  return { title: t('title') };
}

/** What the registers hold on the signed-in person, and who else has read it. */
export default async function RecordsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const here = `/${locale}/cabinet/records`;
  const person = await requirePerson(locale, here);
  const query = await searchParams;
  const before = readingCursorSchema.safeParse(query['before']).data ?? null;
  const [t, common, own, children, page, reports, agencies] = await Promise.all([
    getTranslations('registers.own'), getTranslations('common'), listOwnRecords(person), listOwnChildren(person, { purpose }), listReadingsOfOwn(person, { before }), listOwnReports(person), listAgencies(),
  ]);
  const nav = <CabinetNav locale={locale} current="records" />;
  if (own.length === 0) {
    return (
      <Page>
        {nav}
        <PageHeader title={t('title')} lead={t('lead')} />
        <EmptyState title={t('none')} icon="database">
          <p>{person.pinfl === null ? t('noPinfl') : t('noRecord')}</p>
        </EmptyState>
      </Page>
    );
  }
  const contents = [...own.map(({ definition }) => ({ href: `#${definition.id}`, label: textIn(definition.title, locale) })), ...(children.length > 0 ? [{ href: '#children', label: t('children') }] : []), ...(reports.length > 0 ? [{ href: '#reports', label: t('reports.title') }] : []), { href: '#readings', label: t('readings') }];
  const agencyName = (id: string | null) => (id === null ? t('platform') : textIn(agencies.find((agency) => agency.id === id)?.name ?? { uz: id, ru: id, en: id }, locale));
  return (
    <Page>
      {nav}
      <PageHeader title={t('title')} lead={t('lead')} />
      {query['done'] === 'sent' && (
        <NotificationBanner tone="success" title={common('notice.success')} live>
          <p>{t('reports.sent')}</p>
        </NotificationBanner>
      )}
      <div className="gap-12 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
        <div className="mb-8">
          <SectionNav label={t('contents')} items={contents} />
        </div>
        <div className="flex min-w-0 flex-col gap-12">
          {own.map(({ definition, records }) => (
            <RegisterSection key={definition.id} locale={locale} definition={definition} records={records} owner={agencyName(definition.ownerAgencyId)} />
          ))}
          {children.length > 0 && (
            <section aria-labelledby="children" className="scroll-mt-4">
              <h2 id="children" className="mb-4">
                {t('children')}
              </h2>
              <Table
                caption={t('children')}
                hiddenCaption
                rows={children}
                rowKey={({ pinfl }) => pinfl}
                columns={[
                  { key: 'name', header: t('name'), rowHeader: true, cell: (child) => [child.surname, child.givenName, child.patronymic].filter(Boolean).join(' ') },
                  { key: 'birthDate', header: t('birthDate'), cell: (child) => dayInWords(child.birthDate, locale) },
                  { key: 'pinfl', header: t('pinfl'), cell: (child) => <span className="tabular-nums">{child.pinfl}</span> },
                ]}
              />
            </section>
          )}
          {reports.length > 0 && <Reports locale={locale} reports={reports} definitions={own.map(({ definition }) => definition)} />}
          <Readings locale={locale} here={here} page={page} first={before === null} definitions={own.map(({ definition }) => definition)} agencyName={agencyName} />
        </div>
      </div>
    </Page>
  );
}
