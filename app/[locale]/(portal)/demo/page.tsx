import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { Button, ButtonLink } from '@/components/button';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { demoPersons, type DemoPerson } from '@/server/identity/demo-persons';
import { env } from '@/server/platform/env';
import { defaultLocale, isLocale, type Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { toCyrillic } from '@/server/platform/i18n/transliterate';

type Props = { params: Promise<{ locale: string }> };

// The profile is known when the server runs, not when the pages are built.
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: isLocale(locale) ? locale : defaultLocale, namespace: 'identity.demo' });
  return { title: t('title'), robots: { index: false } };
}

const isPlatform = ({ roles }: DemoPerson) => roles.some((held) => held.agencyId === null);
const groups = [
  { id: 'citizens', belongs: ({ roles }: DemoPerson) => roles.length === 0 },
  { id: 'agencyStaff', belongs: (person: DemoPerson) => person.roles.length > 0 && !isPlatform(person) },
  { id: 'platformStaff', belongs: isPlatform },
] as const;

export default async function DemoPage({ params }: Props) {
  if (env().YAGONA_PROFILE !== 'demo') notFound();
  const { locale: wanted } = await params;
  const locale: Locale = isLocale(wanted) ? wanted : defaultLocale;
  setRequestLocale(locale);
  const t = await getTranslations('identity.demo');
  const common = await getTranslations('common.nav');
  return (
    <Page before={<Breadcrumbs label={common('breadcrumbs')} items={[{ label: common('home'), href: `/${locale}` }]} />}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex max-w-prose flex-col items-start gap-3">
        <p>{t('signInText')}</p>
        <div className="flex flex-wrap gap-3 max-sm:w-full">
          <form method="post" action="/api/sign-in" className="max-sm:w-full">
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="switch" value="1" />
            <Button icon="log-in">{t('signIn')}</Button>
          </form>
          <ButtonLink href={`/${locale}/demo/inbox`} variant="secondary" icon="inbox">
            {t('inbox')}
          </ButtonLink>
        </div>
      </div>
      {groups.map(({ id, belongs }) => (
        <section key={id} aria-labelledby={id} className="mt-12">
          <h2 id={id} className="mb-4">
            {t(id)}
          </h2>
          <ul className="grid gap-4 *:min-w-0 sm:grid-cols-2 lg:grid-cols-3">
            {demoPersons.filter(belongs).map((person) => (
              <li key={person.login} className="flex flex-col gap-1.5 rounded-lg border border-line bg-raised p-5">
                <h3>{locale === 'uz-Cyrl' ? toCyrillic(person.name) : person.name}</h3>
                <p>{textIn(person.description, locale)}</p>
                {person.pinfl && <p className="text-muted tabular-nums">{t('pinfl', { pinfl: person.pinfl })}</p>}
                <p className="mt-auto pt-2">
                  <Link href={`/${locale}/demo/inbox?${new URLSearchParams({ to: person.email }).toString()}`} className="break-all">
                    {person.email}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
