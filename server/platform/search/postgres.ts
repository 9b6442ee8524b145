import { Prisma } from '../../../prisma/generated/client/client.ts';
import { db, transaction, type Db } from '../db/index.ts';
import { stem, swapLayout } from './fold.ts';
import type { SearchAnswer, SearchDocument, SearchEngine, SearchQuery } from './index.ts';
import { indexRow, queryTerms, tsTerm, type IndexRow, type Term } from './terms.ts';

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
    select ${kind}, word, ndoc from ts_stat(format('select vector from "SearchDocument" where kind = %L', ${kind}::text)) where length(word) > 2`;
}

/** For each term, the known words nearest to it, when the vocabulary has nothing that begins with it. */
async function corrections(kind: string, terms: readonly Term[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const term of terms) {
    if (term.folded.length < 4 || /^\d+$/.test(term.folded)) continue;
    const rows = await db().$queryRaw<{ word: string }[]>`
      select word from "SearchWord"
      where kind = ${kind} and not exists (select 1 from "SearchWord" known where known.kind = ${kind} and (known.word like ${`${term.folded}%`} or known.word = ${term.stem}))
        and word % ${term.folded} and levenshtein_less_equal(word, ${term.folded}, ${term.folded.length > 6 ? 3 : 2}) <= ${term.folded.length > 6 ? 3 : 2}
      order by levenshtein(word, ${term.folded}), similarity(word, ${term.folded}) desc, documents desc, word limit 2`;
    if (rows.length > 0) found.set(term.folded, rows.map((row) => row.word));
  }
  return found;
}

function matching(kind: string, tsquery: string | null): Prisma.Sql {
  if (tsquery === null) return Prisma.sql`select id, facets, popularity / 100.0 as score from "SearchDocument" where kind = ${kind}`;
  // Title and keyword matches dominate; popularity only orders what is equally relevant.
  return Prisma.sql`
    select id, facets, ts_rank('{0.05, 0.2, 0.6, 1.0}', vector, to_tsquery('simple', ${tsquery}), 1) + popularity / 4000.0 as score
    from "SearchDocument" where kind = ${kind} and vector @@ to_tsquery('simple', ${tsquery})`;
}

const chosen = (query: SearchQuery) =>
  Object.entries(query.filters).filter(([, values]) => values.length > 0).map(([name, values]) => ({ name, values: values.map((value) => `${name}:${value}`) }));

type Found = Omit<SearchAnswer, 'terms' | 'corrected'>;

async function run(kind: string, query: SearchQuery, tsquery: string | null): Promise<Found> {
  const filters = chosen(query);
  const where = (skip?: string) =>
    Prisma.join([Prisma.sql`true`, ...filters.filter((filter) => filter.name !== skip).map((filter) => Prisma.sql`facets && ${filter.values}`)], ' and ');
  const hits = await db().$queryRaw<{ id: string; total: bigint }[]>`
    with found as (${matching(kind, tsquery)})
    select id, count(*) over () as total from found where ${where()} order by score desc, id limit ${query.limit} offset ${query.offset}`;
  // A facet's own choice must not hide its other values, so each chosen facet is counted without itself.
  const names = filters.map((filter) => filter.name);
  const scopes = [Prisma.sql`select f from found, unnest(facets) f where ${where()} ${names.length > 0 ? Prisma.sql`and split_part(f, ':', 1) <> all(${names})` : Prisma.empty}`];
  for (const name of names) scopes.push(Prisma.sql`select f from found, unnest(facets) f where ${where(name)} and split_part(f, ':', 1) = ${name}`);
  const counts = await db().$queryRaw<{ f: string; n: bigint }[]>`
    with found as (${matching(kind, tsquery)}), values as (${Prisma.join(scopes, ' union all ')}) select f, count(*) as n from values group by f`;
  const facets: Record<string, Record<string, number>> = {};
  for (const { f, n } of counts) {
    const colon = f.indexOf(':');
    (facets[f.slice(0, colon)] ??= {})[f.slice(colon + 1)] = Number(n);
  }
  const total = hits[0] ? Number(hits[0].total) : query.offset > 0 ? await countOnly(kind, tsquery, where()) : 0;
  return { ids: hits.map((hit) => hit.id), total, facets };
}

async function countOnly(kind: string, tsquery: string | null, where: Prisma.Sql): Promise<number> {
  const rows = await db().$queryRaw<{ total: bigint }[]>`with found as (${matching(kind, tsquery)}) select count(*) as total from found where ${where}`;
  return Number(rows[0]?.total ?? 0);
}

const swappedTerms = (text: string): Term[] => queryTerms(swapLayout(text));

async function search(kind: string, query: SearchQuery): Promise<SearchAnswer> {
  const terms = queryTerms(query.text);
  if (terms.length === 0) return { ...(await run(kind, query, null)), terms: [], corrected: null };
  const unfiltered = { ...query, filters: {}, limit: 1, offset: 0 };
  const all = (list: readonly Term[]) => list.map((term) => tsTerm(term)).join(' & ');
  const matches = async (tsquery: string) => (await run(kind, unfiltered, tsquery)).total > 0;
  const answer = async (tsquery: string, sought: readonly string[], corrected: string | null): Promise<SearchAnswer> => ({ ...(await run(kind, query, tsquery)), terms: [...new Set(sought)], corrected });
  const forms = (list: readonly Term[]) => list.flatMap((term) => [term.folded, term.stem]);

  const exact = all(terms);
  if (await matches(exact)) return answer(exact, forms(terms), null);
  const fixes = await corrections(kind, terms);
  if (fixes.size > 0) {
    const fixed = terms.map((term) => tsTerm(term, fixes.get(term.folded))).join(' & ');
    if (await matches(fixed)) return answer(fixed, [...forms(terms), ...[...fixes.values()].flat()], terms.map((term) => fixes.get(term.folded)?.[0] ?? term.folded).join(' '));
  }
  const swapped = swappedTerms(query.text);
  if (swapped.length > 0 && (await matches(all(swapped)))) return answer(all(swapped), forms(swapped), swapLayout(query.text));
  // Not all words together: whatever has most of them comes first.
  const any = terms.map((term) => tsTerm(term, fixes.get(term.folded))).join(' | ');
  return answer(any, [...forms(terms), ...[...fixes.values()].flat().map(stem)], null);
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
