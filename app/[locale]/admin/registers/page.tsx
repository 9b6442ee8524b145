import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { ConsolePage } from '@/components/console/shell';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Table } from '@/components/table';
import { listAgencies } from '@/server/catalogue/service';
import { hasRole } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { numberInWords } from '@/server/platform/i18n/dates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { listRegisters } from '@/server/registers/service-access';
import { countRecords } from '@/server/registers/service-counts';
import { listReports } from '@/server/registers/service-reports';
import { registerPath } from './query';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'registers.console' });
  return { title: t('title') };
}

/** The central databases: those that one's agency keeps first. */
export default async function RegistersPage({ params }: Props) {
  const locale = await pageLocale(params);
  const here = `/${locale}/admin/registers`;
  const person = await requireStaff(locale, here);
  const [t, editor, registers, agencies, counts, { reports }] = await Promise.all([getTranslations('registers.console'), getTranslations('registers.editor'), listRegisters(person), listAgencies(), countRecords(person), listReports(person, {})]);
  const seen = registers.filter(({ actions }) => actions.length > 0);
  const own = (owner: string) => hasRole(person, 'register_keeper', owner);
  const rows = seen.toSorted((a, b) => Number(own(b.definition.ownerAgencyId)) - Number(own(a.definition.ownerAgencyId)));
  const keeps = rows.some(({ definition }) => own(definition.ownerAgencyId));
  return (
    <ConsolePage>
      <PageHeader title={t('title')} lead={t('lead')} actions={hasRole(person, 'platform_administrator') && <ButtonLink icon="plus" href={`${here}/new`}>{editor('create')}</ButtonLink>} />
      {keeps && (
        <p className="mb-6">
          <Link href={`${here}/reports`}>{t('reports.waiting', { count: reports.length })}</Link>
        </p>
      )}
      <Table
        caption={t('title')}
        hiddenCaption
        rows={rows}
        rowKey={({ definition }) => definition.id}
        columns={[
          {
            key: 'title', header: t('register'), rowHeader: true,
            cell: ({ definition }) => (
              <>
                <Link href={registerPath(locale, definition.id)}>{textIn(definition.title, locale)}</Link>
                <span className="block max-w-prose font-normal text-muted">{textIn(definition.about, locale)}</span>
              </>
            ),
          },
          { key: 'owner', header: t('owner'), cell: ({ definition }) => textIn(agencies.find(({ id }) => id === definition.ownerAgencyId)?.abbreviation ?? definition.title, locale) },
          {
            key: 'records', header: t('records'), numeric: true,
            cell: ({ definition }) => {
              const count = counts.get(definition.id);
              return count && (count.exact ? numberInWords(count.records, locale) : t('about', { count: numberInWords(count.records, locale) }));
            },
          },
          { key: 'version', header: t('version'), numeric: true, cell: ({ definition, minor }) => `${definition.version}.${minor}` },
        ]}
      />
    </ConsolePage>
  );
}
