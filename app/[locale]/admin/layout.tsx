import type { Metadata } from 'next';
import { NextIntlClientProvider, type AbstractIntlMessages } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import '@/app/globals.css';
import { ConsoleShell } from '@/components/console/shell';
import { ConsoleProvider } from '@/components/console/trpc';
import { Toasts } from '@/components/toast';
import { listAgencies } from '@/server/catalogue/service';
import { currentPerson } from '@/server/platform/auth/current';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { placesFor } from './nav';

/** Made for each request and never kept: it shows who is signed in. */
export const dynamic = 'force-dynamic';
export const metadata: Metadata = { robots: { index: false, follow: false } };

/** Words that client components of the console use; of other domains only why something was refused. */
function clientMessages({ common, console: own, cases, insight, catalogue, registers, registerFeed, classifiers, search, ...others }: AbstractIntlMessages): AbstractIntlMessages {
  const refusals = ['applications', 'documents', 'identity'].map((domain) => {
    const words = others[domain];
    return [domain, { errors: typeof words === 'object' ? (words.errors ?? {}) : {} }] as const;
  });
  const { own: _cabinet, console: _pages, ...register } = typeof registers === 'object' ? registers : {};
  const { edit = {}, problems = {}, errors: classifierErrors = {} } = typeof classifiers === 'object' ? classifiers : {};
  const { errors = {}, audience = {}, channel = {} } = typeof catalogue === 'object' ? catalogue : {};
  return { common: common ?? {}, console: own ?? {}, cases: cases ?? {}, insight: insight ?? {}, registers: register, registerFeed: registerFeed ?? {}, search: search ?? {}, classifiers: { edit, problems, errors: classifierErrors }, catalogue: { errors, audience, channel }, ...Object.fromEntries(refusals) };
}

export default async function ConsoleLayout({ params, children }: { params: Promise<{ locale: string }>; children: ReactNode }) {
  const locale = await pageLocale(params);
  const person = await currentPerson();
  // The page below sends whoever has no role away; the frame is not theirs to see.
  if (!person || person.roles.length === 0) return children;
  const [t, common, words, messages, agencies] = await Promise.all([getTranslations('console'), getTranslations('common'), getTranslations('identity'), getMessages(), listAgencies()]);
  const agencyName = (id: string) => textIn(agencies.find((agency) => agency.id === id)?.abbreviation ?? { uz: id, ru: id, en: id }, locale);
  const roles = person.roles.map(({ role, agencyId }) => (agencyId === null ? words(`roles.${role}`) : `${words(`roles.${role}`)}: ${agencyName(agencyId)}`));
  return (
    <NextIntlClientProvider messages={clientMessages(messages)}>
      <ConsoleProvider>
        <ConsoleShell locale={locale} person={{ name: person.name, roles }} nav={await placesFor(person, locale, (key) => t(`nav.${key}`))}>
          {children}
        </ConsoleShell>
        <Toasts label={t('shell.toasts')} closeLabel={common('notice.close')} />
      </ConsoleProvider>
    </NextIntlClientProvider>
  );
}
