import { now } from '../clock/index.ts';
import { db } from '../db/index.ts';
import { wordsOf } from './fold.ts';

/** Beyond this many different queries of a kind only those already known are counted: nobody can fill the table. */
const mostQueries = 20_000;

/** Remembers a query without results. Words with digits are dropped: people paste identifiers into search boxes. */
export async function recordSearchMiss(kind: string, query: string): Promise<void> {
  const words = wordsOf(query).filter((word) => !/\d/.test(word)).join(' ').slice(0, 120);
  if (words.length < 3) return;
  const at = now();
  await db().$executeRaw`
    insert into "SearchMiss" as miss ("kind", "query", "count", "lastAt")
    select ${kind}, ${words}, 1, ${at}
    where exists (select 1 from "SearchMiss" where "kind" = ${kind} and "query" = ${words}) or (select count(*) from "SearchMiss" where "kind" = ${kind}) < ${mostQueries}
    on conflict ("kind", "query") do update set "count" = miss."count" + 1, "lastAt" = ${at}`;
}
