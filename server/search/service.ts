/** Synonyms of search, kept by administrators, and what people sought and did not find. */
import { searchKind } from '../catalogue/service-index.ts';
import { audit } from '../platform/audit/index.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { transaction, type Db } from '../platform/db/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { addJob } from '../platform/jobs/index.ts';
import { wordsOf } from '../platform/search/fold.ts';
import { synonymKeys } from '../platform/search/synonyms.ts';
import { failure } from './errors.ts';
import { mayKeepSynonyms, maySeeSynonyms } from './policy.ts';
import * as repository from './repository.ts';
import { changeSynonymSchema, synonymRefSchema, synonymSchema, type MissCursor, type SynonymInput } from './schema.ts';

export type { Miss, Synonym } from './repository.ts';

const pageSize = 25;

export async function listSynonyms(actor: Actor, { after = null }: { after?: string | null }): Promise<{ items: repository.Synonym[]; next: string | null; mayKeep: boolean }> {
  authorise(maySeeSynonyms(actor), failure('forbidden'));
  const rows = await repository.synonyms(after, pageSize + 1);
  const items = rows.slice(0, pageSize);
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null, mayKeep: mayKeepSynonyms(actor).allow };
}

/** Queries without results, the most frequent first. */
export async function listMisses(actor: Actor, { after = null }: { after?: MissCursor | null }): Promise<{ items: repository.Miss[]; next: MissCursor | null }> {
  authorise(maySeeSynonyms(actor), failure('forbidden'));
  const rows = await repository.misses(searchKind, after, pageSize + 1);
  const items = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? items.at(-1) : undefined;
  return { items, next: last ? { count: last.count, query: last.query } : null };
}

const dataOf = (actor: Actor, group: SynonymInput): repository.SynonymData => ({ ...group, keys: synonymKeys(group), changedAt: now(), changedBy: actor.name });

/** What belongs to every change: the audit entry, the engine's copy, and the queries that it answers. */
async function record(tx: Db, actor: Actor, verb: 'create' | 'change' | 'remove', id: string, group: SynonymInput): Promise<void> {
  const { direction, words, targets } = group;
  await audit(tx, actor, { action: `search.${verb}-synonym`, subjectType: 'synonym', subjectId: id, as: 'platform_administrator', detail: { direction, words: words.join(', '), targets: targets.join(', ') } });
  // PostgreSQL reads synonyms with each query; an engine that keeps its own copy is told by a job.
  await addJob(tx, 'search.synonyms', {}, { key: 'search.synonyms' });
  if (verb !== 'remove') await repository.forgetMisses(tx, searchKind, words.map((word) => wordsOf(word).join(' ')));
}

export function createSynonym(actor: Actor, input: SynonymInput): Promise<{ id: string }> {
  authorise(mayKeepSynonyms(actor), failure('forbidden'));
  const group = synonymSchema.parse(input);
  return transaction(async (tx) => {
    const id = await repository.insertSynonym(tx, dataOf(actor, group));
    await record(tx, actor, 'create', id, group);
    return { id };
  });
}

export function changeSynonym(actor: Actor, input: SynonymInput & { id: string; revision: number }): Promise<void> {
  authorise(mayKeepSynonyms(actor), failure('forbidden'));
  const { id, revision, ...group } = changeSynonymSchema.parse(input);
  return transaction(async (tx) => {
    if (!(await repository.synonym(tx, id))) throw failure('notFound');
    if (!(await repository.updateSynonym(tx, id, revision, dataOf(actor, group)))) throw failure('changed');
    await record(tx, actor, 'change', id, group);
  });
}

export function removeSynonym(actor: Actor, input: { id: string; revision: number }): Promise<void> {
  authorise(mayKeepSynonyms(actor), failure('forbidden'));
  const { id, revision } = synonymRefSchema.parse(input);
  return transaction(async (tx) => {
    const group = await repository.synonym(tx, id);
    if (!group) throw failure('notFound');
    if (!(await repository.deleteSynonym(tx, id, revision))) throw failure('changed');
    await record(tx, actor, 'remove', id, group);
  });
}
