/** Erasing personal data by law: what happened stays on record, whom it concerned does not. One proposes, another decides. */
import { randomUUID } from 'node:crypto';
import { audit } from '../platform/audit/index.ts';
import { hasRole, isPerson, type Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { isUniqueViolation, transaction } from '../platform/db/index.ts';
import { Failure } from '../platform/errors/index.ts';
import { failure } from './errors.ts';
import { personalFields } from './policy-access.ts';
import * as repository from './repository-erasures.ts';
import * as records from './repository-records.ts';
import { decideErasureSchema, proposeErasureSchema, type ProposeErasure } from './schema-erasures.ts';
import type { Definition } from './schema-definition.ts';
import { groundSchema } from './schema-records.ts';
import { findDefinition, openRegister } from './service-access.ts';
import { tellFollowers } from './service-delivery.ts';
import { keyOf } from './service-reading.ts';
import { beginAct } from './service-writing.ts';

export type { Erasure } from './repository-erasures.ts';

async function mayDecide(actor: Actor, register: string): Promise<Definition> {
  const definition = await findDefinition(register);
  if (!hasRole(actor, 'register_keeper', definition.ownerAgencyId) && !hasRole(actor, 'platform_administrator')) throw failure('forbidden');
  return definition;
}

/** A keeper of the owner says that a record must be erased, and by which law. */
export async function proposeErasure(actor: Actor, input: ProposeErasure): Promise<{ id: string }> {
  const { register, key: typed, ground } = proposeErasureSchema.parse(input);
  if (!isPerson(actor)) throw new Failure('common.errors.unauthenticated', 'unauthenticated');
  const { definition } = await openRegister(actor, register, 'write');
  if (!hasRole(actor, 'register_keeper', definition.ownerAgencyId)) throw failure('forbidden');
  const key = keyOf(definition, typed);
  if ((await records.versions(register, key)).length === 0) throw failure('notFound');
  try {
    return await transaction(async (tx) => {
      const id = await repository.insertErasure(tx, { registerId: register, recordKey: key, groundKind: ground.kind, ground: ground.text, proposedById: actor.userId, proposedByName: actor.name, proposedAt: now() });
      await audit(tx, actor, { action: 'registers.propose-erasure', subjectType: 'register', subjectId: register, agencyId: definition.ownerAgencyId, as: 'register_keeper', reason: ground.text, detail: { erasure: id } });
      return { id };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw failure('erasureProposed');
    throw error;
  }
}

export async function listErasures(actor: Actor, { register }: { register: string }): Promise<(repository.Erasure & { mayDecide: boolean })[]> {
  await mayDecide(actor, register);
  return (await repository.erasures(register)).map((one) => ({ ...one, mayDecide: one.state === 'open' && one.proposedById !== actor.userId }));
}

/** Another person erases, or rejects. What is erased cannot be brought back. */
export async function decideErasure(actor: Actor, input: { id: string; outcome: 'erased' | 'rejected' }): Promise<void> {
  const { id, outcome } = decideErasureSchema.parse(input);
  await transaction(async (tx) => {
    const found = await repository.lockErasure(tx, id);
    if (!found) throw failure('notFound');
    const definition = await mayDecide(actor, found.registerId);
    if (found.state !== 'open') throw failure('erasureDecided');
    if (found.proposedById === actor.userId) throw failure('erasureOwn');
    const decided = { state: outcome, decidedByName: actor.name, decidedAt: now() };
    if (outcome === 'rejected') {
      await repository.decideErasure(tx, id, decided);
      await audit(tx, actor, { action: 'registers.reject-erasure', subjectType: 'register', subjectId: definition.id, agencyId: definition.ownerAgencyId, detail: { erasure: id } });
      return;
    }
    const { recordKey: key, registerId: register } = found;
    await records.lockTimeline(tx, register, key);
    const all = await records.versionsIn(tx, register, key);
    const personal = new Set([...personalFields(definition, new Set(definition.fields.map((field) => field.id))), definition.key]);
    const name = `erased-${randomUUID()}`;
    const ground = groundSchema.parse({ kind: found.groundKind, text: found.ground });
    const act = await beginAct(tx, actor, definition, { kind: 'erase', ground, note: undefined }, 1);
    await repository.eraseRecord(tx, register, key, { name, keep: definition.fields.flatMap((field) => (personal.has(field.id) ? [] : [field.id])) });
    await records.insertChanges(tx, register, [{ key: name, kind: 'erase', revision: Math.max(0, ...all.map(({ revision }) => revision)) + 1 }], act);
    await repository.decideErasure(tx, id, { ...decided, recordKey: name });
    await tellFollowers(tx, register);
  }, { timeoutMs: 60_000 });
}
