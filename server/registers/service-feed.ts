/** What a follower of a register is told: changes in order, with what its right names at this moment. */
import { clientActor, type Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { Failure } from '../platform/errors/index.ts';
import { personalFields } from './policy-access.ts';
import * as feed from './repository-feed.ts';
import * as readings from './repository-readings.ts';
import type { Version } from './repository-records.ts';
import type { Subscription } from './repository-subscriptions.ts';
import type { Definition, Scalar } from './schema-definition.ts';
import { mostBehind, type ChangeEvent, type Lag } from './schema-subscriptions.ts';
import { openRegister, toView, type Opened } from './service-access.ts';

/** Changes looked through for one batch, so that a narrow filter does not read the whole feed at once. */
const mostScanned = 1_000;

export type Following = Opened & { actor: Actor };

/** The register as the follower may see it now. Null when its right has ended, or does not name what the subscription needs. */
export async function openForFollower({ client, registerId, filters }: Pick<Subscription, 'registerId' | 'filters'> & { client: Subscription['client'] }): Promise<Following | null> {
  if (client.disabledAt !== null) return null;
  const actor = clientActor(client, null);
  try {
    const opened = await openRegister(actor, registerId, 'subscribe');
    const { access, definition } = opened;
    // Without its key a record cannot be followed, and what may not be seen may not be guessed at by a filter.
    return [definition.key, ...Object.keys(filters)].every((field) => access.fields.has(field)) ? { ...opened, actor } : null;
  } catch (error) {
    if (error instanceof Failure && error.category === 'forbidden') return null;
    throw error;
  }
}

const fits = (filters: Readonly<Record<string, string>>, data: Readonly<Record<string, unknown>>) => Object.entries(filters).every(([field, value]) => String(data[field] as Scalar | undefined) === value);

/** A record that fits, or did before the change: a follower must learn that it does not any more. */
async function wanted({ registerId, filters, kinds }: Subscription, changes: readonly feed.Change[]): Promise<feed.Change[]> {
  const ofKind = changes.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind) || kind === 'erase');
  if (Object.keys(filters).length === 0 || ofKind.length === 0) return ofKind;
  const touched = await feed.touchedBy(registerId, [...new Set(ofKind.map(({ key }) => key))], [...new Set(ofKind.map(({ act }) => act))]);
  return ofKind.filter((change) => change.kind === 'erase' || touched.some(({ key, act, closedBy, data }) => key === change.key && (act === change.act || closedBy === change.act) && fits(filters, data)));
}

function toEvent(definition: Definition, fields: ReadonlySet<string>, { seq, key, kind, revision, at }: feed.Change, version: Version | undefined): ChangeEvent {
  const told = { seq, register: definition.id, key, kind, revision, at: at.toISOString() };
  if (!version || kind === 'erase' || key.startsWith('erased-')) return { ...told, valid: null, data: null, masked: {} };
  const { valid, data, masked } = toView(definition, version, fields);
  return { ...told, valid, data, masked };
}

export type Batch = { events: ChangeEvent[]; /** Everything up to here has been told or was not asked for. */ cursor: number; more: boolean };

/** The next changes after a number. */
export async function readBatch(subscription: Subscription, { definition, access, today }: Following, after: number, limit: number): Promise<Batch> {
  const { seq } = await feed.settled(definition.id);
  const scanned = await feed.changesBetween(definition.id, after, seq, mostScanned);
  const fitting = await wanted(subscription, scanned);
  const chosen = fitting.slice(0, limit);
  const current = chosen.length === 0 ? new Map<string, Version>() : await feed.currentOf(definition.id, [...new Set(chosen.map(({ key }) => key))], today);
  const asked = { ...definition, fields: definition.fields.filter(({ id }) => subscription.fields.includes(id)) };
  const events = chosen.map((change) => toEvent(asked, access.fields, change, current.get(change.key)));
  const cut = fitting.length > limit;
  return { events, cursor: (cut ? chosen.at(-1) : scanned.at(-1))?.seq ?? after, more: cut || scanned.length === mostScanned };
}

/** Notes for the persons concerned that their data is handed out: before it is. */
export async function noteHandingOut(subscription: Subscription, { actor, definition, access }: Following, events: readonly ChangeEvent[]): Promise<void> {
  const given = new Set(subscription.fields.filter((field) => access.fields.has(field)));
  const personal = personalFields(definition, given);
  const keys = [...new Set(events.flatMap(({ key, data }) => (data === null ? [] : [key])))];
  if (keys.length > 0 && personal.length > 0) await readings.recordReadings(actor, definition.id, keys, { purpose: subscription.purpose }, personal);
}

export async function lagOf({ registerId, acknowledged }: Pick<Subscription, 'registerId' | 'acknowledged'>, after = acknowledged): Promise<Lag> {
  const { count, oldestAt } = await feed.behind(registerId, after, mostBehind);
  return { behind: Math.min(count, mostBehind), exact: count <= mostBehind, oldestAt };
}

/** Age of the oldest change of a batch. */
export function secondsOld(events: readonly ChangeEvent[]): number {
  const [first] = events;
  return first ? Math.max(0, Math.round((now().getTime() - Date.parse(first.at)) / 1_000)) : 0;
}
