/** Versions of records, in SQL: what the schema language of the client cannot say. */
import { Prisma } from '../../prisma/generated/client/client.ts';
import { prepared, type Db } from '../platform/db/index.ts';
import type { Segment } from './engine-history.ts';
import type { RecordData } from './schema-definition.ts';

export type Version = Segment & { key: string; recordedFrom: string; recordedTo: string | null; revision: number; definition: number; act: string };

type Row = { key: string; valid_from: string; valid_to: string | null; recorded_from: Date; recorded_to: Date | null; revision: number; definition: number; act: string | bigint; data: RecordData };

/** Names come from `registerIdSchema`, which lets through nothing that a quoted name would not. */
export const partition = (register: string): string => `register."version_${register.replaceAll('-', '_')}"`;

/** Of the table `v`; a version is shown with its record's revision, which is the newest of what is believed now. */
export const columnsOf = (register: string) => `v.key, v.valid_from::text, nullif(v.valid_to::text, 'infinity') as valid_to, v.recorded_from, nullif(v.recorded_to, 'infinity') as recorded_to,
  coalesce((select max(o.revision) from ${partition(register)} o where o.key = v.key and o.recorded_to = 'infinity'), v.revision) as revision, v.definition, v.act, v.data`;

const own = `key, valid_from::text, nullif(valid_to::text, 'infinity') as valid_to, recorded_from, nullif(recorded_to, 'infinity') as recorded_to, revision, definition, act, data`;

export const toVersion = (row: Row): Version => ({
  key: row.key,
  from: row.valid_from,
  to: row.valid_to,
  recordedFrom: row.recorded_from.toISOString(),
  recordedTo: row.recorded_to?.toISOString() ?? null,
  revision: row.revision,
  definition: row.definition,
  act: String(row.act),
  data: row.data,
});

/** What is believed now of a record on a civil day. */
export async function current(register: string, key: string, day: string): Promise<Version | null> {
  const [row] = await prepared<Row>(`${register}.current`, `select ${columnsOf(register)} from ${partition(register)} v where key = $1 and valid_from <= $2::date and valid_to > $2::date and recorded_to = 'infinity'`, [key, day]);
  return row ? toVersion(row) : null;
}

/** What was believed at an instant of a record on a civil day. */
export async function asOf(register: string, key: string, day: string, known: string): Promise<Version | null> {
  const [row] = await prepared<Row>(
    `${register}.asOf`,
    `select ${columnsOf(register)} from ${partition(register)} v where key = $1 and valid_from <= $2::date and valid_to > $2::date and recorded_from <= $3::timestamptz and recorded_to > $3::timestamptz`,
    [key, day, known],
  );
  return row ? toVersion(row) : null;
}

/** Everything ever believed of a record, newest belief first. */
export async function versions(register: string, key: string): Promise<(Version & { closedBy: string | null })[]> {
  const rows = await prepared<Row & { closed_by: string | null }>(`${register}.versions`, `select ${own}, closed_by::text from ${partition(register)} where key = $1 order by recorded_from desc, valid_from desc limit 2000`, [key]);
  return rows.map((row) => ({ ...toVersion(row), closedBy: row.closed_by }));
}

const fromAll = `= any($1::text[]) and recorded_to = 'infinity' order by key, valid_from for update`;

/** What is believed of many records, locked until the transaction ends. */
export async function lockTimelines(tx: Db, register: string, keys: readonly string[]): Promise<Map<string, Version[]>> {
  const rows = await tx.$queryRawUnsafe<Row[]>(`select ${own} from ${partition(register)} where key ${fromAll}`, [...keys]);
  const timelines = new Map<string, Version[]>();
  for (const version of rows.map(toVersion)) timelines.set(version.key, [...(timelines.get(version.key) ?? []), version]);
  return timelines;
}

/** Makes other writers of the record wait until this transaction ends, and tells what is believed of it. */
export async function lockTimeline(tx: Db, register: string, key: string): Promise<Version[]> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${register}:${key}`}, 0))`;
  const rows = await tx.$queryRawUnsafe<Row[]>(`select ${own} from ${partition(register)} where key = $1 and recorded_to = 'infinity' order by valid_from for update`, key);
  return rows.map(toVersion);
}

/** Somebody else has changed the record in the meantime. */
export class ClosedMeanwhile extends Error {}

export type ActRow = { at: Date; kind: string; groundKind: string; ground: string; note: string | null; actorId: string | null; actorName: string; clientId: string | null; agencyId: string | null; requestId: string | null };

