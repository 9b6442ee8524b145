import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { Button } from '@/components/button';
import { languages } from '@/components/language-switch/languages';
import { PageHeader } from '@/components/page-header';
import { Select } from '@/components/select';
import { Page } from '@/components/site-shell';
import { SubmitButton } from '@/components/submit-button';
import { SummaryList } from '@/components/summary-list';
import { listAgencies } from '@/server/catalogue/service';
import { listOwnSessions, ownProfile } from '@/server/identity/service';
import { requirePerson } from '@/server/platform/auth/guard';
import { currentSessionToken } from '@/server/platform/auth/session-token';
import { defaultLocale, isLocale, type Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { saveLanguage } from './actions';
import { Outcome } from './outcome';
import { Sessions } from './sessions';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: isLocale(locale) ? locale : defaultLocale, namespace: 'identity.profile' });
  return { title: t('title') };
}

export default async function ProfilePage({ params, searchParams }: Props) {
  const { locale: wanted } = await params;
  const locale: Locale = isLocale(wanted) ? wanted : defaultLocale;
  setRequestLocale(locale);
  const person = await requirePerson(locale, `/${locale}/cabinet/profile`);
  const [t, words, common] = await Promise.all([getTranslations('identity.profile'), getTranslations('identity'), getTranslations('common')]);
  const [profile, sessions, agencies] = await Promise.all([ownProfile(person), listOwnSessions(person, { token: await currentSessionToken() }), person.roles.length > 0 ? listAgencies() : []]);
  const agencyName = (id: string) => textIn(agencies.find((agency) => agency.id === id)?.name ?? { uz: id, ru: id, en: id }, locale);

  return (
    <Page before={<Breadcrumbs label={common('nav.breadcrumbs')} items={[{ label: common('nav.home'), href: `/${locale}` }, { label: common('nav.cabinet'), href: `/${locale}/cabinet` }]} />}>
      <Outcome query={await searchParams} />
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <form method="post" action="/api/sign-out">
            <input type="hidden" name="locale" value={locale} />
            <Button variant="secondary" icon="log-out">
              {words('signOut')}
            </Button>
          </form>
        }
      />
      <section aria-labelledby="details" className="max-w-3xl">
        <h2 id="details" className="mb-4">
          {t('details')}
        </h2>
        <SummaryList
          rows={[
            { key: t('name'), value: profile.name },
            { key: t('pinfl'), value: profile.pinfl ? <span className="tabular-nums">{profile.pinfl}</span> : t('noPinfl') },
            { key: t('email'), value: profile.email ?? t('noEmail') },
          ]}
        />
        <p className="mt-3 text-muted">{t('source')}</p>
      </section>
      {profile.roles.length > 0 && (
        <section aria-labelledby="roles" className="mt-12 max-w-3xl">
          <h2 id="roles" className="mb-4">
            {t('roles')}
          </h2>
          <ul className="flex flex-col gap-1">
            {profile.roles.map(({ role, agencyId }) => (
              <li key={`${role} ${agencyId}`}>{agencyId === null ? words(`roles.${role}`) : `${words(`roles.${role}`)}: ${agencyName(agencyId)}`}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="language" className="mt-12 max-w-3xl">
        <h2 id="language" className="mb-4">
          {t('language')}
        </h2>
        <form action={saveLanguage.bind(null, locale)} className="flex flex-col items-start gap-4">
          <Select
            name="locale"
            id="message-language"
            label={common('language.label')}
            className="w-full"
            hint={t('languageLead')}
            defaultValue={profile.locale}
            options={languages.map((language) => ({ value: language.locale, label: language.name }))}
          />
          <SubmitButton variant="secondary" fit>
            {t('save')}
          </SubmitButton>
        </form>
      </section>
      <Sessions locale={locale} sessions={sessions} />
    </Page>
  );
}
