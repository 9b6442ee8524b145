import { Prisma } from '../../../prisma/generated/client/client.ts';
import { db, transaction, type Db } from '../db/index.ts';
import { swapLayout } from './fold.ts';
import type { Correction, SearchAnswer, SearchDocument, SearchEngine, SearchQuery } from './index.ts';
import { nearestWords } from './spelling.ts';
import { indexRow, phraseWord, queryTerms, tsQuery, type IndexRow, type Term } from './terms.ts';

const vector = (row: IndexRow) => Prisma.sql`
  setweight(to_tsvector('simple', ${row.a}), 'A') || setweight(to_tsvector('simple', ${row.b}), 'B') ||
  setweight(to_tsvector('simple', ${row.c}), 'C') || setweight(to_tsvector('simple', ${row.d}), 'D')`;

async function insert(tx: Db, kind: string, document: SearchDocument): Promise<void> {
  const row = indexRow(document);
  await tx.$executeRaw`
    insert into "SearchDocument" ("kind", "id", "popularity", "facets", "vector")
    values (${kind}, ${row.id}, ${row.popularity}, ${row.facets}, ${vector(row)})
    on conflict ("kind", "id") do update set "popularity" = excluded."popularity", "facets" = excluded."facets", "vector" = excluded."vector"`;
}

async function refreshVocabulary(tx: Db, kind: string): Promise<void> {
  await tx.$executeRaw`delete from "SearchWord" where "kind" = ${kind}`;
  await tx.$executeRaw`
    insert into "SearchWord" ("kind", "word", "documents")
    select ${kind}, word, ndoc from ts_stat(format('select vector from "SearchDocument" where kind = %L', ${kind}::text)) where length(word) > 2 and word not like '0%'`;
}

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

/** Results worth less than this part of the best one are left out. */
const cutOff = 0.4;

type Hit = { id: string; facets: string[] };

/** In how many documents each term is found. */
async function frequencies(kind: string, terms: readonly Term[]): Promise<number[]> {
  const queries = terms.map((term) => tsQuery(term.beginnings, '*') ?? "'0'");
  const rows = await db().$queryRaw<{ n: bigint; found: bigint }[]>`
    select n, (select count(*) from "SearchDocument" where kind = ${kind} and vector @@ q::tsquery) as found
    from unnest(${queries}::text[]) with ordinality as term(q, n) order by n`;
  return rows.map((row) => Number(row.found));
}

function browse(kind: string): Promise<Hit[]> {
  return db().$queryRaw<Hit[]>`select id, facets from "SearchDocument" where kind = ${kind} order by popularity desc, id`;
}

/** Documents with any of the terms, the best first. A rare term counts more than a common one, a whole phrase most. */
async function rank(kind: string, terms: readonly Term[], phrase: string): Promise<Hit[]> {
  const rows = terms.flatMap((term, n) => points.flatMap(({ weights, whole, value }) => {
    const query = tsQuery(whole ? term.exact : term.beginnings, weights);
    return query === null ? [] : [{ n, value, query }];
  }));
  const any = tsQuery(terms.flatMap((term) => term.beginnings), '*') ?? "'0'";
  return db().$queryRaw<Hit[]>`
    with term as (
      select n, value, q::tsquery as q from unnest(${rows.map((row) => row.n)}::int[], ${rows.map((row) => row.value)}::float8[], ${rows.map((row) => row.query)}::text[]) as term(n, value, q)
    ), candidate as materialized (
      select id, facets, popularity, vector from "SearchDocument" where kind = ${kind} and vector @@ ${any}::tsquery
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
    select id, facets from score where value >= (select max(value) from score) * ${cutOff} order by value desc, id`;
}

/** Counts and pages are made here: a catalogue has hundreds of entries, and every filter needs its own counts. */
function page(hits: readonly Hit[], { filters, limit, offset }: SearchQuery): Pick<SearchAnswer, 'ids' | 'total' | 'facets'> {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0).map(([name, values]) => ({ name, values: values.map((value) => `${name}:${value}`) }));
  const passes = (hit: Hit, except?: string) => chosen.every(({ name, values }) => name === except || values.some((value) => hit.facets.includes(value)));
  const facets: SearchAnswer['facets'] = {};
  for (const hit of hits) {
    for (const facet of hit.facets) {
      const [name = '', value = ''] = facet.split(/:(.*)/s);
      // A filter's own choice must not hide its other values.
      if (!passes(hit, name)) continue;
      const counts = (facets[name] ??= {});
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  const kept = hits.filter((hit) => passes(hit));
  return { ids: kept.slice(offset, offset + limit).map((hit) => hit.id), total: kept.length, facets };
}

/** Terms as they can be found: unknown ones read on the other keyboard layout, or as the nearest known words. */
async function understand(kind: string, text: string): Promise<{ terms: Term[]; text: string; corrections: Correction[] }> {
  const terms = queryTerms(text);
  const found = await frequencies(kind, terms);
  if (!found.includes(0)) return { terms, text, corrections: [] };
  // A letter or two is the beginning of something in any layout.
  if (terms.every((term, n) => found[n] === 0 || term.word.length < 3)) {
    const swapped = swapLayout(text.slice(0, 200));
    const other = queryTerms(swapped);
    if (other.length > 0 && (await frequencies(kind, other)).every((count) => count > 0)) return { terms: other, text: swapped, corrections: [{ typed: text, meant: swapped, layout: true }] };
  }
  const near = await nearestWords(kind, terms.filter((_, n) => found[n] === 0));
  const known = terms.flatMap((term, n) => {
    const words = near.get(term.word);
    if ((found[n] ?? 0) > 0) return [term];
    return words ? [{ word: term.word, exact: words, beginnings: words }] : [];
  });
  return { terms: known, text, corrections: [...near].map(([typed, words]) => ({ typed, meant: words[0] ?? typed, layout: false })) };
}

async function search(kind: string, query: SearchQuery): Promise<SearchAnswer> {
  if (queryTerms(query.text).length === 0) return { ...page(await browse(kind), query), terms: [], corrections: [] };
  const { terms, text, corrections } = await understand(kind, query.text);
  const hits = terms.length === 0 ? [] : await rank(kind, terms, phraseWord(text));
  return { ...page(hits, query), terms: [...new Set(terms.flatMap((term) => term.beginnings))], corrections };
}

/** Full-text search in PostgreSQL: weighted vectors over folded words, spelling from the index's own vocabulary. */
export const postgresSearch: SearchEngine = {
  rebuild: (kind, documents) =>
    transaction(async (tx) => {
      await tx.$executeRaw`delete from "SearchDocument" where "kind" = ${kind}`;
      for (const document of documents) await insert(tx, kind, document);
      await refreshVocabulary(tx, kind);
    }),
  upsert: (kind, document) =>
    transaction(async (tx) => {
      await insert(tx, kind, document);
      await refreshVocabulary(tx, kind);
    }),
  remove: (kind, id) =>
    transaction(async (tx) => {
      await tx.$executeRaw`delete from "SearchDocument" where "kind" = ${kind} and "id" = ${id}`;
      await refreshVocabulary(tx, kind);
    }),
  search,
};
