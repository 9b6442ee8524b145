import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { PageHeader } from '@/components/page-header';
import { SectionNav } from '@/components/section-nav';
import { Page } from '@/components/site-shell';
import { listServices, listSpheres } from '@/server/catalogue/service';
import { alternates } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { ServiceCards } from '../../services/service-cards';

type Props = { params: Promise<{ locale: string; id: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

async function find(params: Props['params']) {
  const { id } = await params;
  const spheres = await listSpheres();
  const sphere = spheres.find((one) => one.id === id);
  if (!sphere) notFound();
  return { sphere, spheres };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { sphere } = await find(params);
  return { title: textIn(sphere.title, locale), description: textIn(sphere.summary, locale), alternates: alternates(locale, `/spheres/${sphere.id}`) };
}

export default async function SpherePage({ params }: Props) {
  const locale = await pageLocale(params);
  const { sphere, spheres } = await find(params);
  const [t, nav, services] = await Promise.all([getTranslations('catalogue'), getTranslations('common.nav'), listServices({ sphereId: sphere.id })]);
  return (
    <Page before={<Breadcrumbs label={nav('breadcrumbs')} items={[{ label: nav('home'), href: `/${locale}` }, { label: nav('services'), href: `/${locale}/services` }]} />}>
      <PageHeader eyebrow={t('sphere.eyebrow')} title={textIn(sphere.title, locale)} lead={textIn(sphere.summary, locale)} />
      <div className="grid gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          <h2 className="mb-4 text-[1em] font-semibold text-muted">{t('list.found', { count: services.length })}</h2>
          <ServiceCards services={services} locale={locale} list />
        </div>
        <aside>
          <SectionNav
            label={t('sphere.all')}
            title={t('sphere.all')}
            items={spheres.map((one) => ({ label: textIn(one.title, locale), href: `/${locale}/spheres/${one.id}`, current: one.id === sphere.id }))}
          />
        </aside>
      </div>
    </Page>
  );
}