export async function insertAct(tx: Db, act: ActRow): Promise<string> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`insert into register.act (at, kind, ground_kind, ground, note, actor_id, actor_name, client_id, agency_id, request_id)
    values (${act.at}::timestamptz, ${act.kind}, ${act.groundKind}, ${act.ground}, ${act.note}, ${act.actorId}::uuid, ${act.actorName}, ${act.clientId}::uuid, ${act.agencyId}, ${act.requestId}) returning id`;
  return String(rows[0]?.id);
}

/** Ends the belief in versions. */
export async function closeVersions(tx: Db, register: string, versionsToClose: readonly Version[], at: string, act: string): Promise<void> {
  for (const version of versionsToClose) {
    const closed = await tx.$executeRawUnsafe(
      `update ${partition(register)} set recorded_to = $1::timestamptz, closed_by = $2::bigint where key = $3 and recorded_from = $4::timestamptz and valid_from = $5::date and recorded_to = 'infinity'`,
      at, act, version.key, version.recordedFrom, version.from,
    );
    if (closed !== 1) throw new ClosedMeanwhile();
  }
}

export type NewVersion = { key: string; from: string; to: string | null; revision: number; data: RecordData; refs: readonly string[]; words: string };

/** Begins the belief in versions: one statement for any number of them. */
export async function insertVersions(tx: Db, register: string, rows: readonly NewVersion[], { at, act, definition }: { at: string; act: string; definition: number }): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into ${partition(register)} (register, key, valid_from, valid_to, recorded_from, revision, definition, act, data, refs, words)
      select $1, key, valid_from::date, coalesce(valid_to, 'infinity')::date, $2::timestamptz, revision, $3::int, $4::bigint, data::jsonb, string_to_array(refs, E'\\x1f'), array_to_tsvector(string_to_array(words, ' '))
      from unnest($5::text[], $6::text[], $7::text[], $8::int[], $9::text[], $10::text[], $11::text[]) as t (key, valid_from, valid_to, revision, data, refs, words)`,
    register, at, definition, act,
    rows.map(({ key }) => key), rows.map(({ from }) => from), rows.map(({ to }) => to), rows.map(({ revision }) => revision), rows.map(({ data }) => JSON.stringify(data)), rows.map(({ refs }) => refs.join('\x1f')), rows.map(({ words }) => words),
  );
}

/** Tells followers of the register that records changed, in the order of writing. */
export async function insertChanges(tx: Db, register: string, rows: readonly { key: string; kind: string; revision: number }[], act: string): Promise<void> {
  await tx.$executeRaw`select register.announce(${register})`;
  await tx.$executeRaw`insert into register.change (register, key, kind, act, revision)
    select ${register}, key, kind, ${act}::bigint, revision from unnest(${rows.map(({ key }) => key)}::text[], ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ revision }) => revision)}::int[]) as t (key, kind, revision)`;
}

/** Which of the keys name a record that is believed to exist at some time, or was merged into one. */
export async function existing(tx: Db, register: string, keys: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRawUnsafe<{ key: string }[]>(
    `select key from ${partition(register)} where key = any($1::text[]) and recorded_to = 'infinity' union select key from register.alias where register = $2 and key = any($1::text[]) and reversed_by is null`,
    [...keys], register,
  );
  return new Set(rows.map(({ key }) => key));
}

/** Records, other than the given one, with this value in a field at some time in the period. */
export async function holdersOf(tx: Db, register: string, field: string, value: string, key: string, period: { from: string; to: string | null }): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ key: string }[]>(
    `select key from ${partition(register)} where data ->> '${field}' = $1 and key <> $2 and recorded_to = 'infinity' and valid_from < coalesce($4, 'infinity')::date and valid_to > $3::date limit 1`,
    value, key, period.from, period.to,
  );
  return rows.map((row) => row.key);
}

/** Which record has each of the values in a field, till further notice. */
export async function holdersOfMany(tx: Db, register: string, field: string, values: readonly string[]): Promise<Map<string, string>> {
  if (values.length === 0) return new Map();
  const rows = await tx.$queryRawUnsafe<{ key: string; value: string }[]>(`select key, data ->> '${field}' as value from ${partition(register)} where data ->> '${field}' = any($1::text[]) and recorded_to = 'infinity' and valid_to = 'infinity'`, [...values]);
  return new Map(rows.map(({ key, value }) => [value, key]));
}

export type Act = { id: string; at: Date; kind: string; groundKind: string; ground: string; note: string | null; actorName: string; agencyId: string | null };

export async function actsByIds(ids: readonly string[]): Promise<Act[]> {
  return prepared<Act>('register.acts', `select id::text, at, kind, ground_kind as "groundKind", ground, note, actor_name as "actorName", agency_id as "agencyId" from register.act where id = any($1::bigint[])`, [ids]);
}

/** Opens the partition of a register and the indexes that its definition asks for. */
export async function openPartition(tx: Db, register: string, indexes: { fields: readonly string[]; unique: readonly string[] }): Promise<void> {
  await tx.$executeRaw`select register.open(${register})`;
  const name = (field: string, kind: string) => `version_${register.replaceAll('-', '_')}_${field.slice(0, 14)}${field.length > 14 ? field.length : ''}_${kind}`.slice(0, 63);
  for (const field of indexes.fields) await tx.$executeRaw(Prisma.raw(`create index if not exists "${name(field, 'by')}" on ${partition(register)} ((data ->> '${field}'), key)`));
  for (const field of indexes.unique) await tx.$executeRaw(Prisma.raw(`create unique index if not exists "${name(field, 'once')}" on ${partition(register)} ((data ->> '${field}')) where recorded_to = 'infinity' and valid_to = 'infinity'`));
}

/** Whether a key means another record now, for those who are in a transaction. */
export async function isAlias(tx: Db, register: string, key: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from register.alias where register = ${register} and key = ${key} and reversed_by is null`;
  return rows.length > 0;
}

