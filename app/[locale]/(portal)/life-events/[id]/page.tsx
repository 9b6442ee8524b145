import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { Card, Fact } from '@/components/card';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { SectionNav } from '@/components/section-nav';
import { Page } from '@/components/site-shell';
import { Tag } from '@/components/tag';
import { guideOf, listLifeEvents } from '@/server/catalogue/service';
import { alternates } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { serviceWords } from '../../services/words';

type Props = { params: Promise<{ locale: string; id: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

async function find(params: Props['params']) {
  const { id } = await params;
  const events = await listLifeEvents();
  const event = events.find((one) => one.id === id);
  if (!event) notFound();
  return { event, events };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { event } = await find(params);
  return { title: textIn(event.title, locale), description: textIn(event.summary, locale), alternates: alternates(locale, `/life-events/${event.id}`) };
}

export default async function LifeEventPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { event, events } = await find(params);
  const [t, nav, guide, words] = await Promise.all([getTranslations('catalogue'), getTranslations('common.nav'), guideOf(event.id), serviceWords(locale)]);
  return (
    <Page before={<Breadcrumbs label={nav('breadcrumbs')} items={[{ label: nav('home'), href: `/${locale}` }, { label: nav('lifeEvents'), href: `/${locale}/life-events` }]} />}>
      <PageHeader eyebrow={t('event.eyebrow')} title={textIn(event.title, locale)} lead={guide.length > 0 ? t('event.guide', { count: guide.length }) : undefined} />
      <div className="grid gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,1fr)_17rem]">
        {guide.length === 0 ? (
          <EmptyState title={t('event.empty')} />
        ) : (
          <ol className="min-w-0">
            {guide.map(({ id, passport, agency, online }, index) => (
              <li key={id} className="group/step relative pb-4 pl-12 last:pb-0 sm:pl-16">
                <span aria-hidden="true" className="absolute top-6 bottom-[-1.5rem] left-[1.0625rem] w-0.5 bg-line group-last/step:hidden sm:left-[1.3125rem]" />
                <span aria-hidden="true" className="absolute top-5 left-0 grid size-9 place-items-center rounded-full border-2 border-accent bg-canvas font-semibold text-accent tabular-nums sm:size-11">
                  {index + 1}
                </span>
                <Card
                  level={2}
                  href={`/${locale}/services/${id}`}
                  title={textIn(passport.title, locale)}
                  footer={
                    <>
                      {online && <Tag tone="success">{t('online')}</Tag>}
                      <Fact icon="money">{words.fee(passport.fee)}</Fact>
                      <Fact icon="clock">{words.term(passport)}</Fact>
                      <Fact icon="building">{textIn(agency.abbreviation, locale)}</Fact>
                    </>
                  }
                >
                  {textIn(passport.summary, locale)}
                </Card>
              </li>
            ))}
          </ol>
        )}
        <aside>
          <SectionNav
            label={t('event.title')}
            title={t('event.title')}
            items={events.map((one) => ({ label: textIn(one.title, locale), href: `/${locale}/life-events/${one.id}`, current: one.id === event.id }))}
          />
        </aside>
      </div>
    </Page>
  );
}
