import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { listSpheres, popularServices } from '@/server/catalogue/service';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { isFiltered, queryHref, type ListQuery } from './query';
import { ServiceCards } from './service-cards';

const tips = ['a', 'b', 'c'] as const;

/** Where a search ends without results: what to try, and ways on that do not need one. */
export async function NothingFound({ locale, query }: { locale: Locale; query: ListQuery }) {
  const [t, spheres, popular] = await Promise.all([getTranslations('catalogue.list.nothing'), listSpheres(), popularServices(3)]);
  const filtered = isFiltered(query);
  return (
    <div className="flex flex-col gap-10">
      <EmptyState
        icon="search"
        title={filtered || query.q === '' ? t('titleFilters') : t('title', { query: query.q })}
        actions={
          <>
            {filtered && <ButtonLink href={queryHref(locale, { q: query.q, filters: {}, page: 1 })}>{t('withoutFilters')}</ButtonLink>}
            <ButtonLink href={`/${locale}/services`} variant="secondary">
              {t('all')}
            </ButtonLink>
          </>
        }
      >
        {!filtered && (
          <>
            <p>{t('lead')}</p>
            <ul className="mt-2 list-disc pl-5">
              {tips.map((tip) => (
                <li key={tip}>{t(`tips.${tip}`)}</li>
              ))}
            </ul>
          </>
        )}
      </EmptyState>
      <section aria-labelledby="popular">
        <h2 id="popular" className="mb-4">
          {t('popular')}
        </h2>
        <ServiceCards services={popular} locale={locale} />
      </section>
      <section aria-labelledby="spheres">
        <h2 id="spheres" className="mb-3">
          {t('spheres')}
        </h2>
        <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          {spheres.map(({ id, title }) => (
            <li key={id}>
              <Link href={`/${locale}/spheres/${id}`} className="inline-block py-1.5">
                {textIn(title, locale)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
