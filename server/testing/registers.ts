import { seedAgencies } from '../catalogue/seed.ts';
import { seedClassifiers } from '../classifiers/seed.ts';
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
