import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { ClassifierForm } from '@/components/console/classifiers/classifier-form';
import { ConsolePage } from '@/components/console/shell';
import { PageHeader } from '@/components/page-header';
import { editedClassifier } from '@/server/classifiers/service-editing';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { agencyOptions } from '../../owners';
import { found } from '../find';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'classifiers.console' });
  return { title: t('about') };
}

/** Changes what a classifier is called and who owns it. */
export default async function AboutPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const list = `/${locale}/admin/classifiers`;
  const person = await requireStaff(locale, `${list}/${id}/about`, 'platform_administrator');
  const [t, nav, options, { title, about, source, ownerAgencyId }] = await Promise.all([getTranslations('classifiers'), getTranslations('common.nav'), agencyOptions(locale), found(editedClassifier(person, id))]);
  const words = ({ uz, ru, en }: typeof title) => ({ uz, ru, en });
  return (
    <ConsolePage before={<Breadcrumbs label={nav('breadcrumbs')} items={[{ label: t('title'), href: list }, { label: textIn(title, locale), href: `${list}/${id}` }]} />}>
      <PageHeader title={t('console.about')} />
      <ClassifierForm agencies={options} list={list} initial={{ id, title: words(title), about: words(about), source: words(source), ownerAgencyId }} />
    </ConsolePage>
  );
}