/** The record that a key of a merged record now means: merged in its turn, it leads on. */
export async function aliasOf(register: string, key: string): Promise<string | null> {
  const [row] = await prepared<{ into_key: string }>(
    'register.alias',
    `with recursive way (into_key, step) as (
        select into_key, 1 from register.alias where register = $1 and key = $2 and reversed_by is null
        union all select a.into_key, step + 1 from way join register.alias a on a.register = $1 and a.key = way.into_key and a.reversed_by is null)
      select into_key from way order by step desc limit 1`,
    [register, key],
  );
  return row?.into_key ?? null;
}

export async function insertAlias(tx: Db, { register, key, into, act }: { register: string; key: string; into: string; act: string }): Promise<void> {
  await tx.$executeRaw`insert into register.alias (register, key, into_key, act) values (${register}, ${key}, ${into}, ${act}::bigint)`;
}

/** What a record was merged into, and by which act. */
export async function activeAlias(register: string, key: string): Promise<{ into: string; act: string } | null> {
  const [row] = await prepared<{ into: string; act: string }>('register.activeAlias', 'select into_key as "into", act::text from register.alias where register = $1 and key = $2 and reversed_by is null', [register, key]);
  return row ?? null;
}

export async function reverseAlias(tx: Db, { register, key, act }: { register: string; key: string; act: string }): Promise<void> {
  const reversed = await tx.$executeRaw`update register.alias set reversed_by = ${act}::bigint where register = ${register} and key = ${key} and reversed_by is null`;
  if (reversed !== 1) throw new ClosedMeanwhile();
}

/** Keys that now mean this record. */
export async function mergedInto(register: string, key: string): Promise<string[]> {
  const rows = await prepared<{ key: string }>(
    'register.mergedInto',
    `with recursive gone (key) as (
        select key from register.alias where register = $1 and into_key = $2 and reversed_by is null
        union select a.key from gone join register.alias a on a.register = $1 and a.into_key = gone.key and a.reversed_by is null)
      select key from gone order by key limit 50`,
    [register, key],
  );
  return rows.map((row) => row.key);
}

/** Everything ever believed of a record, in a transaction. */
export async function versionsIn(tx: Db, register: string, key: string): Promise<(Version & { closedBy: string | null })[]> {
  const rows = await tx.$queryRawUnsafe<(Row & { closed_by: string | null })[]>(`select ${own}, closed_by::text from ${partition(register)} where key = $1`, key);
  return rows.map((row) => ({ ...toVersion(row), closedBy: row.closed_by }));
}

/** Acts that concerned a record, whether or not they changed what it says. */
export async function actsOn(register: string, key: string): Promise<string[]> {
  return (await prepared<{ act: string }>('register.actsOn', 'select distinct act::text from register.change where register = $1 and key = $2 limit 2000', [register, key])).map(({ act }) => act);
}
