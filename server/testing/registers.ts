import { seedAgencies } from '../catalogue/seed.ts';
import { seedClassifiers } from '../classifiers/seed.ts';
import { clientActor, type Actor } from '../platform/auth/actor.ts';
import { db } from '../platform/db/index.ts';
import type { Loaded } from '../registers/generator-holdings.ts';
import type { Individual } from '../registers/schema.ts';
import { seedDirectories } from '../registers/seed.ts';
import { seedDefinitions } from '../registers/seed-definitions.ts';
import { Loader } from '../registers/seed-population.ts';
import { individualData } from '../registers/typed.ts';

/** Shipped registers, empty, with the classifiers that they refer to. */
export async function openRegisters(): Promise<void> {
  await seedAgencies();
  await seedDirectories();
  await seedClassifiers();
  await seedDefinitions();
}

export async function loadRecords(rows: readonly Loaded[]): Promise<void> {
  const loader = new Loader();
  await loader.add(rows);
  await loader.end();
}

const common: Omit<Individual, 'pinfl' | 'surname' | 'givenName' | 'sex' | 'birthDate' | 'passport'> = {
  patronymic: null, birthPlace: 'Toshkent', passportIssuedOn: '2021-04-12', passportExpiresOn: '2031-04-11', citizenship: 'UZ', regionCode: '1726', districtCode: '1726269', address: 'Namuna koʻchasi, 2-uy',
  spousePinfl: null, motherPinfl: null, fatherPinfl: null, phone: null, diedOn: null,
};

export type Facts = Pick<Individual, 'pinfl' | 'surname' | 'givenName' | 'sex' | 'birthDate' | 'passport'> & Partial<Individual>;

export async function loadPeople(people: readonly Facts[]): Promise<void> {
  await loadRecords(people.map((facts) => ({ register: 'individuals', key: facts.pinfl, from: facts.birthDate, data: individualData({ ...common, ...facts }) })));
}

/** An information system that may follow a register. */
export async function loadFollower(register: string, fields: readonly string[], { code = 'UZ/GOV/soliq/tax', agencyId = 'soliq', validTo = null }: { code?: string; agencyId?: string; validTo?: string | null } = {}): Promise<Actor> {
  const client = await db().apiClient.create({ data: { code, name: 'Tax accounting', agencyId, secretHash: code, createdAt: new Date() } });
  await db().registerRight.create({ data: { registerId: register, clientId: client.id, actions: ['subscribe'], fields: [...fields], legalGround: 'Tax Code, article 428', validFrom: new Date('2020-01-01'), validTo: validTo === null ? null : new Date(validTo), grantedByName: 'A', grantedAt: new Date() } });
  return clientActor(client, null);
}
