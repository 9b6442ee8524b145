import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Card, CardGrid } from '@/components/card';
import { PageHeader } from '@/components/page-header';
import { ConsolePage } from '@/components/console/shell';
import { agenciesOf } from '@/server/platform/auth/actor';
import { editorialRoles } from '@/server/catalogue/schema-workflow';
import { deskOf } from '@/server/catalogue/service-workflow';
import { requireStaff } from '@/server/platform/auth/guard';
import { longDate } from '@/server/platform/i18n/dates';
import { now } from '@/server/platform/clock';
import { pageLocale } from '@/server/platform/i18n/page';
import { placesFor } from './nav';
import { CasesOverview } from './overview-cases';
import { DeskOverview, ServicesOverview } from './overview-services';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'console' });
  return { title: t('shell.title') };
}

/** What waits for whoever has signed in. */
export default async function OverviewPage({ params }: Props) {
  const locale = await pageLocale(params);
  const person = await requireStaff(locale, `/${locale}/admin`);
  const t = await getTranslations('console');
  const cases = agenciesOf(person, 'agency_officer', 'agency_manager').length > 0;
  const editor = agenciesOf(person, 'agency_editor').length > 0;
  const desk = agenciesOf(person, ...editorialRoles).length > 0 ? await deskOf(person) : null;
  const waits = desk !== null && Object.values(desk).some((list) => list.length > 0);
  const home = `/${locale}/admin`;
  const places = (await placesFor(person, locale, (key) => t(`nav.${key}`))).filter(({ href }) => href !== home);
  return (
    <ConsolePage>
      <PageHeader title={t('overview.title', { name: person.name })} lead={longDate(locale, now())} />
      <div className="flex flex-col gap-8">
        {cases && <CasesOverview locale={locale} person={person} />}
        {desk && <DeskOverview locale={locale} desk={desk} />}
        {editor && <ServicesOverview locale={locale} person={person} />}
        {!cases && !editor && !waits && (
          <CardGrid columns={3}>
            {places.map(({ href, label, icon }) => (
              <li key={href}>
                <Card title={label} href={href} icon={icon} level={2} />
              </li>
            ))}
          </CardGrid>
        )}
      </div>
    </ConsolePage>
  );
}
