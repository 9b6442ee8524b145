import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { NewClassifier } from '@/components/console/classifiers/new-classifier';
import { ConsolePage } from '@/components/console/shell';
import { PageHeader } from '@/components/page-header';
import { listAgencies } from '@/server/catalogue/service';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'classifiers.console' });
  return { title: t('new') };
}

/** Describes a new classifier; its items come with its first edition. */
export default async function NewClassifierPage({ params }: Props) {
  const locale = await pageLocale(params);
  const list = `/${locale}/admin/classifiers`;
  await requireStaff(locale, `${list}/new`, 'platform_administrator');
  const [t, common, agencies] = await Promise.all([getTranslations('classifiers'), getTranslations('common.nav'), listAgencies()]);
  const options = agencies.map(({ id, name }) => ({ value: id, label: textIn(name, locale) })).toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <ConsolePage before={<Breadcrumbs label={common('breadcrumbs')} items={[{ label: t('title'), href: list }]} />}>
      <PageHeader title={t('console.new')} lead={t('console.newLead')} />
      <NewClassifier agencies={options} list={list} />
    </ConsolePage>
  );
}
