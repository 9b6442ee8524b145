/** Readings of personal data: who, when, why; shown to the person concerned. */
import type { Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { db, prepared } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import type { Reading } from './schema.ts';

/** Records the reading of any number of records of a register in one statement. */
export async function recordReadings(actor: Actor, register: string, keys: readonly string[], reading: Reading, fields: readonly string[]): Promise<void> {
  await prepared(
    'register.recordReadings',
    `insert into "RegisterRead" (at, register, "recordKey", "readerId", "readerName", "clientId", "agencyId", purpose, fields, ground, "requestId")
      select $1, $2, key, $4::uuid, $5, $6::uuid, $7, $8, $9::text[], $10, $11 from unnest($3::text[]) as key`,
    [now(), register, keys, actor.userId, actor.name, actor.client?.id ?? null, reading.agencyId ?? actor.client?.agencyId ?? null, reading.purpose, fields, reading.ground ?? null, actor.requestId],
  );
}

export type RegisterReading = { id: string; at: Date; register: string; readerName: string; clientId: string | null; agencyId: string | null; purpose: string; fields: string[] };

/** Readings of records by others than `readerId`, newest first, before the reading `before`. */
export async function readingsOf({ records, readerId, before, limit }: { records: readonly { register: string; recordKey: string }[]; readerId: string | null; before: string | null; limit: number }): Promise<RegisterReading[]> {
  if (records.length === 0) return [];
  const rows = await db().registerRead.findMany({
    where: { AND: [{ OR: [...records] }, readerId === null ? {} : { OR: [{ readerId: null }, { readerId: { not: readerId } }] }], ...(before !== null && { id: { lt: BigInt(before) } }) },
    select: { id: true, at: true, register: true, readerName: true, clientId: true, agencyId: true, purpose: true, fields: true },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return rows.map(({ id, ...row }) => ({ id: String(id), ...row }));
}

/** Names of the agencies and systems that have read. */
export async function readerNames(rows: readonly Pick<RegisterReading, 'agencyId' | 'clientId'>[]): Promise<{ agencies: Map<string, string>; clients: Map<string, string> }> {
  const ids = (name: 'agencyId' | 'clientId') => [...new Set(rows.flatMap((row) => row[name] ?? []))];
  const [agencies, clients] = [await db().agency.findMany({ where: { id: { in: ids('agencyId') } }, select: { id: true, name: true } }), await db().apiClient.findMany({ where: { id: { in: ids('clientId') } }, select: { id: true, name: true } })];
  return { agencies: new Map(agencies.map(({ id, name }) => [id, (name as LocalizedText).en])), clients: new Map(clients.map(({ id, name }) => [id, name])) };
}
