import { db, type Db } from '../platform/db/index.ts';
import type { Direction, MissCursor } from './schema.ts';

export type Synonym = { id: string; direction: Direction; words: string[]; targets: string[]; revision: number; changedAt: Date; changedBy: string };
const fields = { id: true, direction: true, words: true, targets: true, revision: true, changedAt: true, changedBy: true } as const;

export type SynonymData = Pick<Synonym, 'direction' | 'words' | 'targets' | 'changedAt' | 'changedBy'> & { keys: string[] };

/** The newest first. */
export function synonyms(after: string | null, limit: number): Promise<Synonym[]> {
  return db().searchSynonym.findMany({ ...(after !== null && { where: { id: { lt: after } } }), select: fields, orderBy: { id: 'desc' }, take: limit });
}

export function synonym(tx: Db, id: string): Promise<Synonym | null> {
  return tx.searchSynonym.findUnique({ where: { id }, select: fields });
}

export async function insertSynonym(tx: Db, data: SynonymData): Promise<string> {
  return (await tx.searchSynonym.create({ data, select: { id: true } })).id;
}

/** False when the revision is no longer the current one. */
export async function updateSynonym(tx: Db, id: string, revision: number, data: SynonymData): Promise<boolean> {
  return (await tx.searchSynonym.updateMany({ where: { id, revision }, data: { ...data, revision: { increment: 1 } } })).count === 1;
}

export async function deleteSynonym(tx: Db, id: string, revision: number): Promise<boolean> {
  return (await tx.searchSynonym.deleteMany({ where: { id, revision } })).count === 1;
}

export async function countSynonyms(): Promise<number> {
  return db().searchSynonym.count();
}

export type Miss = { query: string; count: number; lastAt: Date };

/** Queries without results, the most frequent first. */
export function misses(kind: string, after: MissCursor | null, limit: number): Promise<Miss[]> {
  const further = after && { OR: [{ count: { lt: after.count } }, { count: after.count, query: { gt: after.query } }] };
  return db().searchMiss.findMany({ where: { kind, ...further }, select: { query: true, count: true, lastAt: true }, orderBy: [{ count: 'desc' }, { query: 'asc' }], take: limit });
}

/** Takes queries out of the report; what still finds nothing comes back with the next search. */
export async function forgetMisses(tx: Db, kind: string, queries: readonly string[]): Promise<void> {
  await tx.searchMiss.deleteMany({ where: { kind, query: { in: [...queries] } } });
}
