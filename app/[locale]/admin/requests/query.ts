import { z } from 'zod';
import { slugSchema } from '@/server/catalogue/schema';
import type { Period } from '@/server/insight/periods';
import { groupingSchema, presetSchema, requestCursorSchema, requestKindSchema, type RequestCursor, type RequestFilter, type RequestKind } from '@/server/insight/schema';
import { columns, type ColumnKey } from './columns';

export type Raw = Record<string, string | string[] | undefined>;

const columnKeys = columns.map(({ key }) => key) as [ColumnKey, ...ColumnKey[]];
const given = z.string().trim().max(40).transform((text) => (text === '' ? undefined : text)).optional().catch(undefined);

/** Whatever the address says: what is not understood is left out, but for days, which people type. */
const querySchema = z.object({
  period: presetSchema.optional().catch(undefined),
  from: given,
  to: given,
  agency: slugSchema.optional().catch(undefined),
  service: slugSchema.optional().catch(undefined),
  by: groupingSchema.optional().catch(undefined),
  sort: z.enum(columnKeys).optional().catch(undefined),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
});
export type RequestQuery = z.infer<typeof querySchema>;

export const readQuery = (raw: Raw): RequestQuery => querySchema.parse(raw);

const day = z.iso.date();

/** The filter of an address, or null when one of its days is no day. Agencies the reader does not see are left out. */
export function filterOf({ period, from, to, agency, service }: RequestQuery, agencyIds: readonly string[]): RequestFilter | null {
  if ([from, to].some((value) => value !== undefined && !day.safeParse(value).success)) return null;
  return {
    preset: period ?? '30',
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(agency !== undefined && agencyIds.includes(agency) && { agencyId: agency }),
    ...(service !== undefined && { serviceId: service }),
  };
}

function address(path: string, values: Record<string, string | number | undefined>): string {
  const params = new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The address of the figures with something changed; their table then begins anew unless a page is given. */
export function requestsHref(locale: string, query: RequestQuery, change: Partial<RequestQuery> = {}): string {
  return address(`/${locale}/admin/requests`, { ...query, page: undefined, ...change });
}

export function exportHref(locale: string, { page: _, ...query }: RequestQuery): string {
  return address('/api/admin/requests', { locale, ...query });
}

/** The requests behind a number. The days are written out: the address then means the same tomorrow. */
export function listHref(locale: string, { from, to }: Period, change: { kind: RequestKind; agency?: string | undefined; service?: string | undefined; after?: RequestCursor | undefined }): string {
  const { kind, agency, service, after } = change;
  return address(`/${locale}/admin/requests/list`, { kind, from, to, agency, service, after: after && `${after.openedAt.getTime()}_${after.id}` });
}

/** Which requests a list's address asks for, and where it goes on. */
export function readList(raw: Raw): { kind: RequestKind; after: RequestCursor | null } {
  const [time, id] = typeof raw.after === 'string' ? raw.after.split('_') : [];
  const after = requestCursorSchema.safeParse({ openedAt: Number(time), id });
  return { kind: requestKindSchema.catch('all').parse(raw.kind), after: after.success ? after.data : null };
}
