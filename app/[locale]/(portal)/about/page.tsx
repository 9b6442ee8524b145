import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { alternates } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { TextPage } from '../text-page';

type Props = { params: Promise<{ locale: string }> };

export const revalidate = 3600;

const parts = ['source', 'exchange', 'languages', 'open'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'portal.about' });
  return { title: t('title'), description: t('lead'), alternates: alternates(locale, '/about') };
}

export default async function AboutPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations('portal.about');
  return (
    <TextPage locale={locale} title={t('title')} lead={t('lead')}>
      <div className="prose">
        {parts.map((part) => (
          <section key={part}>
            <h2>{t(`body.${part}.title`)}</h2>
            <p>{t(`body.${part}.text`)}</p>
          </section>
        ))}
      </div>
    </TextPage>
  );
}
