import { db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';

export type Territory = { code: string; parentCode: string | null; name: LocalizedText };

export async function allTerritories(): Promise<Territory[]> {
  const rows = await db().territory.findMany({ select: { code: true, parentCode: true, name: true }, orderBy: { code: 'asc' } });
  return rows.map((row) => ({ code: row.code, parentCode: row.parentCode, name: row.name as LocalizedText }));
}
