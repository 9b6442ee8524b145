import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { PageHeader } from '@/components/page-header';
import { Page } from '@/components/site-shell';
import { listClassifiers } from '@/server/classifiers/service';
import { alternates } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';

type Props = { params: Promise<{ locale: string }> };

export const revalidate = 3600;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'classifiers' });
  return { title: t('title'), description: t('lead'), alternates: alternates(locale, '/classifiers') };
}

/** Unified directories that registers, forms and exchange refer to. */
export default async function ClassifiersPage({ params }: Props) {
  const locale = await pageLocale(params);
  const [t, nav, classifiers] = await Promise.all([getTranslations('classifiers'), getTranslations('common.nav'), listClassifiers()]);
  return (
    <Page before={<Breadcrumbs label={nav('breadcrumbs')} items={[{ label: nav('home'), href: `/${locale}` }]} />}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ul className="max-w-4xl border-t border-line">
        {classifiers.map(({ id, title, about, edition }) => (
          <li key={id} className="border-b border-line">
            <a href={`/${locale}/classifiers/${id}`} className="group grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[1fr_auto]">
              <span className="min-w-0">
                <span className="block text-h3 font-semibold text-accent underline-offset-4 group-hover:underline">{textIn(title, locale)}</span>
                <span className="text-muted">{textIn(about, locale)}</span>
              </span>
              <span className="text-[0.9375em] whitespace-nowrap text-muted">{t('items', { count: edition.itemCount })}</span>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
