import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/link';
import { nameIn } from '@/server/classifiers/names';
import type { Classifier } from '@/server/classifiers/service';
import { listMappings, type Correspondence } from '@/server/classifiers/service-mappings';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

/** What an item corresponds to in other classifiers. */
export async function CorrespondsTo({ found, locale }: { found: readonly Correspondence[]; locale: Locale }) {
  const t = await getTranslations('classifiers');
  return (
    <ul className="flex flex-col gap-1">
      {found.map(({ classifierId, title, edition, code, name, relation }) => (
        <li key={`${classifierId} ${edition} ${code}`}>
          {relation !== 'equal' && <span className="text-muted">{t(`relations.${relation}`)}: </span>}
          <Link href={`/${locale}/classifiers/${classifierId}?${new URLSearchParams({ edition: String(edition), q: code }).toString()}`}>{name ? `${nameIn(name, locale)} (${code})` : code}</Link>
          <span className="block text-[0.9375em] text-muted">{textIn(title, locale)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The mappings of a classifier as files. */
export async function MappingFiles({ classifier: { id }, locale }: { classifier: Classifier; locale: Locale }) {
  const [t, mappings] = await Promise.all([getTranslations('classifiers'), listMappings(id)]);
  if (mappings.length === 0) return null;
  const end = (title: string, number: number | null) => (number === null ? title : t('mappings.end', { title, number }));
  return (
    <section aria-labelledby="mappings" className="mt-6 rounded-lg bg-subtle p-5 sm:p-6">
      <h2 id="mappings" className="text-h3">
        {t('mappings.title')}
      </h2>
      <ul className="mt-3">
        {mappings.map((one) => {
          const name = `${end(textIn(one.fromTitle, locale), one.fromNumber)} → ${end(textIn(one.toTitle, locale), one.toNumber)}`;
          return (
            <li key={one.id} className="border-t border-line py-3">
              <p>
                {name} <span className="text-muted">{t('mappings.count', { count: one.rowCount })}</span>
              </p>
              <p className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
                {(['csv', 'json'] as const).map((format) => (
                  <Link key={format} href={`/api/v1/classifiers/${id}/mappings/${one.id}?format=${format}`} download hidden={name}>
                    {t(`download.${format}`)}
                  </Link>
                ))}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
