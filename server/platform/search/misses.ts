import { now } from '../clock/index.ts';
import { db } from '../db/index.ts';
import { wordsOf } from './fold.ts';

/** Remembers a query without results. Digits are dropped: people paste identifiers into search boxes. */
export async function recordSearchMiss(kind: string, query: string): Promise<void> {
  const words = wordsOf(query).filter((word) => !/\d/.test(word)).join(' ').slice(0, 120);
  if (words.length < 3) return;
  const at = now();
  await db().$executeRaw`
    insert into "SearchMiss" as miss ("kind", "query", "count", "lastAt") values (${kind}, ${words}, 1, ${at})
    on conflict ("kind", "query") do update set "count" = miss."count" + 1, "lastAt" = ${at}`;
}
