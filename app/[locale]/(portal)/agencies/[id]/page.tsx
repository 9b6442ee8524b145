import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { agencyKindSchema } from '@/server/agencies/schema';
import { findAgency, listServices, listSpheres } from '@/server/catalogue/service';
import { alternates, pageUrl } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { JsonLd } from '../../json-ld';
import { ServiceCards } from '../../services/service-cards';
import { Contacts } from '../contacts';

type Props = { params: Promise<{ locale: string; id: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

async function find(params: Props['params']) {
  const { id } = await params;
  const agency = await findAgency(id);
  if (!agency) notFound();
  return agency;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const agency = await find(params);
  return { title: textIn(agency.name, locale), description: textIn(agency.about, locale), alternates: alternates(locale, `/agencies/${agency.id}`) };
}

export default async function AgencyPage({ params }: Props) {
  const locale = await pageLocale(params);
  const agency = await find(params);
  const [t, nav, services, spheres] = await Promise.all([getTranslations('catalogue.agency'), getTranslations('common.nav'), listServices({ agencyId: agency.id }), listSpheres()]);
  const kind = agencyKindSchema.catch('organisation').parse(agency.kind);
  const groups = spheres.map((sphere) => ({ ...sphere, own: services.filter((service) => service.sphere.id === sphere.id) })).filter((group) => group.own.length > 0);
  return (
    <Page before={<Breadcrumbs label={nav('breadcrumbs')} items={[{ label: nav('home'), href: `/${locale}` }, { label: nav('agencies'), href: `/${locale}/agencies` }]} />}>
      <PageHeader eyebrow={t(`kindOne.${kind}`)} title={textIn(agency.name, locale)} lead={textIn(agency.about, locale)} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="contacts" className="lg:order-last">
          <h2 id="contacts" className="mb-3">
            {t('contacts')}
          </h2>
          <Contacts agency={agency} locale={locale} />
        </section>
        <section aria-labelledby="services" className="min-w-0">
          <h2 id="services" className="mb-1">
            {t('servicesTitle')}
          </h2>
          <p className="mb-6 text-muted">{services.length === 0 ? t('none') : t('services', { count: services.length })}</p>
          <div className="flex flex-col gap-9">
            {groups.map(({ id, title, own }) => (
              <div key={id}>
                <h3 className="mb-3">{textIn(title, locale)}</h3>
                <ServiceCards services={own} locale={locale} level={4} list withAgency={false} />
              </div>
            ))}
          </div>
        </section>
      </div>
      <JsonLd
        data={{
          '@context': 'https://schema.org', '@type': 'GovernmentOrganization', name: textIn(agency.name, locale), description: textIn(agency.about, locale),
          url: pageUrl(locale, `/agencies/${agency.id}`), sameAs: agency.website, telephone: agency.phone, address: textIn(agency.address, locale), ...(agency.email !== null && { email: agency.email }),
        }}
      />
    </Page>
  );
}
