import { z } from 'zod';
import { slugSchema } from '@/server/catalogue/schema';
import { auditCursorSchema, type AuditCursor, type AuditFilterInput } from '@/server/insight/schema';

export type Raw = Record<string, string | string[] | undefined>;

const text = (max: number) => z.string().trim().max(max).transform((value) => (value === '' ? undefined : value)).optional().catch(undefined);

const querySchema = z.object({ action: text(100), actor: text(100), type: text(60), subject: text(100), agency: slugSchema.optional().catch(undefined), from: text(40), to: text(40) });
export type AuditQuery = z.infer<typeof querySchema>;

export const readQuery = (raw: Raw): AuditQuery => querySchema.parse(raw);

export function readCursor({ after }: Raw): AuditCursor | null {
  const [time, id] = typeof after === 'string' ? after.split('_') : [];
  return auditCursorSchema.safeParse({ at: Number(time), id }).data ?? null;
}

const day = z.iso.date();
export const invalidDay = (value: string | undefined): boolean => value !== undefined && !day.safeParse(value).success;

/** The filter of an address; what is no day is left out, and the page says so. */
export function filterOf({ action, actor, type, subject, agency, from, to }: AuditQuery, after: AuditCursor | null): AuditFilterInput {
  return { action, actor, subjectType: type, subject, agencyId: agency, from: invalidDay(from) ? undefined : from, to: invalidDay(to) ? undefined : to, after };
}

export function auditHref(locale: string, query: AuditQuery, after?: AuditCursor): string {
  const params = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  if (after) params.set('after', `${after.at.getTime()}_${after.id}`);
  const written = params.toString();
  return `/${locale}/admin/audit${written && `?${written}`}`;
}
