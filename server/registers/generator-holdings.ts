/** What synthetic households live in, drive and have registered: consistent across registers, plainly invented. */
import type { Random } from './generator.ts';
import * as words from './generator-words.ts';
import type { Individual } from './schema.ts';
import type { RecordData } from './schema-definition.ts';

/** A record as the seed loads it: valid from a civil day on. */
export type Loaded = { register: string; key: string; from: string; to?: string | null; data: RecordData };

/** Codes of number plates by region (SOATO). */
const plateRegions: Readonly<Record<string, string>> = {
  '1703': '60', '1706': '80', '1708': '25', '1710': '70', '1712': '85', '1714': '50', '1718': '30', '1722': '75', '1724': '20', '1726': '01', '1727': '10', '1730': '40', '1733': '90', '1735': '95',
};
const letters = 'ABCDEFGHJKLMNOPQRSTUVXYZ';
const day = (year: number, dayOfYear: number): string => new Date(Date.UTC(year, 0, 1 + dayOfYear)).toISOString().slice(0, 10);
const latest = (...days: string[]): string => days.toSorted().at(-1) ?? '';
const sum = (count: number) => (count === 1 ? '1' : `1/${count}`);

/** The number plate of the nth vehicle of a region, of a person: `01 A 123 BC`. */
export function plateOf(regionCode: string, serial: number): string {
  const letter = (index: number) => letters.charAt(Math.floor(serial / 999 / letters.length ** index) % letters.length);
  return `${plateRegions[regionCode] ?? '01'}${letter(2)}${String((serial % 999) + 1).padStart(3, '0')}${letter(1)}${letter(0)}`;
}

export function cadastralNumber(districtCode: string, serial: number): string {
  const digits = String(serial).padStart(10, '0');
  return [districtCode.slice(2, 4), districtCode.slice(5, 7), digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)].join(':');
}

/** Splits what `Population` wrote as one text. */
function partsOf(address: string): { street: string; house: string; flat: string | null } {
  const [street = '', house = '', flat] = address.split(', ');
  return { street: street.replace(/ koʻchasi$/, ''), house: house.replace(/-uy$/, ''), flat: flat === undefined ? null : flat.replace(/-xonadon$/, '') };
}

export const addressCode = (districtCode: string, serial: number): string => `${districtCode}${String(serial).padStart(6, '0').slice(-6)}`;

/** Home of the household with the nth serial number: address, parcel, building, flat, and who owns it. */
export function homeOf(random: Random, serial: number, household: readonly Individual[]): Loaded[] {
  const [head] = household;
  if (!head) return [];
  const { districtCode } = head;
  const { street, house, flat } = partsOf(head.address);
  const code = addressCode(districtCode, serial);
  const parcel = cadastralNumber(districtCode, serial);
  const building = `${parcel}:0001`;
  const built = 1960 + random.int(64);
  const since = day(built + 1, random.int(300));
  const adults = household.filter(({ birthDate, diedOn }) => birthDate < '2006' && diedOn === null);
  const rooms = 1 + random.int(4);
  const found: Loaded[] = [
    { register: 'addresses', key: code, from: since, data: { code, districtCode, street, house, ...(flat !== null && { flat }), postalCode: `1${String(random.int(100_000)).padStart(5, '0')}` } },
    { register: 'parcels', key: parcel, from: since, data: { number: parcel, districtCode, area: 200 + random.int(900), category: 'settlement', addressCode: code } },
    { register: 'buildings', key: building, from: since, data: { number: building, parcel, purpose: flat === null ? 'house' : 'apartments', area: flat === null ? 60 + random.int(200) : 1_500 + random.int(6_000), floors: flat === null ? 1 + random.int(2) : 4 + random.int(9), builtIn: built, addressCode: code } },
  ];
  const object = flat === null ? building : `${building}:001`;
  if (flat !== null) found.push({ register: 'premises', key: object, from: since, data: { number: object, building, purpose: 'flat', area: 28 + rooms * 16 + random.int(12), rooms, floor: 1 + random.int(4), addressCode: code } });
  const owners = adults.length > 0 ? adults : [head];
  const bought = latest(day(2005 + random.int(20), random.int(300)), since);
  found.push({
    register: 'real-estate-rights', key: object, from: bought,
    data: {
      object, ...(flat === null ? { building } : { premises: object }),
      holders: owners.map(({ pinfl }) => ({ person: pinfl, right: 'ownership', share: sum(owners.length), basis: 'Oldi-sotdi shartnomasi', registeredOn: bought })),
    },
  });
  return found;
}

