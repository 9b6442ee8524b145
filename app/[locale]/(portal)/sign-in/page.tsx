import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { Button, ButtonGroup, ButtonLink } from '@/components/button';
import { Icon } from '@/components/icon';
import { InsetText } from '@/components/inset-text';
import { Link } from '@/components/link';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { returnPathSchema, signInProblemSchema } from '@/server/identity/schema';
import { currentPerson } from '@/server/platform/auth/current';
import { homePath } from '@/server/platform/auth/paths';
import { env } from '@/server/platform/env';
import { defaultLocale, isLocale, type Locale } from '@/server/platform/i18n/locales';
import { SignInForm } from './sign-in-form';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const dynamic = 'force-dynamic';

const steps = [
  { id: 'provider', icon: 'arrow-right' },
  { id: 'data', icon: 'id-card' },
  { id: 'back', icon: 'check' },
] as const;

async function read({ params, searchParams }: Props) {
  const { locale: wanted } = await params;
  const query = await searchParams;
  const locale: Locale = isLocale(wanted) ? wanted : defaultLocale;
  setRequestLocale(locale);
  const to = returnPathSchema.safeParse(query.to).data ?? homePath(locale);
  return { locale, to, problem: signInProblemSchema.safeParse(query.problem).data };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, problem } = await read(props);
  const t = await getTranslations({ locale, namespace: 'identity.signIn' });
  const title = problem === undefined ? t('title') : problem === 'role' ? t('role.title') : `${t(`problem.${problem}.title`)}: ${t('title')}`;
  return { title, robots: { index: false } };
}

export default async function SignInPage(props: Props) {
  const { locale, to, problem } = await read(props);
  const t = await getTranslations('identity.signIn');
  const person = problem === undefined || problem === 'role' ? await currentPerson() : null;
  if (person && problem === undefined) redirect(to);
  if (person) {
    return (
      <Page>
        <PageHeader title={t('role.title')} lead={t('role.text', { name: person.name })} />
        <ButtonGroup>
          <SignInForm locale={locale} to={to} switchPerson>
            <Button icon="log-in">{t('role.switch')}</Button>
          </SignInForm>
          <ButtonLink href={homePath(locale)} variant="secondary">
            {t('role.back')}
          </ButtonLink>
        </ButtonGroup>
      </Page>
    );
  }
  const shown = problem === 'role' ? undefined : problem;
  return (
    <Page>
      {shown && (
        <NotificationBanner tone={shown === 'cancelled' ? 'info' : 'warning'} title={t(`problem.${shown}.title`)} live>
          <p>{t(`problem.${shown}.text`)}</p>
        </NotificationBanner>
      )}
      <div className="grid items-start gap-10 lg:grid-cols-[1fr_24rem]">
        <div>
          <PageHeader title={t('title')} lead={t('lead')} />
          <SignInForm locale={locale} to={to}>
            <Button icon="log-in">{t('button')}</Button>
          </SignInForm>
          {env().DEMO_SERVICES && (
            <InsetText>
              <h2 className="text-h3">{t('demoTitle')}</h2>
              <p className="mt-1">{t('demoText')}</p>
              <p className="mt-2">
                <Link href={`/${locale}/demo`}>{t('demoLink')}</Link>
              </p>
            </InsetText>
          )}
        </div>
        <section aria-labelledby="how" className="rounded-lg bg-subtle p-6">
          <h2 id="how" className="mb-4 text-h3">
            {t('how')}
          </h2>
          <ol className="flex flex-col gap-3">
            {steps.map(({ id, icon }) => (
              <li key={id} className="flex gap-3">
                <Icon name={icon} className="mt-0.5 text-accent" />
                <span>{t(`steps.${id}`)}</span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </Page>
  );
}
