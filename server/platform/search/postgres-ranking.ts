import { Prisma } from '../../../prisma/generated/client/client.ts';
import { db } from '../db/index.ts';
import { alternativesQuery, anyQuery, tsQuery, type Term } from './terms.ts';

export type Hit = { id: string; facets: string[] };

/** How much a term counts where it is found: in titles, keywords, summaries, bodies; as a whole word or as its beginning. */
const points = [
  { weights: 'A', whole: true, value: 1 },
  { weights: 'B', whole: true, value: 0.9 },
  { weights: '*A', whole: false, value: 0.75 },
  { weights: '*B', whole: false, value: 0.65 },
  { weights: 'C', whole: true, value: 0.35 },
  { weights: '*C', whole: false, value: 0.25 },
  { weights: '*D', whole: false, value: 0.1 },
] as const;

/** What means the same counts less than what was typed. */
const synonymValue = 0.85;

/** A guess counts less than a word that is known as it was typed: of several words it is the least sure one. */
const guessValue = 0.6;

/** Results worth less than this part of the best one are left out. */
const cutOff = 0.4;

/** Suggestions are chosen among so many, the most asked for first. */
const mostCandidates = 250;

/** Whether each term is found in any document. */
export async function areKnown(kind: string, terms: readonly Term[]): Promise<boolean[]> {
  const queries = terms.map((term) => anyQuery(term) ?? "'0'");
  const rows = await db().$queryRaw<{ found: boolean }[]>`
    select exists (select 1 from "SearchDocument" where kind = ${kind} and vector @@ q::tsquery) as found
    from unnest(${queries}::text[]) with ordinality as term(q, n) order by n`;
  return rows.map((row) => row.found);
}

export function browse(kind: string): Promise<Hit[]> {
  return db().$queryRaw<Hit[]>`select id, facets from "SearchDocument" where kind = ${kind} order by popularity desc, id`;
}

/** The candidates in their order. A rare term counts more than a common one, a whole phrase most. */
async function ranked(kind: string, terms: readonly Term[], phrase: string, candidates: Prisma.Sql, limit: number | null): Promise<Hit[]> {
  const rows = terms.flatMap((term, n) => points.flatMap(({ weights, whole, value }) => [
    { n, value: term.guessed ? value * guessValue : value, query: tsQuery(whole ? term.exact : term.beginnings, weights) },
    { n, value: value * synonymValue, query: alternativesQuery(term, weights) },
  ])).filter((row): row is { n: number; value: number; query: string } => row.query !== null);
  return db().$queryRaw<Hit[]>`
    with term as (
      select n, value, q::tsquery as q from unnest(${rows.map((row) => row.n)}::int[], ${rows.map((row) => row.value)}::float8[], ${rows.map((row) => row.query)}::text[]) as term(n, value, q)
    ), candidate as materialized (
      ${candidates}
    ), found as (
      select candidate.id, term.n, max(term.value) as value from candidate join term on candidate.vector @@ term.q group by 1, 2
    ), rarity as (
      select n, ln(1 + (select count(*) from "SearchDocument" where kind = ${kind})::float8 / count(*)) as value from found group by n
    ), relevance as (
      select found.id, sum(found.value * rarity.value) as value from found join rarity using (n) group by 1
    ), score as (
      select id, facets, relevance.value + case when vector @@ ${tsQuery([phrase])}::tsquery then (select sum(value) from rarity) * 0.6 else 0 end
        + popularity * (select max(value) from rarity) * 0.003 as value
      from relevance join candidate using (id)
    )
    select id, facets from score where value >= (select max(value) from score) * ${cutOff} order by value desc, id limit ${limit}`;
}

const joined = (terms: readonly Term[], operator: '&' | '|') => terms.map((term) => `(${anyQuery(term) ?? "'0'"})`).join(` ${operator} `);

/** Every document with any of the terms, the best first. */
export function rank(kind: string, terms: readonly Term[], phrase: string): Promise<Hit[]> {
  return ranked(kind, terms, phrase, Prisma.sql`select id, facets, popularity, vector from "SearchDocument" where kind = ${kind} and vector @@ ${joined(terms, '|')}::tsquery`, null);
}

/**
 * The best few. However many documents fit, only some are compared: those that have a word itself in title or
 * keywords, and the most asked for of those with all of the terms, or with any when no document has all.
 */
export async function rankFew(kind: string, terms: readonly Term[], phrase: string, limit: number): Promise<Hit[]> {
  const most = (query: string, column: 'head' | 'vector', some = mostCandidates) => Prisma.sql`(
    select id, facets, popularity, vector from "SearchDocument" where kind = ${kind} and ${Prisma.raw(column)} @@ ${query}::tsquery order by popularity desc limit ${some})`;
  const whole = terms.map((term) => tsQuery(term.exact)).filter((query) => query !== null).map((query) => `(${query})`).join(' & ');
  const all = joined(terms, '&');
  const exact = whole === '' ? Prisma.empty : Prisma.sql`union ${most(whole, 'head', 50)}`;
  const inHead = await ranked(kind, terms, phrase, Prisma.sql`${most(all, 'head')} ${exact}`, limit);
  if (inHead.length > 0) return inHead;
  const anywhere = await ranked(kind, terms, phrase, most(all, 'vector'), limit);
  return anywhere.length > 0 ? anywhere : ranked(kind, terms, phrase, most(joined(terms, '|'), 'vector'), limit);
}
