import { z } from 'zod';
import { slugSchema } from '@/server/catalogue/schema';
import { queueCursorSchema, queueViewSchema, type QueueCursor, type QueueFilter, type QueueView } from '@/server/cases/schema';

type Raw = Record<string, string | string[] | undefined>;

const cursorText = z
  .string()
  .max(300)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    } catch {
      context.addIssue('not a cursor');
      return z.NEVER;
    }
  })
  .pipe(queueCursorSchema);

/** Whatever the address says: what is not understood is left out. */
const querySchema = z.object({
  view: queueViewSchema.optional().catch(undefined),
  agency: slugSchema.optional().catch(undefined),
  service: slugSchema.optional().catch(undefined),
  officer: z.uuid().optional().catch(undefined),
  overdue: z.literal('1').optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  after: cursorText.optional().catch(undefined),
});
export type QueueQuery = z.infer<typeof querySchema>;

export const readQuery = (raw: Raw): QueueQuery => querySchema.parse(raw);

export function filterOf(query: QueueQuery, fallback: QueueView): QueueFilter {
  const { view = fallback, agency, service, officer, overdue, q = '', after = null } = query;
  return { view, ...(agency && { agencyId: agency }), ...(service && { serviceId: service }), ...(officer && { officerId: officer }), overdue: overdue === '1', q, after };
}

/** The address of the queue with some of its filters changed; always from its beginning unless `after` is given. */
export function queueHref(locale: string, query: QueueQuery, change: Partial<Omit<QueueQuery, 'after'>> & { after?: QueueCursor } = {}): string {
  const { after, ...rest } = { ...query, after: undefined, ...change };
  const params = new URLSearchParams(Object.entries(rest).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  if (after) params.set('after', Buffer.from(JSON.stringify(after)).toString('base64url'));
  const text = params.toString();
  return `/${locale}/admin/cases${text && `?${text}`}`;
}
