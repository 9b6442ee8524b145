import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/link';
import { NotificationBanner } from '@/components/notification-banner';
import { Tag } from '@/components/tag';
import type { Classifier } from '@/server/classifiers/service';
import { dayInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

type Props = { classifier: Classifier; locale: Locale };

/** Says that the edition shown is not the one in force. */
export async function OtherEdition({ classifier: { id, edition, inForce }, locale }: Props) {
  const t = await getTranslations('classifiers');
  return (
    <NotificationBanner title={edition.number < inForce ? t('pastEdition') : t('futureEdition')} tone="warning" id="other-edition">
      <p>{t('editionIs', { number: edition.number, day: dayInWords(edition.validFrom, locale) })}</p>
      <p className="mt-1">
        <Link href={`/${locale}/classifiers/${id}`}>{t('toInForce', { number: inForce })}</Link>
      </p>
    </NotificationBanner>
  );
}

/** Every edition with its day, its file, and what it changed. */
export async function Editions({ classifier: { id, source, editions, edition, inForce }, locale }: Props) {
  const t = await getTranslations('classifiers');
  const here = `/${locale}/classifiers/${id}`;
  return (
    <section aria-labelledby="editions" className="mt-12 rounded-lg bg-subtle p-5 sm:p-6">
      <h2 id="editions" className="text-h3">
        {t('editions')}
      </h2>
      <p className="mt-1 text-muted">{textIn(source, locale)}</p>
      <ul className="mt-3">
        {editions.map(({ number, validFrom, itemCount, changeNote }, at) => {
          const before = editions[at + 1];
          const hidden = t('ofEdition', { number });
          return (
            <li key={number} className="border-t border-line py-3">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {number === edition.number ? <strong>{t('edition', { number, day: dayInWords(validFrom, locale) })}</strong> : <Link href={`${here}?edition=${number}`}>{t('edition', { number, day: dayInWords(validFrom, locale) })}</Link>}
                {number === inForce && <Tag tone="success">{t('inForce')}</Tag>}
                {number > inForce && <Tag tone="info">{t('future')}</Tag>}
                <span className="text-muted">{t('items', { count: itemCount })}</span>
              </p>
              {changeNote !== null && <p className="mt-1 max-w-prose wrap-anywhere">{changeNote}</p>}
              <p className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
                {(['csv', 'json'] as const).map((format) => (
                  <Link key={format} href={`/api/classifiers/${id}?format=${format}&edition=${number}`} download hidden={hidden}>
                    {t(`download.${format}`)}
                  </Link>
                ))}
                {before && (
                  <Link href={`${here}/changes?from=${before.number}&to=${number}`} hidden={hidden}>
                    {t('whatChanged')}
                  </Link>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
