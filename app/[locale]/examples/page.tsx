import type { Metadata } from 'next';
import { setRequestLocale } from 'next-intl/server';
import { PageHeader } from '@/components/page-header';
import type { Say } from '@/components/example';
import { SiteShell, Page } from '@/components/site-shell';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { catalogue } from './catalogue';

export const metadata: Metadata = { title: 'Components', robots: { index: false, follow: false } };

/** Every component in every state we ship, for people to look at and for the axe test. */
export default async function ExamplesPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const say: Say = (uz, ru, en) => textIn({ uz, ru, en }, locale);
  return (
    <SiteShell locale={locale}>
      <Page>
        <PageHeader title="Yagona" lead={say('Komponentlar toʻplami', 'Набор компонентов', 'The component set')} />
        <div className="flex flex-col gap-16">
          {catalogue.map(({ name, examples }) => (
            <section key={name} id={`c-${name}`} data-component={name} aria-labelledby={`c-${name}-title`}>
              <h2 id={`c-${name}-title`} className="mb-6 border-b border-line pb-2">
                {name}
              </h2>
              <div className="flex flex-col gap-10">
                {Object.entries(examples).map(([title, render]) => (
                  <div key={title}>
                    <p className="mb-3 font-mono text-[0.8125rem] text-muted">{title}</p>
                    {render(say)}
                  </div>
                ))}
              </div>
            </section>
          ))}
        </div>
      </Page>
    </SiteShell>
  );
}
