/** What the registers hold on the signed-in person. */
import type { Actor } from '../platform/auth/actor.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { isPinfl } from './identifiers.ts';
import { masked } from './policy-access.ts';
import { allPublished } from './repository-definitions.ts';
import * as lists from './repository-lists.ts';
import * as readings from './repository-readings.ts';
import * as records from './repository-records.ts';
import type { Definition, Field, RecordData, Value } from './schema-definition.ts';
import { readingCursorSchema } from './schema.ts';
import { openRegister } from './service-access.ts';

export type OwnRecords = { definition: Definition; records: { key: string; revision: number; valid: { from: string; to: string | null }; data: RecordData }[] };

const mostOfRegister = 50;
const pageSize = 20;
/** A family's own affairs: names and numbers of the next of kin are no secret to them. */
const family = new Set(['individuals', 'civil-acts']);

/** Other people's numbers in a record that also concerns them are none of the reader's business. */
function withoutOthers(definition: Definition, data: RecordData, pinfl: string): RecordData {
  if (family.has(definition.id)) return data;
  const hide = (fields: readonly Field[], values: Readonly<Record<string, Value>>): RecordData =>
    Object.fromEntries(Object.entries(values).map(([id, value]): [string, Value] => {
      const field = fields.find((one) => one.id === id);
      if (field?.type === 'reference' && field.register === 'individuals' && value !== pinfl) return [id, masked(field, value)];
      if (field?.type === 'list' && Array.isArray(value)) return [id, value.map((entry) => hide(field.items, entry) as Record<string, string>)];
      return [id, value];
    }));
  return hide(definition.fields, data);
}

/** Every record of every register that concerns the person: their own, and those that name them. */
export async function listOwnRecords(actor: Actor): Promise<OwnRecords[]> {
  const { pinfl } = actor;
  if (pinfl === null || !isPinfl(pinfl)) return [];
  const today = civilDay(now());
  const found = await Promise.all((await allPublished()).map(async ({ definition }): Promise<OwnRecords> => {
    if (definition.id === 'individuals') {
      const own = await records.current('individuals', pinfl, today);
      return { definition, records: own ? [own].map((row) => toOwn(definition, row, pinfl)) : [] };
    }
    const naming = await lists.referring(definition.id, [`individuals:${pinfl}`], today, mostOfRegister);
    return { definition, records: naming.map((row) => toOwn(definition, row, pinfl)) };
  }));
  return found.filter((one) => one.records.length > 0);
}

const toOwn = (definition: Definition, { key, revision, from, to, data }: records.Version, pinfl: string) => ({ key, revision, valid: { from, to }, data: withoutOthers(definition, data, pinfl) });

/** Whether a record concerns the person. */
export async function concerns(pinfl: string, register: string, key: string): Promise<boolean> {
  if (register === 'individuals') return key === pinfl;
  const naming = await lists.referring(register, [`individuals:${pinfl}`], civilDay(now()), mostOfRegister);
  return naming.some((row) => row.key === key);
}

/** Who else read the records that concern the signed-in person, newest first. */
export async function listReadingsOfOwn(actor: Actor, { before = null }: { before?: string | null } = {}): Promise<{ readings: readings.RegisterReading[]; next: string | null }> {
  const own = await listOwnRecords(actor);
  const pairs = own.flatMap(({ definition, records: rows }) => rows.map(({ key }) => ({ register: definition.id, recordKey: key })));
  const rows = await readings.readingsOf({ records: pairs, readerId: actor.userId, before: before === null ? null : readingCursorSchema.parse(before), limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  return { readings: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

export type OwnerReading = readings.RegisterReading & { agencyName: string | null; clientName: string | null };

/** Readings of a person's record, for a system that may read it: through which the person asks who has. */
export async function listReadingsForOwner(actor: Actor, { register, pinfl }: { register: string; pinfl: string }): Promise<OwnerReading[]> {
  await openRegister(actor, register, 'read');
  const keys = register === 'individuals' ? [pinfl] : (await lists.referring(register, [`individuals:${pinfl}`], civilDay(now()), mostOfRegister)).map(({ key }) => key);
  const rows = await readings.readingsOf({ records: keys.map((recordKey) => ({ register, recordKey })), readerId: null, before: null, limit: 200 });
  const names = await readings.readerNames(rows);
  return rows.map((row) => ({ ...row, agencyName: row.agencyId === null ? null : (names.agencies.get(row.agencyId) ?? row.agencyId), clientName: row.clientId === null ? null : (names.clients.get(row.clientId) ?? null) }));
}
