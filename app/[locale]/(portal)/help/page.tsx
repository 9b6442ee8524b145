import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Accordion } from '@/components/details';
import { alternates } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { ServiceSearch } from '../services/search';
import { TextPage } from '../text-page';

type Props = { params: Promise<{ locale: string }> };

export const revalidate = 3600;

const questions = ['find', 'documents', 'cost', 'signin', 'draft', 'follow', 'refused', 'verify', 'offline'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'portal.help' });
  return { title: t('title'), description: t('lead'), alternates: alternates(locale, '/help') };
}

export default async function HelpPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations('portal.help');
  return (
    <TextPage locale={locale} title={t('title')} lead={t('lead')}>
      <div className="max-w-3xl">
        <div className="no-print mb-8">
          <ServiceSearch locale={locale} />
        </div>
        <Accordion level={2} items={questions.map((id) => ({ id, title: t(`questions.${id}.title`), children: <p>{t(`questions.${id}.text`)}</p> }))} />
      </div>
    </TextPage>
  );
}