/** Vehicles and driving licences of a household. */
export function transportOf(random: Random, serial: number, household: readonly Individual[]): Loaded[] {
  return household.filter(({ birthDate }) => birthDate < '2006').flatMap((person, index): Loaded[] => {
    const found: Loaded[] = [];
    const number = serial * 8 + index;
    const grown = Number(person.birthDate.slice(0, 4)) + 19;
    if (random.chance(0.5)) {
      const issued = latest(day(2017 + random.int(9), random.int(240)), day(grown, 0));
      const licence = `AF${String(1_000_000 + number).slice(-7)}`;
      const since = day(Math.min(Number(issued.slice(0, 4)), grown + random.int(10)), 0);
      const categories = [{ category: 'B', since }, ...(random.chance(0.2) ? [{ category: 'C', since }] : [])];
      found.push({ register: 'driving-licences', key: licence, from: issued, data: { number: licence, person: person.pinfl, categories, issuedOn: issued, expiresOn: `${Number(issued.slice(0, 4)) + 10}${issued.slice(4)}`.replace('-02-29', '-02-28'), state: random.chance(0.97) ? 'valid' : 'suspended' } });
    }
    if (random.chance(0.3)) {
      const [make, model] = random.pick(words.vehicles);
      const year = Math.min(2026, Math.max(grown, 2008 + random.int(18)));
      const registered = day(year, random.int(200));
      const vin = `XWB${random.pick(['4A11', '5K11', '7L22', '3F31'])}${letters.charAt(year % letters.length).replace(/[OQ]/, 'P')}A${String(number).padStart(8, '0')}`;
      found.push({
        register: 'vehicles', key: vin, from: registered,
        data: { vin, plate: plateOf(person.regionCode, number), make, model, year, colour: random.pick(['white', 'white', 'black', 'grey', 'silver', 'blue', 'red']), fuel: make === 'BYD' ? 'electric' : random.pick(['petrol', 'gas']), owner: person.pinfl, certificate: `AAG${String(1_000_000 + number).slice(-7)}`, registeredOn: registered, districtCode: person.districtCode },
      });
    }
    return found;
  });
}

/** Civil status acts that made the household what it is. */
export function actsOf(serial: number, household: readonly Individual[]): Loaded[] {
  const found: Loaded[] = [];
  const act = (person: Individual, year: string, facts: RecordData & { registeredOn: string }) => {
    const number = `${person.districtCode.slice(0, 4)}-${year}-${String(serial * 8 + found.length).padStart(6, '0')}`;
    found.push({ register: 'civil-acts', key: number, from: facts.registeredOn, data: { number, office: person.districtCode, person: person.pinfl, ...facts } });
  };
  const [first, second] = household;
  if (first && second && first.spousePinfl === second.pinfl) {
    const married = day(Number(latest(first.birthDate, second.birthDate).slice(0, 4)) + 20, 100 + (serial % 200));
    act(first, married.slice(0, 4), { kind: 'marriage', happenedOn: married, registeredOn: married, spouse: second.pinfl });
  }
  for (const child of household) {
    if (child.motherPinfl !== null) act(child, child.birthDate.slice(0, 4), { kind: 'birth', happenedOn: child.birthDate, registeredOn: child.birthDate, mother: child.motherPinfl, ...(child.fatherPinfl !== null && { father: child.fatherPinfl }) });
    if (child.diedOn !== null) act(child, child.diedOn.slice(0, 4), { kind: 'death', happenedOn: child.diedOn, registeredOn: child.diedOn });
  }
  return found;
}

/** The section of the activity classifier (ISIC) that a class belongs to, by its first two digits. */
export function sectionOf(activityCode: string): string {
  const division = Number(activityCode.slice(0, 2));
  const sections: readonly [number, string][] = [[3, 'A'], [9, 'B'], [33, 'C'], [35, 'D'], [39, 'E'], [43, 'F'], [47, 'G'], [53, 'H'], [56, 'I'], [63, 'J'], [66, 'K'], [68, 'L'], [75, 'M'], [82, 'N'], [84, 'O'], [85, 'P'], [88, 'Q'], [93, 'R'], [96, 'S'], [98, 'T'], [99, 'U']];
  return sections.find(([last]) => division <= last)?.[1] ?? 'S';
}

/** Some of the grown-ups have a business of their own. */
export function businessOf(random: Random, serial: number, household: readonly Individual[]): Loaded[] {
  const [person] = household.filter(({ birthDate, diedOn }) => birthDate < '2000' && diedOn === null);
  if (!person || !random.chance(0.12)) return [];
  const code = random.pick(words.activityCodes);
  const registered = latest(day(2012 + random.int(14), random.int(300)), day(Number(person.birthDate.slice(0, 4)) + 18, 0));
  const number = String(1_000_000 + serial).slice(-7);
  return [{ register: 'entrepreneurs', key: number, from: registered, data: { number, person: person.pinfl, registeredOn: registered, activities: [{ code, section: sectionOf(code) }], districtCode: person.districtCode, state: random.chance(0.9) ? 'active' : 'suspended' } }];
}
