import { authorise } from '../platform/errors/index.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { failure } from './errors.ts';
import { isPinfl, isStir } from './identifiers.ts';
import { mayReadIndividual, mayReadLegalEntity } from './policy.ts';
import * as repository from './repository.ts';
import { readingCursorSchema, type Individual, type LegalEntity, type Reading } from './schema.ts';

export type { RegisterReading, Territory } from './repository.ts';

const pageSize = 20;

const personal = ['surname', 'givenName', 'patronymic', 'birthDate', 'passport', 'address'] as const;

/** Reads one individual and records the reading. Null when the register has no such person. */
export async function findIndividual(actor: Actor, input: { pinfl: string; fields?: readonly string[] } & Reading): Promise<Individual | null> {
  if (!isPinfl(input.pinfl)) throw failure('invalidIdentifier');
  const record = await repository.individualByPinfl(input.pinfl);
  // Whoever may not read learns nothing, not even that the record exists.
  authorise(mayReadIndividual(actor, record ?? { pinfl: input.pinfl, motherPinfl: null, fatherPinfl: null }, input), failure('forbidden'));
  if (!record) return null;
  await repository.recordReading(actor, 'individuals', record.pinfl, input, input.fields ?? personal);
  return record;
}

/** Children of the signed-in person, youngest first. */
export async function listOwnChildren(actor: Actor, input: Reading): Promise<Individual[]> {
  if (actor.pinfl === null) return [];
  const children = await repository.childrenOf(actor.pinfl);
  for (const child of children) await repository.recordReading(actor, 'individuals', child.pinfl, input, personal);
  return children;
}

export async function findLegalEntity(actor: Actor, input: { stir: string } & Reading): Promise<LegalEntity | null> {
  if (!isStir(input.stir)) throw failure('invalidIdentifier');
  const record = await repository.entityByStir(input.stir);
  authorise(mayReadLegalEntity(actor, record ?? { directorPinfl: '' }, input), failure('forbidden'));
  if (!record) return null;
  await repository.recordReading(actor, 'legal-entities', record.stir, input, ['name', 'address', 'directorPinfl']);
  return record;
}

/** Legal entities directed by the signed-in person. */
export async function listOwnEntities(actor: Actor): Promise<LegalEntity[]> {
  return actor.pinfl === null ? [] : repository.entitiesOfDirector(actor.pinfl);
}

/** Who else read the record of the signed-in person, newest first. */
export async function listReadingsOfOwn(actor: Actor, { before = null }: { before?: string | null } = {}): Promise<{ readings: repository.RegisterReading[]; next: string | null }> {
  if (actor.pinfl === null) return { readings: [], next: null };
  const rows = await repository.readingsOf({ register: 'individuals', recordKey: actor.pinfl, readerId: actor.userId, before: before === null ? null : readingCursorSchema.parse(before), limit: pageSize + 1 });
  const readings = rows.slice(0, pageSize);
  return { readings, next: rows.length > pageSize ? (readings.at(-1)?.id ?? null) : null };
}

/** All territories: regions have no parent. Public data. */
export function listTerritories(): Promise<repository.Territory[]> {
  return repository.allTerritories();
}
