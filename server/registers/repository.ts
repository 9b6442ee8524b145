import type { Actor } from '../platform/auth/actor.ts';
import { now } from '../platform/clock/index.ts';
import { db, type Db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import type { Individual, LegalEntity, Reading } from './schema.ts';

const individualFields = {
  pinfl: true, surname: true, givenName: true, patronymic: true, sex: true, birthDate: true, birthPlace: true, passport: true,
  passportIssuedOn: true, passportExpiresOn: true, citizenship: true, districtCode: true, address: true, spousePinfl: true,
  motherPinfl: true, fatherPinfl: true, phone: true, diedOn: true,
} as const;

const entityFields = {
  stir: true, name: true, legalForm: true, registeredOn: true, directorPinfl: true, activityCode: true, districtCode: true,
  address: true, charterCapital: true, state: true,
} as const;

const day = (date: Date): string => date.toISOString().slice(0, 10);

type IndividualRow = NonNullable<Awaited<ReturnType<typeof individualRow>>>;
const individualRow = (tx: Db, pinfl: string) => tx.individual.findUnique({ where: { pinfl }, select: individualFields });

function toIndividual(row: IndividualRow): Individual {
  return {
    ...row,
    sex: row.sex === 'male' ? 'male' : 'female',
    birthDate: day(row.birthDate),
    passportIssuedOn: day(row.passportIssuedOn),
    passportExpiresOn: day(row.passportExpiresOn),
    regionCode: row.districtCode.slice(0, 4),
    diedOn: row.diedOn && day(row.diedOn),
  };
}

export async function individualByPinfl(pinfl: string): Promise<Individual | null> {
  const row = await individualRow(db(), pinfl);
  return row && toIndividual(row);
}

export async function childrenOf(pinfl: string): Promise<Individual[]> {
  const rows = await db().individual.findMany({
    where: { OR: [{ motherPinfl: pinfl }, { fatherPinfl: pinfl }] },
    select: individualFields,
    orderBy: { birthDate: 'desc' },
    take: 30,
  });
  return rows.map(toIndividual);
}

type EntityRow = NonNullable<Awaited<ReturnType<typeof entityRow>>>;
const entityRow = (tx: Db, stir: string) => tx.legalEntity.findUnique({ where: { stir }, select: entityFields });

function toEntity(row: EntityRow): LegalEntity {
  return {
    ...row,
    registeredOn: day(row.registeredOn),
    charterCapital: Number(row.charterCapital),
    state: row.state === 'closed' || row.state === 'liquidating' ? row.state : 'active',
  };
}

export async function entityByStir(stir: string): Promise<LegalEntity | null> {
  const row = await entityRow(db(), stir);
  return row && toEntity(row);
}

export async function entitiesOfDirector(pinfl: string): Promise<LegalEntity[]> {
  const rows = await db().legalEntity.findMany({ where: { directorPinfl: pinfl }, select: entityFields, orderBy: { stir: 'asc' }, take: 30 });
  return rows.map(toEntity);
}

export async function recordReading(actor: Actor, register: string, recordKey: string, reading: Reading, fields: readonly string[]): Promise<void> {
  await db().registerRead.create({
    data: {
      at: now(),
      register,
      recordKey,
      readerId: actor.userId,
      readerName: actor.name,
      agencyId: reading.agencyId ?? null,
      purpose: reading.purpose,
      fields: [...fields],
      ground: reading.ground ?? null,
      requestId: actor.requestId,
    },
    select: { id: true },
  });
}

export type RegisterReading = { id: string; at: Date; readerName: string; agencyId: string | null; purpose: string; fields: string[] };

/** Readings of a record by others than `readerId`, newest first, before the reading `before`. */
export async function readingsOf({ register, recordKey, readerId, before, limit }: { register: string; recordKey: string; readerId: string | null; before: string | null; limit: number }): Promise<RegisterReading[]> {
  const rows = await db().registerRead.findMany({
    where: { register, recordKey, ...(readerId !== null && { OR: [{ readerId: null }, { readerId: { not: readerId } }] }), ...(before !== null && { id: { lt: BigInt(before) } }) },
    select: { id: true, at: true, readerName: true, agencyId: true, purpose: true, fields: true },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return rows.map(({ id, ...row }) => ({ id: String(id), ...row }));
}

export type Territory = { code: string; parentCode: string | null; name: LocalizedText };

export async function allTerritories(): Promise<Territory[]> {
  const rows = await db().territory.findMany({ select: { code: true, parentCode: true, name: true }, orderBy: { code: 'asc' } });
  return rows.map((row) => ({ code: row.code, parentCode: row.parentCode, name: row.name as LocalizedText }));
}
