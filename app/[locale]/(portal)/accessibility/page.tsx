import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { alternates } from '@/server/platform/i18n/alternates';
import { pageLocale } from '@/server/platform/i18n/page';
import { TextPage } from '../text-page';

type Props = { params: Promise<{ locale: string }> };

export const revalidate = 3600;

const means = ['a', 'b', 'c', 'd', 'e'] as const;
const parts = ['checked', 'limits', 'help'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'portal.accessibility' });
  return { title: t('title'), description: t('lead'), alternates: alternates(locale, '/accessibility') };
}

export default async function AccessibilityPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations('portal.accessibility');
  return (
    <TextPage locale={locale} title={t('title')} lead={t('lead')}>
      <div className="prose">
        <section>
          <h2>{t('body.standard.title')}</h2>
          <p>{t('body.standard.text')}</p>
        </section>
        <section>
          <h2>{t('body.means.title')}</h2>
          <ul>
            {means.map((item) => (
              <li key={item}>{t(`body.means.items.${item}`)}</li>
            ))}
          </ul>
        </section>
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
