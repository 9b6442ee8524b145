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
const mostCandidates = 150;

/** Whether each term is found in any document. Each is a condition of its own, so that a frequent word is not counted but met. */
export async function areKnown(kind: string, terms: readonly Term[]): Promise<boolean[]> {
  if (terms.length === 0) return [];
  const conditions = terms.map((term) => Prisma.sql`exists (select 1 from "SearchDocument" where kind = ${kind} and vector @@ ${anyQuery(term) ?? "'0'"}::tsquery)`);
  const [row] = await db().$queryRaw<{ known: boolean[] }[]>`select array[${Prisma.join(conditions)}] as known`;
  return row?.known ?? [];
}

export function browse(kind: string): Promise<Hit[]> {
  return db().$queryRaw<Hit[]>`select id, facets from "SearchDocument" where kind = ${kind} order by popularity desc, id`;
}

/** The candidates in their order. A rare term counts more than a common one, a whole phrase most. */
async function ranked(kind: string, terms: readonly Term[], phrase: string, candidates: Prisma.Sql, { limit = null, places = points }: { limit?: number | null; places?: readonly (typeof points)[number][] } = {}): Promise<Hit[]> {
  const rows = terms.flatMap((term, n) => places.flatMap(({ weights, whole, value }) => [
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
  return ranked(kind, terms, phrase, Prisma.sql`select id, facets, popularity, vector from "SearchDocument" where kind = ${kind} and vector @@ ${joined(terms, '|')}::tsquery`);
}

/** The most asked for of the documents that fit. Only so many are compared, however many there are. */
const most = (kind: string, query: string, column: 'head' | 'vector', some: number) => Prisma.sql`(
  select id, facets, popularity, ${Prisma.raw(column)} as vector from "SearchDocument" where kind = ${kind} and ${Prisma.raw(column)} @@ ${query}::tsquery order by popularity desc limit ${some})`;

const headPoints = points.filter(({ weights }) => /[AB]/.test(weights));

/** The best few of those that have all terms in title or keywords, where short vectors are quickly compared. */
export function rankHeads(kind: string, terms: readonly Term[], phrase: string, limit: number): Promise<Hit[]> {
  const whole = terms.map((term) => tsQuery(term.exact)).filter((query) => query !== null).map((query) => `(${query})`).join(' & ');
  // Whole words are few where beginnings are many, and must not be lost among the most asked for.
  const exact = whole === '' ? Prisma.empty : Prisma.sql`union ${most(kind, whole, 'head', 40)}`;
  return ranked(kind, terms, phrase, Prisma.sql`${most(kind, joined(terms, '&'), 'head', mostCandidates)} ${exact}`, { limit, places: headPoints });
}

/** The best few of those that have all terms anywhere, or any when none has all. */
export async function rankFew(kind: string, terms: readonly Term[], phrase: string, limit: number): Promise<Hit[]> {
  const all = await ranked(kind, terms, phrase, most(kind, joined(terms, '&'), 'vector', 40), { limit });
  return all.length > 0 || terms.length === 1 ? all : ranked(kind, terms, phrase, most(kind, joined(terms, '|'), 'vector', 80), { limit });
}
