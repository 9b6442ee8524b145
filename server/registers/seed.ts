import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { demoPersons, demoRelatives } from '../identity/demo-persons.ts';
import { db } from '../platform/db/index.ts';
import { localizedTextSchema } from '../platform/i18n/locales.ts';
import { legalEntities, Population, type District } from './generator.ts';
import type { Individual, LegalEntity } from './schema.ts';

const territorySchema = z.array(z.strictObject({ code: z.string(), parent: z.string().optional(), name: localizedTextSchema }));
const calendarSchema = z.array(z.strictObject({ date: z.iso.date(), working: z.boolean(), title: localizedTextSchema }));
const amountSchema = z.array(z.strictObject({ validFrom: z.iso.date(), soum: z.number().int().positive() }));

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../prisma/seed', name), 'utf8'));
}

const date = (day: string) => new Date(`${day}T00:00:00Z`);

/** Territories, the national calendar and base amounts: shipped data, the same everywhere. */
export async function seedDirectories(): Promise<void> {
  const territories = territorySchema.parse(read('territories.json'));
  await db().territory.createMany({ data: territories.map(({ code, parent, name }) => ({ code, parentCode: parent ?? null, name })), skipDuplicates: true });
  const days = calendarSchema.parse(read('calendar.json'));
  await db().calendarDay.createMany({ data: days.map((day) => ({ ...day, date: date(day.date) })), skipDuplicates: true });
  const amounts = amountSchema.parse(read('base-amounts.json'));
  await db().baseAmount.createMany({ data: amounts.map(({ validFrom, soum }) => ({ validFrom: date(validFrom), soum })), skipDuplicates: true });
}

const row = ({ regionCode: _region, ...person }: Individual) => ({
  ...person,
  birthDate: date(person.birthDate),
  passportIssuedOn: date(person.passportIssuedOn),
  passportExpiresOn: date(person.passportExpiresOn),
  diedOn: person.diedOn === null ? null : date(person.diedOn),
});

/** Records of the demo persons, so that signing in as one finds a consistent register. */
export function demoIndividuals(home: District): Individual[] {
  const people = [...demoPersons, ...demoRelatives].filter((person) => person.pinfl !== null);
  const pinflOf = (login: string | undefined) => people.find((person) => person.login === login)?.pinfl ?? null;
  return people.map((person, index) => ({
    pinfl: person.pinfl ?? '',
    surname: person.surname,
    givenName: person.givenName,
    patronymic: person.patronymic,
    sex: person.sex,
    birthDate: person.birthDate,
    birthPlace: 'Toshkent shahri',
    passport: `AA${String(9_000_001 + index)}`,
    passportIssuedOn: '2021-04-12',
    passportExpiresOn: '2031-04-11',
    citizenship: 'UZ',
    regionCode: home.region,
    districtCode: home.code,
    address: `Namuna koʻchasi, ${index + 1}-uy`,
    spousePinfl: pinflOf(person.spouse),
    motherPinfl: pinflOf(person.mother),
    fatherPinfl: pinflOf(person.father),
    phone: `+9980000000${String(index + 10)}`,
    diedOn: null,
  }));
}

/** Fills the registers with `count` synthetic people; running it again changes nothing. */
export async function seedRegisters(count: number, progress: (done: number) => void): Promise<void> {
  const territories = await db().territory.findMany({ where: { parentCode: { not: null } }, select: { code: true, parentCode: true, name: true }, orderBy: { code: 'asc' } });
  const districts = territories.map((t): District => ({ code: t.code, region: t.parentCode ?? '', name: localizedTextSchema.parse(t.name).uz }));
  const home = districts.find((district) => district.code === '1726269') ?? districts[0];
  if (!home) throw new Error('Seed the territories first');
  await db().individual.createMany({ data: demoIndividuals(home).map(row), skipDuplicates: true });
  const directors: Individual[] = [];
  let batch: Individual[] = [];
  let done = 0;
  const flush = async () => {
    await db().individual.createMany({ data: batch.map(row), skipDuplicates: true });
    done += batch.length;
    batch = [];
    progress(done);
  };
  for (const person of new Population(1, districts).individuals(count)) {
    if (person.birthDate < '2000' && person.diedOn === null && directors.length < count / 10) directors.push(person);
    batch.push(person);
    if (batch.length === 1_000) await flush();
  }
  await flush();
  await seedEntities(count, directors);
}

async function seedEntities(count: number, directors: readonly Individual[]): Promise<void> {
  const demo = demoPersons.flatMap((person) =>
    (person.directs ?? []).map(({ stir, name }): LegalEntity => ({
      stir, name, legalForm: 'mchj', registeredOn: '2018-05-14', directorPinfl: person.pinfl ?? '', activityCode: '47110',
      districtCode: '1726269', address: 'Namuna koʻchasi, 1-uy', charterCapital: 50_000_000, state: 'active',
    })),
  );
  const all = [...demo, ...legalEntities(2, Math.ceil(count / 10), directors)];
  await db().legalEntity.createMany({ data: all.map((entity) => ({ ...entity, registeredOn: date(entity.registeredOn) })), skipDuplicates: true });
}

