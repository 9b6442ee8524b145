import { transaction, type Db } from '../db/index.ts';
import { fingerprint } from './fingerprint.ts';
import type { SearchDocument } from './index.ts';
import { indexRow } from './terms.ts';

/** Documents written by one statement. */
const batchSize = 200;

/** One writer of a kind at a time: the counts of its words are kept by differences. Readers wait for nobody. */
async function lock(tx: Db, kind: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`search:${kind}`}, 0))`;
}

async function write(tx: Db, kind: string, documents: readonly SearchDocument[]): Promise<void> {
  const rows = documents.map((document) => ({ ...indexRow(document), fingerprint: fingerprint(document) }));
  await tx.$executeRaw`
    insert into "SearchDocument" ("kind", "id", "popularity", "facets", "fingerprint", "head", "vector")
    select ${kind}, id, popularity, array(select jsonb_array_elements_text(facets)), fingerprint, head,
      head || setweight(to_tsvector('simple', c), 'C') || setweight(to_tsvector('simple', d), 'D')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id text, popularity int, facets jsonb, fingerprint text, a text, b text, c text, d text),
      lateral (select setweight(to_tsvector('simple', a), 'A') || setweight(to_tsvector('simple', b), 'B') as head) made
    on conflict ("kind", "id") do update set "popularity" = excluded."popularity", "facets" = excluded."facets",
      "fingerprint" = excluded."fingerprint", "head" = excluded."head", "vector" = excluded."vector"`;
}

async function wordsIn(tx: Db, kind: string, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ words: string[] }[]>`select tsvector_to_array(vector) as words from "SearchDocument" where kind = ${kind} and id = ${id}`;
  return rows[0]?.words ?? [];
}

/** Words that stand for corrections: not the phrases, nor what is too short to be misspelt. */
const counted = (word: string) => word.length > 2 && !word.startsWith('0');

/** The vocabulary follows one document: its words come or go, whatever the size of the index. */
async function recount(tx: Db, kind: string, id: string, before: readonly string[]): Promise<void> {
  const after = await wordsIn(tx, kind, id);
  const [had, has] = [new Set(before), new Set(after)];
  await tx.$executeRaw`
    insert into "SearchWord" as known ("kind", "word", "documents") select ${kind}, word, 1 from unnest(${after.filter((word) => !had.has(word) && counted(word))}::text[]) as word
    on conflict ("kind", "word") do update set "documents" = known."documents" + 1`;
  const gone = before.filter((word) => !has.has(word) && counted(word));
  await tx.$executeRaw`update "SearchWord" set "documents" = "documents" - 1 where "kind" = ${kind} and "word" = any(${gone}::text[])`;
  await tx.$executeRaw`delete from "SearchWord" where "kind" = ${kind} and "word" = any(${gone}::text[]) and "documents" <= 0`;
}

export function rebuildIndex(kind: string, documents: readonly SearchDocument[]): Promise<void> {
  return transaction(async (tx) => {
    await lock(tx, kind);
    await tx.$executeRaw`delete from "SearchDocument" where "kind" = ${kind}`;
    for (let from = 0; from < documents.length; from += batchSize) await write(tx, kind, documents.slice(from, from + batchSize));
    await tx.$executeRaw`delete from "SearchWord" where "kind" = ${kind}`;
    await tx.$executeRaw`
      insert into "SearchWord" ("kind", "word", "documents")
      select ${kind}, word, ndoc from ts_stat(format('select vector from "SearchDocument" where kind = %L', ${kind}::text)) where length(word) > 2 and word not like '0%'`;
  }, { timeoutMs: 600_000 });
}

export function upsertDocument(kind: string, document: SearchDocument): Promise<void> {
  return transaction(async (tx) => {
    await lock(tx, kind);
    const before = await wordsIn(tx, kind, document.id);
    await write(tx, kind, [document]);
    await recount(tx, kind, document.id, before);
  });
}

export function removeDocument(kind: string, id: string): Promise<void> {
  return transaction(async (tx) => {
    await lock(tx, kind);
    const before = await wordsIn(tx, kind, id);
    await tx.$executeRaw`delete from "SearchDocument" where "kind" = ${kind} and "id" = ${id}`;
    await recount(tx, kind, id, before);
  });
}
