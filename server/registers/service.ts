/** Typed access to shipped registers, for the domains that use them and for the person concerned. */
import type { Actor } from '../platform/auth/actor.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { authorise } from '../platform/errors/index.ts';
import { failure } from './errors.ts';
import { isPinfl, isStir } from './identifiers.ts';
import { mayReadIndividual, mayReadLegalEntity } from './policy.ts';
import * as repository from './repository.ts';
import * as lists from './repository-lists.ts';
import * as readings from './repository-readings.ts';
import * as records from './repository-records.ts';
import type { Individual, LegalEntity, Reading } from './schema.ts';
import { toIndividual, toLegalEntity } from './typed.ts';

export type { Territory } from './repository.ts';
export type { RegisterReading } from './repository-readings.ts';

const mostOwn = 30;
const today = () => civilDay(now());

const personal = ['surname', 'givenName', 'patronymic', 'birthDate', 'passport', 'address'] as const;

/** Reads one individual and records the reading. Null when the register has no such person. */
export async function findIndividual(actor: Actor, input: { pinfl: string; fields?: readonly string[] } & Reading): Promise<Individual | null> {
  if (!isPinfl(input.pinfl)) throw failure('invalidIdentifier');
  const found = await records.current('individuals', input.pinfl, today());
  const record = found && toIndividual(found.data);
  // Whoever may not read learns nothing, not even that the record exists.
  authorise(mayReadIndividual(actor, record ?? { pinfl: input.pinfl, motherPinfl: null, fatherPinfl: null }, input), failure('forbidden'));
  if (!record) return null;
  await readings.recordReadings(actor, 'individuals', [record.pinfl], input, input.fields ?? personal);
  return record;
}

/** Children of the signed-in person, youngest first. */
export async function listOwnChildren(actor: Actor, input: Reading): Promise<Individual[]> {
  if (actor.pinfl === null) return [];
  const family = (await lists.referring('individuals', [`individuals:${actor.pinfl}`], today(), mostOwn)).map(({ data }) => toIndividual(data));
  const children = family.filter(({ motherPinfl, fatherPinfl }) => motherPinfl === actor.pinfl || fatherPinfl === actor.pinfl).toSorted((a, b) => (a.birthDate < b.birthDate ? 1 : -1));
  await readings.recordReadings(actor, 'individuals', children.map(({ pinfl }) => pinfl), input, personal);
  return children;
}

export async function findLegalEntity(actor: Actor, input: { stir: string } & Reading): Promise<LegalEntity | null> {
  if (!isStir(input.stir)) throw failure('invalidIdentifier');
  const found = await records.current('legal-entities', input.stir, today());
  const record = found && toLegalEntity(found.data);
  authorise(mayReadLegalEntity(actor, record ?? { directorPinfl: '' }, input), failure('forbidden'));
  if (!record) return null;
  await readings.recordReadings(actor, 'legal-entities', [record.stir], input, ['name', 'address', 'directorPinfl']);
  return record;
}

/** Legal entities directed by the signed-in person. */
export async function listOwnEntities(actor: Actor): Promise<LegalEntity[]> {
  if (actor.pinfl === null) return [];
  const found = await lists.referring('legal-entities', [`individuals:${actor.pinfl}`], today(), mostOwn);
  return found.map(({ data }) => toLegalEntity(data)).filter(({ directorPinfl }) => directorPinfl === actor.pinfl);
}

/** All territories: regions have no parent. Public data. */
export function listTerritories(): Promise<repository.Territory[]> {
  return repository.allTerritories();
}
