import { z } from 'zod';
import { fieldIdSchema } from '@/server/registers/schema-definition';
import { purposeSchema, type AsOf } from '@/server/registers/schema-records';

const day = z.iso.date().optional().catch(undefined);

const querySchema = z.object({
  purpose: purposeSchema.optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  order: fieldIdSchema.optional().catch(undefined),
  descending: z.literal('1').optional().catch(undefined),
  valid: day,
  known: day,
  after: z.string().max(600).optional().catch(undefined),
  view: z.literal('history').optional().catch(undefined),
});
export type RegisterQuery = z.infer<typeof querySchema> & { /** Exact values of fields; each has a parameter `f_<field>` of its own. */ filters?: Record<string, string> };
type Given = Record<string, string | string[] | undefined>;

const filterName = (field: string) => `f_${field}`;

function readFilters(given: Given): Record<string, string> {
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => {
    const field = fieldIdSchema.safeParse(name.startsWith('f_') ? name.slice(2) : '');
    return field.success && typeof value === 'string' && value.trim() !== '' ? [[field.data, value.trim().slice(0, 250)]] : [];
  }));
}

/** A choice left empty is no choice. */
export function readQuery(given: Given): RegisterQuery {
  const filters = readFilters(given);
  return { ...querySchema.parse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))), ...(Object.keys(filters).length > 0 && { filters }) };
}

function withQuery(path: string, { filters = {}, ...query }: RegisterQuery): string {
  const given = [...Object.entries(query), ...Object.entries(filters).map(([field, value]) => [filterName(field), value] as const)].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

export const exportHref = (register: string, format: 'csv' | 'xlsx', query: RegisterQuery): string => `${withQuery(`/api/registers/${register}/export`, { ...query, order: undefined, descending: undefined })}&format=${format}`;
export const registerPath = (locale: string, register: string): string => `/${locale}/admin/registers/${register}`;
export const registerHref = (locale: string, register: string, query: RegisterQuery = {}): string => withQuery(registerPath(locale, register), query);
export const recordPath = (locale: string, register: string, key: string): string => `${registerPath(locale, register)}/records/${encodeURIComponent(key)}`;
export const recordHref = (locale: string, register: string, key: string, query: RegisterQuery = {}): string => withQuery(recordPath(locale, register, key), query);

/** “Known on a day” means all that was recorded until its end, in the country's time. */
export const asOfOf = ({ valid, known }: RegisterQuery): AsOf => ({ ...(valid && { valid }), ...(known && { known: `${known}T23:59:59.999+05:00` }) });
