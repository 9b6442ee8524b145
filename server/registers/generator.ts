/** Synthetic people and companies: deterministic, consistent across records, plainly invented. */
import { pinflCheckDigit } from './identifiers.ts';
import * as words from './generator-words.ts';
import type { Individual, LegalEntity } from './schema.ts';

export type Random = { int: (below: number) => number; pick: <T>(list: readonly T[]) => T; chance: (probability: number) => boolean };

/** Mulberry32: small, fast and the same on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    int,
    pick: <T>(list: readonly T[]): T => {
      const item = list[int(list.length)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
    chance: (probability) => next() < probability,
  };
}

export type District = { code: string; region: string; name: string };
type Sex = Individual['sex'];

/** The reference day of the synthetic population: nobody is born after it. */
const today = '2026-09-01';
const year = 2026;

const iso = (y: number, dayOfYear: number): string => new Date(Date.UTC(y, 0, 1 + dayOfYear)).toISOString().slice(0, 10);

/** Composes a PINFL for a birth date and sex; `serial` distinguishes people born the same day. */
export function composePinfl(birthDate: string, sex: Sex, serial: number): string {
  const century = Math.floor(Number(birthDate.slice(0, 4)) / 100) - 18;
  const g = century * 2 + (sex === 'male' ? 1 : 2);
  const date = birthDate.slice(8, 10) + birthDate.slice(5, 7) + birthDate.slice(2, 4);
  const first = `${g}${date}${String(serial).padStart(6, '0')}`;
  return first + String(pinflCheckDigit(first));
}

/** Generates `count` individuals in households: spouses, children, shared address and surname. */
export class Population {
  readonly #random: Random;
  readonly #districts: readonly District[];
  #serial = 100_000;

  constructor(seed: number, districts: readonly District[]) {
    this.#random = seededRandom(seed);
    this.#districts = districts;
  }

  *individuals(count: number): Generator<Individual> {
    for (const household of this.households(count)) yield* household;
  }

  /** Households of `count` people together; the last one may lack members. */
  *households(count: number): Generator<Individual[]> {
    for (let made = 0; made < count; ) {
      const household = this.#household().slice(0, count - made);
      made += household.length;
      yield household;
    }
  }

  #person(sex: Sex, birthDate: string, root: string, fatherName: string, home: { district: District; address: string }): Individual {
    this.#serial += 1;
    const random = this.#random;
    const born = Number(birthDate.slice(0, 4));
    const issued = Math.max(born + 1, year - 1 - random.int(8));
    const issuedOn = iso(issued, random.int(240));
    return {
      pinfl: composePinfl(birthDate, sex, this.#serial),
      surname: sex === 'male' ? root : `${root}a`,
      givenName: random.pick(sex === 'male' ? words.maleNames : words.femaleNames),
      patronymic: `${fatherName} ${sex === 'male' ? 'oʻgʻli' : 'qizi'}`,
      sex,
      birthDate,
      birthPlace: random.chance(0.7) ? home.district.name : random.pick(this.#districts).name,
      passport: `${random.chance(0.8) ? 'AD' : 'AC'}${String(1_000_000 + (this.#serial % 9_000_000))}`,
      passportIssuedOn: issuedOn,
      passportExpiresOn: `${Number(issuedOn.slice(0, 4)) + 10}${issuedOn.slice(4)}`.replace('-02-29', '-02-28'),
      citizenship: 'UZ',
      regionCode: home.district.region,
      districtCode: home.district.code,
      address: home.address,
      spousePinfl: null,
      motherPinfl: null,
      fatherPinfl: null,
      // 00 is no operator's code: nobody is ever called.
      phone: born < year - 15 ? `+99800${String(1_000_000 + this.#serial)}` : null,
      diedOn: null,
    };
  }

  #address(): { district: District; address: string } {
    const random = this.#random;
    const flat = random.chance(0.5) ? `, ${1 + random.int(96)}-xonadon` : '';
    return { district: random.pick(this.#districts), address: `${random.pick(words.streets)} koʻchasi, ${1 + random.int(120)}-uy${flat}` };
  }

  #household(): Individual[] {
    const random = this.#random;
    const home = this.#address();
    const root = random.pick(words.surnames);
    const born = 1945 + random.int(58);
    const first = this.#person(random.chance(0.5) ? 'male' : 'female', iso(born, random.int(365)), root, random.pick(words.maleNames), home);
    if (year - born > 72 && random.chance(0.25)) first.diedOn = iso(year - 1 - random.int(5), random.int(365));
    if (year - born < 21 || random.chance(0.25)) return [first];
    const spouse = this.#person(first.sex === 'male' ? 'female' : 'male', iso(born + random.int(5), random.int(365)), root, random.pick(words.maleNames), home);
    first.spousePinfl = spouse.pinfl;
    spouse.spousePinfl = first.pinfl;
    const [mother, father] = first.sex === 'female' ? [first, spouse] : [spouse, first];
    return [first, spouse, ...this.#children(mother, father, root, home)];
  }

  #children(mother: Individual, father: Individual, root: string, home: { district: District; address: string }): Individual[] {
    const random = this.#random;
    const youngest = Math.max(Number(mother.birthDate.slice(0, 4)), Number(father.birthDate.slice(0, 4)));
    const children: Individual[] = [];
    for (let born = youngest + 21 + random.int(4); children.length < 4 && born <= Math.min(year, youngest + 40); born += 2 + random.int(4)) {
      if (random.chance(0.3)) continue;
      const birthDate = iso(born, random.int(240));
      // Grown children have households of their own.
      if (birthDate > today || year - born > 20) continue;
      const child = this.#person(random.chance(0.51) ? 'male' : 'female', birthDate, root, father.givenName, home);
      children.push({ ...child, motherPinfl: mother.pinfl, fatherPinfl: father.pinfl, birthPlace: home.district.name });
    }
    return children;
  }
}

/** Generates `count` legal entities directed by the given people. */
export function* legalEntities(seed: number, count: number, directors: readonly Individual[]): Generator<LegalEntity> {
  const random = seededRandom(seed);
  for (let index = 0; index < count; index += 1) {
    const director = random.pick(directors);
    const state = random.chance(0.92) ? 'active' : random.chance(0.5) ? 'liquidating' : 'closed';
    yield {
      stir: String(309_000_000 + index),
      name: `${random.pick(words.companyFirst)} ${random.pick(words.companySecond)}`.toUpperCase(),
      legalForm: random.pick(['mchj', 'mchj', 'mchj', 'xk', 'aj', 'ok']),
      registeredOn: iso(2005 + random.int(21), random.int(365)),
      directorPinfl: director.pinfl,
      activityCode: random.pick(words.activityCodes),
      districtCode: director.districtCode,
      address: director.address,
      charterCapital: (1 + random.int(400)) * 1_000_000,
      state,
      founders: random.chance(0.3) ? [{ person: director.pinfl, share: '1/2' }, { person: random.pick(directors).pinfl, share: '1/2' }] : [{ person: director.pinfl, share: '1' }],
    };
  }
}
