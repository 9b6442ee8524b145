/** Synthetic records of every shipped register, that refer to each other consistently. */
import { demoPersons, demoRelatives } from '../identity/demo-persons.ts';
import { transaction } from '../platform/db/index.ts';
import { composePinfl, legalEntities, Population, seededRandom, type District } from './generator.ts';
import { actsOf, addressCode, businessOf, homeOf, sectionOf, transportOf, type Loaded } from './generator-holdings.ts';
import * as records from './repository-records.ts';
import { published } from './repository-definitions.ts';
import type { Individual, LegalEntity } from './schema.ts';
import type { Definition } from './schema-definition.ts';
import { derived } from './service-writing.ts';
import { individualData } from './typed.ts';

/** The day on which the registers were filled; what was believed before is not known. */
const loadedAt = '2026-01-05T04:00:00.000Z';
const batch = 2_000;

/** Loads rows batch by batch, each register by itself; what is there already stays. */
export class Loader {
  readonly #waiting = new Map<string, Loaded[]>();
  readonly #definitions = new Map<string, Definition>();
  readonly #acts = new Map<string, string>();

  async add(rows: readonly Loaded[]): Promise<void> {
    for (const row of rows) {
      const list = this.#waiting.get(row.register) ?? [];
      list.push(row);
      this.#waiting.set(row.register, list);
      if (list.length >= batch) await this.#flush(row.register);
    }
  }

  async end(): Promise<void> {
    for (const register of this.#waiting.keys()) await this.#flush(register);
  }

  async #flush(register: string): Promise<void> {
    const rows = this.#waiting.get(register) ?? [];
    if (rows.length === 0) return;
    this.#waiting.set(register, []);
    const definition = this.#definitions.get(register) ?? (await published(register))?.definition;
    if (!definition) throw new Error(`There is no register ${register}`);
    this.#definitions.set(register, definition);
    await transaction(async (tx) => {
      const known = await records.existing(tx, register, rows.map(({ key }) => key));
      const fresh = rows.filter(({ key }) => !known.has(key));
      if (fresh.length === 0) return;
      const act = this.#acts.get(register) ?? (await records.insertAct(tx, { at: new Date(loadedAt), kind: 'import', groundKind: 'decision', ground: 'Sinov maʼlumotlari yuklandi', note: null, actorId: null, actorName: 'Yagona', clientId: null, agencyId: definition.ownerAgencyId, requestId: null }));
      this.#acts.set(register, act);
      await records.insertVersions(tx, register, fresh.map(({ key, from, to = null, data }) => ({ key, from, to, revision: 1, data, ...derived(definition, data) })), { at: loadedAt, act, definition: definition.version });
      await records.insertChanges(tx, register, [...new Set(fresh.map(({ key }) => key))].map((key) => ({ key, kind: 'import', revision: 1 })), act);
    });
  }
}

/** Before her marriage Dilnoza had another surname: her record shows what a history looks like. */
const maiden = { pinfl: '41403900010017', surname: 'Sinovova', until: '2012-06-15' };

function personRows(person: Individual, code: string): Loaded[] {
  const row: Loaded = { register: 'individuals', key: person.pinfl, from: person.birthDate, data: { ...individualData(person), addressCode: code } };
  if (person.pinfl !== maiden.pinfl) return [row];
  const { spousePinfl: _none, ...before } = row.data;
  return [{ ...row, to: maiden.until, data: { ...before, surname: maiden.surname } }, { ...row, from: maiden.until }];
}

export function entityRow(entity: LegalEntity): Loaded {
  return { register: 'legal-entities', key: entity.stir, from: entity.registeredOn, data: { ...entity, founders: entity.founders as Record<string, string>[], section: sectionOf(entity.activityCode) } };
}

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

/** Demo persons in their households: who is married or a child lives with the others. */
function demoHouseholds(people: readonly Individual[]): Individual[][] {
  const homes: Individual[][] = [];
  for (const person of people) {
    const kin = homes.find((home) => home.some((one) => one.spousePinfl === person.pinfl || person.spousePinfl === one.pinfl || person.motherPinfl === one.pinfl || person.fatherPinfl === one.pinfl));
    if (kin) kin.push({ ...person, address: kin[0]?.address ?? person.address });
    else homes.push([person]);
  }
  return homes;
}

/** Zuhra was entered twice, once in Cyrillic: something for a keeper to find and merge. */
const enteredTwice = {
  pinfl: '40908580010047',
  again: { pinfl: composePinfl('1958-08-09', 'female', 10_048), surname: 'Синовова', givenName: 'Зуҳра', patronymic: 'Олим қизи', passport: 'AA8000047', phone: null } as const,
};

async function loadHousehold(loader: Loader, random: ReturnType<typeof seededRandom>, serial: number, household: readonly Individual[]): Promise<void> {
  const [head] = household;
  if (!head) return;
  const code = addressCode(head.districtCode, serial);
  await loader.add([...household.flatMap((person) => personRows(person, code)), ...homeOf(random, serial, household), ...transportOf(random, serial, household), ...actsOf(serial, household), ...businessOf(random, serial, household)]);
}

/** Fills the registers with the demo persons and `count` synthetic people; running it again changes nothing. */
export async function seedPopulation(count: number, districts: readonly District[], progress: (done: number) => void): Promise<void> {
  const home = districts.find((district) => district.code === '1726269') ?? districts[0];
  if (!home) throw new Error('Seed the territories first');
  const loader = new Loader();
  const random = seededRandom(3);
  const known = demoIndividuals(home);
  for (const [serial, household] of demoHouseholds(known).entries()) {
    await loadHousehold(loader, random, serial + 1, household);
  }
  const zuhra = known.find(({ pinfl }) => pinfl === enteredTwice.pinfl);
  if (zuhra) await loader.add(personRows({ ...zuhra, ...enteredTwice.again }, addressCode(zuhra.districtCode, 1)));
  const directors: Individual[] = [];
  let done = 0;
  let serial = 100;
  for (const household of new Population(1, districts).households(count)) {
    serial += 1;
    for (const person of household) if (person.birthDate < '2000' && person.diedOn === null && directors.length < count / 10) directors.push(person);
    await loadHousehold(loader, random, serial, household);
    const before = done;
    done += household.length;
    if (Math.floor(before / 1_000) < Math.floor(done / 1_000)) progress(done);
  }
  const demo = demoPersons.flatMap((person) =>
    (person.directs ?? []).map(({ stir, name }): LegalEntity => ({
      stir, name, legalForm: 'mchj', registeredOn: '2018-05-14', directorPinfl: person.pinfl ?? '', activityCode: '47110', founders: [{ person: person.pinfl ?? '', share: '1' }],
      districtCode: home.code, address: 'Namuna koʻchasi, 1-uy', charterCapital: 50_000_000, state: 'active',
    })),
  );
  await loader.add([...demo, ...legalEntities(2, Math.ceil(count / 10), directors)].map(entityRow));
  await loader.end();
}
