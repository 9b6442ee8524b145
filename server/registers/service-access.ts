/** Opening a register: its definition, and what the actor may do with it. Every function over records begins here. */
import type { Actor } from '../platform/auth/actor.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { migrateData } from './engine-evolution.ts';
import { failure } from './errors.ts';
import { accessOf, actions, agenciesOf, visible, type Access, type Action } from './policy-access.ts';
import * as definitions from './repository-definitions.ts';
import type { Version } from './repository-records.ts';
import { registerIdSchema, type Definition } from './schema-definition.ts';
import type { RecordView } from './schema-records.ts';

export type Opened = { definition: Definition; minor: number; access: Access & { allow: true }; today: string };

/** Fails with `notFound` or, for whoever has no right, `forbidden`. */
export async function openRegister(actor: Actor, register: string, action: Action): Promise<Opened> {
  const found = registerIdSchema.safeParse(register).success ? await definitions.published(register) : null;
  if (!found) throw failure('notFound');
  const today = civilDay(now());
  const access = accessOf(actor, found.definition, await rightsOf(actor, register), action, today);
  if (!access.allow) throw failure('forbidden');
  return { ...found, access, today };
}

async function rightsOf(actor: Actor, register: string) {
  if (actor.kind === 'system' || actor.kind === 'anonymous') return [];
  const agencies = actor.roles.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId]));
  return definitions.rightsHeld(register, agencies, actor.client?.id ?? null);
}

/** Whether the rights of the actor's agency open any register to it. */
export async function holdsRights(actor: Actor): Promise<boolean> {
  const agencies = agenciesOf(actor);
  return agencies.length > 0 && definitions.anyRightHeld(agencies, civilDay(now()));
}

export function toView(definition: Definition, version: Version, fields: ReadonlySet<string>): RecordView {
  const { key, revision, from, to, recordedFrom, recordedTo, data } = version;
  return { register: definition.id, key, revision, definition: version.definition, valid: { from, to }, recorded: { from: recordedFrom, to: recordedTo }, ...visible(definition, data, fields) };
}

/** Versions of definitions before the one in force, in the fields of the one in force. */
export async function upcast<V extends Version>(definition: Definition, versions: readonly V[]): Promise<V[]> {
  if (versions.every((version) => version.definition >= definition.version)) return [...versions];
  return Promise.all(versions.map(async (version) => (version.definition >= definition.version ? version : { ...version, data: migrateData(await definitions.stepsBetween(definition.id, version.definition, definition.version), version.data) })));
}

/** Registers in which the actor may do something, with what. */
export async function listRegisters(actor: Actor): Promise<{ definition: Definition; minor: number; actions: Action[] }[]> {
  const today = civilDay(now());
  const all = await definitions.allPublished();
  return Promise.all(all.map(async ({ definition, minor }) => {
    const rights = await rightsOf(actor, definition.id);
    return { definition, minor, actions: actions.filter((action) => accessOf(actor, definition, rights, action, today).allow) };
  }));
}

/** The definition of a register: public, as the law that it rests on. Fails with `notFound`. */
export async function findDefinition(register: string, version?: number): Promise<Definition> {
  if (!registerIdSchema.safeParse(register).success) throw failure('notFound');
  const found = version === undefined ? ((await definitions.published(register))?.definition ?? null) : await definitions.versionOf(register, version);
  if (!found) throw failure('notFound');
  return found;
}

/** What the actor may do with a register. Fails with `notFound`. */
export async function listActions(actor: Actor, register: string): Promise<ReadonlySet<Action>> {
  const definition = await findDefinition(register);
  const rights = await rightsOf(actor, register);
  const today = civilDay(now());
  return new Set(actions.filter((action) => accessOf(actor, definition, rights, action, today).allow));
}

/** Published versions of a definition, newest first: public. */
export const listVersions = (register: string): Promise<definitions.PublishedVersion[]> => definitions.versionsOf(register);
