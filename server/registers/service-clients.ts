/** Information systems that call the API, and the rights in registers that they and agencies hold. */
import { createHash, randomBytes } from 'node:crypto';
import { audit } from '../platform/audit/index.ts';
import { clientActor, hasRole, type Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { isUniqueViolation, transaction } from '../platform/db/index.ts';
import { failure } from './errors.ts';
import * as repository from './repository-clients.ts';
import { clientRefSchema, grantRightSchema, newClientSchema, revokeRightSchema, type GrantRight, type NewClient } from './schema-clients.ts';
import { findDefinition } from './service-access.ts';

export type { Client, Right } from './repository-clients.ts';

const pageSize = 50;
const instance = 'UZ/GOV';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const newSecret = () => `yg_${randomBytes(32).toString('base64url')}`;

function administrator(actor: Actor): void {
  if (!hasRole(actor, 'platform_administrator')) throw failure('forbidden');
}

function watcher(actor: Actor): void {
  if (!hasRole(actor, 'platform_administrator') && !hasRole(actor, 'auditor')) throw failure('forbidden');
}

export async function listClients(actor: Actor, { after = null }: { after?: string | null }): Promise<{ clients: repository.Client[]; next: string | null }> {
  if (!hasRole(actor, 'register_keeper')) watcher(actor);
  const rows = await repository.clients({ after, limit: pageSize + 1 });
  const clients = rows.slice(0, pageSize);
  return { clients, next: rows.length > pageSize ? (clients.at(-1)?.code ?? null) : null };
}

/** Registers an information system. Its secret is told now and never again. */
export async function createClient(actor: Actor, input: NewClient): Promise<{ id: string; code: string; secret: string }> {
  administrator(actor);
  const { agencyId, subsystem, name, reason } = newClientSchema.parse(input);
  const code = `${instance}/${agencyId}/${subsystem}`;
  const secret = newSecret();
  try {
    return await transaction(async (tx) => {
      const id = await repository.insertClient(tx, { code, name, agencyId, secretHash: sha256(secret), createdAt: now() });
      await audit(tx, actor, { action: 'registers.create-client', subjectType: 'client', subjectId: id, agencyId, as: 'platform_administrator', reason, detail: { code } });
      return { id, code, secret };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw failure('clientExists', { code });
    throw error;
  }
}

/** Gives a new secret; the old one works no more. */
export async function renewSecret(actor: Actor, input: { id: string; reason: string }): Promise<{ secret: string }> {
  const { secret } = await changeClient(actor, input, 'renew-client-secret', () => {
    const fresh = newSecret();
    return { change: { secretHash: sha256(fresh) }, secret: fresh };
  });
  return { secret };
}

export async function disableClient(actor: Actor, input: { id: string; reason: string }): Promise<void> {
  await changeClient(actor, input, 'disable-client', () => ({ change: { disabledAt: now() }, secret: '' }));
}

async function changeClient(actor: Actor, input: { id: string; reason: string }, verb: string, make: () => { change: { secretHash: string } | { disabledAt: Date }; secret: string }): Promise<{ secret: string }> {
  administrator(actor);
  const { id, reason } = clientRefSchema.parse(input);
  const client = await repository.clientById(id);
  if (!client) throw failure('notFound');
  if (client.disabledAt) throw failure('clientDisabled');
  const { change, secret } = make();
  await transaction(async (tx) => {
    await repository.updateClient(tx, id, change);
    await audit(tx, actor, { action: `registers.${verb}`, subjectType: 'client', subjectId: id, agencyId: client.agencyId, as: 'platform_administrator', reason });
  });
  return { secret };
}

export type Caller = { outcome: 'known'; actor: Actor } | { outcome: 'unknown' } | { outcome: 'otherName' };

/** Who calls: by the secret (RFC 6750), which must belong to the name that the caller gives itself, if any. */
export async function authenticateClient(headers: Headers): Promise<Caller> {
  const secret = /^(?:Bearer )?(yg_[\w-]{43})$/.exec(headers.get('authorization') ?? '')?.[1];
  const client = secret === undefined ? null : await repository.clientBySecret(sha256(secret), now());
  if (!client) return { outcome: 'unknown' };
  const named = headers.get('information-mediator-client');
  if (named !== null && named !== client.code) return { outcome: 'otherName' };
  return { outcome: 'known', actor: clientActor(client, headers.get('x-request-id')) };
}

/** Keepers of the owner and administrators grant rights; nobody else. */
async function granter(actor: Actor, register: string) {
  const definition = await findDefinition(register);
  const keeper = hasRole(actor, 'register_keeper', definition.ownerAgencyId);
  if (!keeper && !hasRole(actor, 'platform_administrator')) throw failure('forbidden');
  return { definition, as: keeper ? ('register_keeper' as const) : ('platform_administrator' as const) };
}

export async function listRights(actor: Actor, { register }: { register: string }): Promise<{ rights: repository.Right[]; mayGrant: boolean }> {
  const definition = await findDefinition(register);
  const keeper = hasRole(actor, 'register_keeper', definition.ownerAgencyId);
  if (!keeper) watcher(actor);
  return { rights: await repository.rightsOf({ registerId: register }), mayGrant: keeper || hasRole(actor, 'platform_administrator') };
}

export async function grantRight(actor: Actor, input: GrantRight): Promise<{ id: string }> {
  const { register, agencyId, clientId, actions, fields, legalGround, validFrom, validTo } = grantRightSchema.parse(input);
  const { definition, as } = await granter(actor, register);
  // What a register holds is not its keepers' to decide, so neither is who else may.
  if (actions.includes('define')) administrator(actor);
  if (fields.some((field) => !definition.fields.some(({ id }) => id === field))) throw failure('notFound');
  const client = clientId === null ? null : await repository.clientById(clientId);
  if (clientId !== null && (!client || client.disabledAt)) throw failure('notFound');
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  return transaction(async (tx) => {
    const id = await repository.insertRight(tx, { registerId: register, agencyId, clientId, actions: [...new Set(actions)], fields: [...new Set(fields)], legalGround, validFrom: day(validFrom), validTo: validTo === null ? null : day(validTo), grantedById: actor.userId, grantedByName: actor.name, grantedAt: now() });
    await audit(tx, actor, { action: 'registers.grant-right', subjectType: 'register', subjectId: register, agencyId: definition.ownerAgencyId, as, reason: legalGround, detail: { right: id, holder: client?.code ?? agencyId ?? '', actions: actions.join(' '), fields: fields.join(' ') } });
    return { id };
  });
}

/** Takes a right away, with effect from the next call. */
export async function revokeRight(actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const { id, reason } = revokeRightSchema.parse(input);
  await transaction(async (tx) => {
    const right = await repository.rightById(tx, id);
    if (!right) throw failure('notFound');
    const { definition, as } = await granter(actor, right.registerId);
    if (right.revokedAt) return;
    await repository.revokeRight(tx, id, { revokedAt: now(), revokedReason: reason });
    await audit(tx, actor, { action: 'registers.revoke-right', subjectType: 'register', subjectId: right.registerId, agencyId: definition.ownerAgencyId, as, reason, detail: { right: id } });
  });
}
