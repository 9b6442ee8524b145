import { getTranslations } from 'next-intl/server';
import { ChosenFilters, FilterGroup, type FilterOption } from '@/components/filter-group';
import { Icon } from '@/components/icon';
import { audiences, type FacetName } from '@/server/catalogue/schema';
import { listAgencies, listLifeEvents, listSpheres } from '@/server/catalogue/service';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { isFiltered, queryHref, toggled, type ListQuery } from './query';
import './list.css';

type Choice = { value: string; label: string };
type Facet = { name: FacetName; title: string; choices: Choice[] };

type Props = { locale: Locale; query: ListQuery; facets: readonly Facet[] };

/** Every filter with all its choices, in the order in which people need them. */
export async function facetsIn(locale: Locale): Promise<Facet[]> {
  const [t, spheres, agencies, events] = await Promise.all([getTranslations({ locale, namespace: 'catalogue' }), listSpheres(), listAgencies(), listLifeEvents()]);
  const titled = (list: readonly { id: string; title: Parameters<typeof textIn>[0] }[]) => list.map(({ id, title }) => ({ value: id, label: textIn(title, locale) }));
  const named = agencies.map(({ id, name }) => ({ value: id, label: textIn(name, locale) })).sort((a, b) => a.label.localeCompare(b.label, locale));
  return [
    { name: 'online', title: t('list.filters.online'), choices: [{ value: 'yes', label: t('list.onlineYes') }, { value: 'no', label: t('list.onlineNo') }] },
    { name: 'fee', title: t('list.filters.fee'), choices: [{ value: 'free', label: t('list.feeFree') }, { value: 'paid', label: t('list.feePaid') }] },
    { name: 'audience', title: t('list.filters.audience'), choices: audiences.map((value) => ({ value, label: t(`audience.${value}`) })) },
    { name: 'sphere', title: t('list.filters.sphere'), choices: titled(spheres) },
    { name: 'agency', title: t('list.filters.agency'), choices: named },
    { name: 'event', title: t('list.filters.event'), choices: titled(events) },
  ];
}

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;
export type FacetGroup = { name: FacetName; title: string; options: FilterOption[] };

/** The filters that make a difference to these results, each choice with the number of services it would leave. */
export function usefulFilters({ locale, query, facets, counts }: Props & { counts: Counts }): FacetGroup[] {
  return facets.flatMap(({ name, title, choices }) => {
    const options = choices.flatMap(({ value, label }): FilterOption[] => {
      const chosen = query.filters[name]?.includes(value) ?? false;
      const count = counts[name]?.[value] ?? 0;
      return count > 0 || chosen ? [{ label, href: queryHref(locale, toggled(query, name, value)), chosen, count }] : [];
    });
    // One choice that leaves everything is no choice.
    return options.length > 1 || options.some((option) => option.chosen) ? [{ name, title, options }] : [];
  });
}

export async function Filters({ query, groups }: { query: ListQuery; groups: readonly FacetGroup[] }) {
  const t = await getTranslations('common.list');
  const chosen = Object.values(query.filters).flat().length;
  return (
    <details className="list-filters group/all">
      <summary className="flex min-h-11 items-center gap-2 rounded-md border border-line-strong px-4 font-semibold text-accent">
        <Icon name="filter" size={20} />
        {t('filters')}
        {chosen > 0 && <span className="rounded-full bg-accent px-2 text-[0.875em] text-on-accent">{chosen}</span>}
        <Icon name="chevron-down" size={20} className="ml-auto group-open/all:rotate-180" />
      </summary>
      <div className="pt-2 lg:pt-0">
        <h2 className="mb-1 text-h3 max-lg:sr-only">{t('filters')}</h2>
        {groups.map(({ name, title, options }) => (
          <FilterGroup key={name} title={title} options={options} open={options.length <= 6} chosenLabel={t('chosen')} />
        ))}
      </div>
    </details>
  );
}

/** The filters chosen, each to be taken away. */
export async function ActiveFilters({ locale, query, facets }: Props) {
  if (!isFiltered(query)) return null;
  const t = await getTranslations('catalogue.list');
  const options = facets.flatMap(({ name, title, choices }) =>
    (query.filters[name] ?? []).map((value) => ({
      label: choices.find((choice) => choice.value === value)?.label ?? `${title}: ${value}`,
      href: queryHref(locale, toggled(query, name, value)),
    })),
  );
  return <ChosenFilters label={t('chosenFilters')} options={options} removeLabel={t('removeFilter')} clear={{ href: queryHref(locale, { q: query.q, filters: {}, page: 1 }), label: t('clear') }} />;
}
