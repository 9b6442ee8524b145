import { describe, expect, it } from 'vitest';
import { legalEntities, Population } from './generator.ts';
import { isCivilDate, isPassport, isPhone, isStir, readPinfl } from './identifiers.ts';

const districts = [{ code: '1726269', region: '1726', name: 'Mirzo Ulugʻbek tumani' }, { code: '1703401', region: '1703', name: 'Andijon shahri' }];
const people = [...new Population(1, districts).individuals(3_000)];

describe('the synthetic population', () => {
  it('is the same every time', () => {
    expect([...new Population(1, districts).individuals(50)]).toEqual(people.slice(0, 50));
    expect([...new Population(2, districts).individuals(50)]).not.toEqual(people.slice(0, 50));
  });

  it('has valid and unique identifiers that agree with the record', () => {
    expect(new Set(people.map((person) => person.pinfl)).size).toBe(people.length);
    expect(new Set(people.map((person) => person.passport)).size).toBe(people.length);
    for (const person of people) {
      expect(readPinfl(person.pinfl)).toEqual({ ok: true, facts: { sex: person.sex, birthDate: person.birthDate } });
      expect(isPassport(person.passport)).toBe(true);
      expect(isCivilDate(person.passportExpiresOn)).toBe(true);
      if (person.phone) expect(isPhone(person.phone)).toBe(true);
    }
  });

  it('has consistent families', () => {
    const byPinfl = new Map(people.map((person) => [person.pinfl, person]));
    let couples = 0;
    let children = 0;
    for (const person of people) {
      const spouse = person.spousePinfl && byPinfl.get(person.spousePinfl);
      if (spouse) {
        couples += 1;
        expect(spouse.spousePinfl).toBe(person.pinfl);
        expect(spouse.sex).not.toBe(person.sex);
      }
      const mother = person.motherPinfl && byPinfl.get(person.motherPinfl);
      if (mother) {
        children += 1;
        expect(mother.sex).toBe('female');
        expect(Number(person.birthDate.slice(0, 4)) - Number(mother.birthDate.slice(0, 4))).toBeGreaterThanOrEqual(16);
      }
    }
    expect(couples).toBeGreaterThan(500);
    expect(children).toBeGreaterThan(300);
  });

  it('has companies with valid identifiers and real directors', () => {
    const entities = [...legalEntities(2, 200, people)];
    const known = new Set(people.map((person) => person.pinfl));
    for (const entity of entities) {
      expect(isStir(entity.stir)).toBe(true);
      expect(known.has(entity.directorPinfl)).toBe(true);
    }
  });
});
