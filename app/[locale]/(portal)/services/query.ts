import { facetNames, slugSchema, type FacetName } from '@/server/catalogue/schema';
import type { Locale } from '@/server/platform/i18n/locales';

/** What the address of the list asks for. */
export type ListQuery = { q: string; filters: Partial<Record<FacetName, string[]>>; page: number };
export type SearchParams = Record<string, string | string[] | undefined>;

const all = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());

/** Anything may stand in an address: what cannot be a filter or a page is left out. */
export function readQuery(params: SearchParams): ListQuery {
  const filters: ListQuery['filters'] = {};
  for (const name of facetNames) {
    const values = [...new Set(all(params[name]))].filter((value) => slugSchema.safeParse(value).success).slice(0, 20);
    if (values.length > 0) filters[name] = values;
  }
  const page = Number(all(params.page)[0] ?? 1);
  return { q: (all(params.q)[0] ?? '').slice(0, 200).trim(), filters, page: Number.isInteger(page) && page >= 1 && page <= 500 ? page : 1 };
}

export function isFiltered({ filters }: ListQuery): boolean {
  return Object.keys(filters).length > 0;
}

/** The address of a list; what is as usual is not named in it. */
export function queryHref(locale: Locale, { q, filters, page }: ListQuery): string {
  const params = new URLSearchParams();
  if (q !== '') params.set('q', q);
  for (const name of facetNames) for (const value of filters[name] ?? []) params.append(name, value);
  if (page > 1) params.set('page', String(page));
  const text = params.toString();
  return `/${locale}/services${text === '' ? '' : `?${text}`}`;
}

/** The same list with a filter's value switched over, from its first page. */
export function toggled({ q, filters }: ListQuery, name: FacetName, value: string): ListQuery {
  const { [name]: chosen = [], ...others } = filters;
  const values = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { q, filters: values.length > 0 ? { ...others, [name]: values } : others, page: 1 };
}
