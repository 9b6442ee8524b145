import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/card';
import { Icon, iconName } from '@/components/icon';
import { Link } from '@/components/link';
import { Hero } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { listLifeEvents, listSpheres, popularServices } from '@/server/catalogue/service';
import { alternates, pageUrl } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { JsonLd } from './json-ld';
import { ServiceCards } from './services/service-cards';
import { ServiceSearch } from './services/search';

type Props = { params: Promise<{ locale: string }> };

export const revalidate = 3600;

const often = ['a', 'b', 'c', 'd', 'e'] as const;
const steps = [
  { id: 'find', icon: 'search' },
  { id: 'apply', icon: 'edit' },
  { id: 'follow', icon: 'eye' },
  { id: 'receive', icon: 'check-circle' },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return { alternates: alternates(locale, '/') };
}

export default async function HomePage({ params }: Props) {
  const locale = await pageLocale(params);
  const [t, site, events, spheres, popular] = await Promise.all([getTranslations('portal.home'), getTranslations('common.site'), listLifeEvents(), listSpheres(), popularServices(6)]);
  return (
    <Page
      hero={
        // Suggestions hang out of the hero, over what follows.
        <div className="relative z-10 *:overflow-visible!">
          <Hero title={t('title')} lead={t('lead')}>
            <ServiceSearch locale={locale} size="l" />
            <div className="mt-5 flex flex-wrap items-baseline gap-x-5 gap-y-1">
              <p className="text-on-brand-muted">{t('often')}:</p>
              <ul className="flex flex-wrap gap-x-5">
                {often.map((id) => (
                  <li key={id}>
                    <a href={`/${locale}/services?${new URLSearchParams({ q: t(`queries.${id}`) }).toString()}`} className="inline-flex min-h-9 items-center text-on-brand underline decoration-1 underline-offset-4 hover:decoration-2">
                      {t(`queries.${id}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          </Hero>
        </div>
      }
    >
      <div className="flex flex-col gap-14 sm:gap-20">
        <section aria-labelledby="events">
          <SectionTitle id="events" title={t('events.title')} lead={t('events.lead')} href={`/${locale}/life-events`} link={t('events.all')} />
          <ul className="grid gap-3 *:min-w-0 sm:grid-cols-2 lg:grid-cols-4">
            {events.slice(0, 8).map(({ id, icon, title, summary }) => (
              <li key={id}>
                <Card href={`/${locale}/life-events/${id}`} icon={iconName(icon)} title={textIn(title, locale)} compact className="max-sm:items-center max-sm:p-3.5">
                  <span className="block text-[0.9375em] max-sm:hidden">{textIn(summary, locale)}</span>
                </Card>
              </li>
            ))}
          </ul>
        </section>

        <section aria-labelledby="popular">
          <SectionTitle id="popular" title={t('popular.title')} href={`/${locale}/services`} link={t('popular.all')} />
          <ServiceCards services={popular} locale={locale} />
        </section>

        <section aria-labelledby="spheres">
          <SectionTitle id="spheres" title={t('spheres.title')} />
          <ul className="grid gap-x-8 border-t border-line sm:grid-cols-2 lg:grid-cols-3">
            {spheres.map(({ id, title, services }) => (
              <li key={id} className="border-b border-line">
                <a href={`/${locale}/spheres/${id}`} className="flex min-h-12 items-center justify-between gap-4 py-2 hover:text-accent">
                  <span className="font-medium">{textIn(title, locale)}</span>
                  <span className="text-muted">{services}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>

        <section aria-labelledby="how">
          <SectionTitle id="how" title={t('how.title')} />
          <ol className="grid gap-8 sm:grid-cols-2 lg:grid-cols-4 lg:gap-6">
            {steps.map(({ id, icon }, index) => (
              <li key={id} className="border-t-2 border-accent pt-4">
                <p className="flex items-center justify-between text-accent">
                  <span className="text-h2 font-semibold tabular-nums">{index + 1}</span>
                  <Icon name={icon} />
                </p>
                <h3 className="mt-3">{t(`how.steps.${id}.title`)}</h3>
                <p className="mt-1.5 text-muted">{t(`how.steps.${id}.text`)}</p>
              </li>
            ))}
          </ol>
        </section>

        <section aria-labelledby="agencies" className="flex flex-wrap items-center justify-between gap-x-10 gap-y-4 rounded-lg bg-subtle p-6 sm:p-8">
          <div className="max-w-prose">
            <h2 id="agencies" className="text-h3">
              {t('agencies.title')}
            </h2>
            <p className="mt-1 text-muted">{t('agencies.text')}</p>
          </div>
          <Link href={`/${locale}/agencies`} className="font-semibold">
            {t('agencies.link')}
          </Link>
        </section>
      </div>
      <JsonLd
        data={{
          '@context': 'https://schema.org', '@type': 'WebSite', name: `${site('name')}: ${site('portal')}`, url: pageUrl(locale, '/'), inLanguage: locale,
          potentialAction: { '@type': 'SearchAction', target: `${pageUrl(locale, '/services')}?q={query}`, 'query-input': 'required name=query' },
        }}
      />
    </Page>
  );
}

function SectionTitle({ id, title, lead, href, link }: { id: string; title: string; lead?: string; href?: string; link?: string }) {
  return (
    <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
      <h2 id={id}>{title}</h2>
      {href && link && (
        <Link href={href} className="font-medium max-sm:order-last max-sm:mt-2">
          {link}
        </Link>
      )}
      {lead && <p className="w-full text-muted">{lead}</p>}
    </div>
  );
}
