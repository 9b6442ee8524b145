import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { ClassifierForm } from '@/components/console/classifiers/classifier-form';
import { ConsolePage } from '@/components/console/shell';
import { PageHeader } from '@/components/page-header';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { agencyOptions } from '../owners';

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
  const [t, common, options] = await Promise.all([getTranslations('classifiers'), getTranslations('common.nav'), agencyOptions(locale)]);
  return (
    <ConsolePage before={<Breadcrumbs label={common('breadcrumbs')} items={[{ label: t('title'), href: list }]} />}>
      <PageHeader title={t('console.new')} lead={t('console.newLead')} />
      <ClassifierForm agencies={options} list={list} />
    </ConsolePage>
  );
}
