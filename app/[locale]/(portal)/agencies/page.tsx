import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { agencyKinds } from '@/server/agencies/schema';
import { listAgencies } from '@/server/catalogue/service';
import { alternates } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';

type Props = { params: Promise<{ locale: string }> };

export const revalidate = 3600;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'catalogue.agency' });
  return { title: t('title'), description: t('lead'), alternates: alternates(locale, '/agencies') };
}

export default async function AgenciesPage({ params }: Props) {
  const locale = await pageLocale(params);
  const [t, nav, agencies] = await Promise.all([getTranslations('catalogue.agency'), getTranslations('common.nav'), listAgencies()]);
  const named = agencies.map((agency) => ({ ...agency, title: textIn(agency.name, locale) })).sort((a, b) => a.title.localeCompare(b.title, locale));
  return (
    <Page before={<Breadcrumbs label={nav('breadcrumbs')} items={[{ label: nav('home'), href: `/${locale}` }]} />}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex flex-col gap-12">
        {agencyKinds.map((kind) => {
          const ofKind = named.filter((agency) => agency.kind === kind);
          if (ofKind.length === 0) return null;
          return (
            <section key={kind} aria-labelledby={kind}>
              <h2 id={kind} className="mb-3">
                {t(`kind.${kind}`)}
              </h2>
              <ul className="grid gap-x-10 border-t border-line md:grid-cols-2">
                {ofKind.map(({ id, title, services }) => (
                  <li key={id} className="border-b border-line">
                    <a href={`/${locale}/agencies/${id}`} className="group flex min-h-14 items-center justify-between gap-6 py-3">
                      <span className="font-medium text-accent underline-offset-4 group-hover:underline">{title}</span>
                      <span className="shrink-0 text-[0.9375em] text-muted">{t('services', { count: services })}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Page>
  );
}
