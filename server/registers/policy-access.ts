/** Who may do what with which fields of a register. Rights are kept in one place; this decides from them. Pure. */
import type { Actor } from '../platform/auth/actor.ts';
import { hasRole } from '../platform/auth/actor.ts';
import type { Definition, Field, RecordData, Value } from './schema-definition.ts';

/** `define`: to change what the register holds, which only systems may be given the right to; people who define are administrators. */
export const actions = ['read', 'search', 'write', 'subscribe', 'export', 'define'] as const;
export type Action = (typeof actions)[number];

export type Right = { id: string; agencyId: string | null; clientId: string | null; actions: readonly string[]; fields: readonly string[]; legalGround: string; /** Civil days; the last one is inclusive. */ validFrom: string; validTo: string | null };

/** `fields` may be seen, and with `write` changed; `ground` is why. */
export type Access = { allow: true; fields: ReadonlySet<string>; ground: string; owner: boolean } | { allow: false; reason: string };

const servants = new Set(['agency_officer', 'agency_manager', 'register_keeper']);

const inForce = (right: Right, today: string) => right.validFrom <= today && (right.validTo === null || today <= right.validTo);

/** Agencies whose rights the actor may use. */
export const agenciesOf = (actor: Actor): string[] => actor.roles.flatMap(({ role, agencyId }) => (servants.has(role) && agencyId !== null ? [agencyId] : []));

/** The keepers of the owner's may do everything; everybody else what the rights say that are in force. */
export function accessOf(actor: Actor, definition: Definition, rights: readonly Right[], action: Action, today: string): Access {
  const everything = new Set(definition.fields.map(({ id }) => id));
  if (actor.kind === 'system') return { allow: true, fields: everything, ground: 'platform', owner: true };
  if (action !== 'define' && hasRole(actor, 'register_keeper', definition.ownerAgencyId)) return { allow: true, fields: everything, ground: 'owner', owner: true };
  const agencies = new Set(agenciesOf(actor));
  const held = rights.filter(
    (right) => inForce(right, today) && right.actions.includes(action) && (right.clientId === null ? action !== 'define' && right.agencyId !== null && agencies.has(right.agencyId) : right.clientId === actor.client?.id),
  );
  const fields = new Set(held.flatMap((right) => right.fields).filter((field) => everything.has(field)));
  if (held.length > 0) return { allow: true, fields, ground: held.map(({ legalGround }) => legalGround).join('; '), owner: false };
  // Those who watch over the platform see that records exist and what everybody may know, never personal data.
  const watches = hasRole(actor, 'platform_administrator') || hasRole(actor, 'auditor');
  if (watches && (action === 'read' || action === 'search')) return { allow: true, fields: new Set(definition.fields.flatMap(({ id, sensitivity }) => (sensitivity === 'public' ? [id] : []))), ground: 'oversight', owner: false };
  return { allow: false, reason: 'no right in force' };
}

const dots = '••••';

/** What remains to be seen of a value. */
export function masked(field: Pick<Field, 'mask' | 'type'>, value: Value): string {
  const text = typeof value === 'object' ? '' : String(value);
  switch (field.mask) {
    case 'lastFour':
      return text.length > 6 ? `${dots}${text.slice(-4)}` : dots;
    case 'initial':
      return text === '' ? dots : `${text.slice(0, 1)}.`;
    case 'year':
      return field.type === 'date' ? text.slice(0, 4) : dots;
    case 'all':
      return dots;
  }
}

/** The content that a reader of `fields` sees, and the masks of the rest. */
export function visible(definition: Pick<Definition, 'fields'>, data: RecordData, fields: ReadonlySet<string>): { data: RecordData; masked: Record<string, string> } {
  const seen: RecordData = {};
  const masks: Record<string, string> = {};
  for (const field of definition.fields) {
    const value = data[field.id];
    if (value === undefined) continue;
    if (fields.has(field.id)) seen[field.id] = value;
    else masks[field.id] = masked(field, value);
  }
  return { data: seen, masked: masks };
}

/** Fields whose reading is recorded for the person concerned. */
export function personalFields(definition: Pick<Definition, 'fields'>, fields: ReadonlySet<string>): string[] {
  return definition.fields.flatMap(({ id, sensitivity }) => (fields.has(id) && (sensitivity === 'personal' || sensitivity === 'special') ? [id] : []));
}
