import { now } from '../platform/clock/index.ts';
import { db, type Db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import type { MappingEnds, MappingRow, Relation } from './schema-mappings.ts';

export type Mapping = MappingEnds & { id: string; fromTitle: LocalizedText; toTitle: LocalizedText; rowCount: number; authorName: string | null; updatedAt: Date };

const fields = { id: true, fromId: true, fromNumber: true, toId: true, toNumber: true, rowCount: true, authorName: true, updatedAt: true, from: { select: { title: true } }, to: { select: { title: true } } } as const;
type Row = MappingEnds & { id: string; rowCount: number; authorName: string | null; updatedAt: Date; from: { title: unknown }; to: { title: unknown } };
const toMapping = ({ from, to, ...row }: Row): Mapping => ({ ...row, fromTitle: from.title as LocalizedText, toTitle: to.title as LocalizedText });

/** Mappings in which the classifier is on either side. */
export async function mappingsOf(classifierId: string): Promise<Mapping[]> {
  return (await db().classifierMapping.findMany({ where: { OR: [{ fromId: classifierId }, { toId: classifierId }] }, select: fields, orderBy: { id: 'asc' } })).map(toMapping);
}

export async function mapping(id: string): Promise<Mapping | null> {
  const row = await db().classifierMapping.findUnique({ where: { id }, select: fields });
  return row && toMapping(row);
}

const rowFields = { mappingId: true, fromCode: true, toCode: true, relation: true } as const;

export async function rowsAfter(mappingId: string, after: number, limit: number): Promise<(MappingRow & { position: number })[]> {
  const rows = await db().classifierMappingRow.findMany({ where: { mappingId, position: { gt: after } }, select: { ...rowFields, position: true }, orderBy: { position: 'asc' }, take: limit });
  return rows.map(({ fromCode, toCode, relation, position }) => ({ from: fromCode, to: toCode, relation, position }));
}

export type FoundRow = { mappingId: string; fromCode: string; toCode: string; relation: Relation };

/** Rows of mappings that have one of the codes on a side. */
export async function rowsOfCodes(mappingIds: readonly string[], side: 'fromCode' | 'toCode', codes: readonly string[]): Promise<FoundRow[]> {
  if (mappingIds.length === 0 || codes.length === 0) return [];
  return db().classifierMappingRow.findMany({ where: { mappingId: { in: [...mappingIds] }, [side]: { in: [...codes] } }, select: rowFields, orderBy: { position: 'asc' }, take: 2_000 });
}

const batch = 5_000;

/** Puts the rows in the place of those that the two had before. */
export async function replaceMapping(tx: Db, ends: MappingEnds, rows: readonly MappingRow[], authorName: string): Promise<string> {
  await tx.classifierMapping.deleteMany({ where: ends });
  const { id } = await tx.classifierMapping.create({ data: { ...ends, rowCount: rows.length, authorName, updatedAt: now() }, select: { id: true } });
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch).map((row, at) => ({ ...row, position: from + at }));
    await tx.$executeRaw`
      insert into "ClassifierMappingRow" ("mappingId", "fromCode", "toCode", "relation", "position")
      select ${id}::uuid, "from", "to", "relation"::"MappingRelation", "position"
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as row ("from" text, "to" text, "relation" text, "position" int)`;
  }
  return id;
}

export async function deleteMapping(tx: Db, id: string): Promise<boolean> {
  return (await tx.classifierMapping.deleteMany({ where: { id } })).count === 1;
}
