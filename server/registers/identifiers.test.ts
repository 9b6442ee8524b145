import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCadastralNumber, isPassport, isPhone, isPinfl, isPlate, isStir, normalisePassport, normalisePhone, normalisePlate, pinflCheckDigit, readPinfl } from './identifiers.ts';

const pinfl = fc
  .record({
    g: fc.integer({ min: 1, max: 6 }),
    date: fc.date({ min: new Date('1900-01-01'), max: new Date('1999-12-28'), noInvalidDate: true }),
    rest: fc.integer({ min: 0, max: 999_999 }),
  })
  .map(({ g, date, rest }) => {
    const iso = date.toISOString();
    const first = `${g}${iso.slice(8, 10)}${iso.slice(5, 7)}${iso.slice(2, 4)}${String(rest).padStart(6, '0')}`;
    return first + String(pinflCheckDigit(first));
  })
  // 29 February exists in 1900+yy only when it does in the other centuries as well.
  .filter((value) => value.slice(1, 5) !== '2902');

describe('PINFL', () => {
  it('accepts the published example', () => {
    expect(readPinfl('30211975910033')).toEqual({ ok: true, facts: { sex: 'male', birthDate: '1997-11-02' } });
  });

  it('accepts every number made by the rule, and names sex and birth date', () => {
    fc.assert(
      fc.property(pinfl, (value) => {
        const read = readPinfl(value);
        expect(read.ok).toBe(true);
        if (read.ok) expect(read.facts.birthDate.slice(2)).toBe(`${value.slice(5, 7)}-${value.slice(3, 5)}-${value.slice(1, 3)}`);
      }),
    );
  });

  it('notices every single mistyped digit', () => {
    fc.assert(
      fc.property(pinfl, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (value, at, shift) => {
        const digit = (Number(value[at]) + shift) % 10;
        expect(isPinfl(value.slice(0, at) + String(digit) + value.slice(at + 1))).toBe(false);
      }),
    );
  });

  it.each([
    ['3021197591003', 'length'],
    ['3021197591003A', 'digits'],
    ['90211975910033', 'century'],
    ['33213975910033', 'date'],
    ['30211975910034', 'checksum'],
  ])('says what is wrong with %s', (value, problem) => {
    expect(readPinfl(value)).toEqual({ ok: false, problem });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isPinfl(text) === 'boolean'));
  });
});

describe('other identifiers', () => {
  it('knows passports, also typed on the Cyrillic layout', () => {
    expect(isPassport(normalisePassport('ав 123 4567'))).toBe(true);
    expect(isPassport('A1234567')).toBe(false);
  });

  it('knows plates of persons and of entities', () => {
    expect(isPlate(normalisePlate('01 a 123 bc'))).toBe(true);
    expect(isPlate(normalisePlate('10 123 АВС'))).toBe(true);
    expect(isPlate('00A123BC')).toBe(false);
  });

  it('knows cadastral numbers with and without building and premises', () => {
    expect(isCadastralNumber('10:01:02:03:04:0123')).toBe(true);
    expect(isCadastralNumber('10:01:02:03:04:0123:0001:012')).toBe(true);
    expect(isCadastralNumber('10:01:02:03:04')).toBe(false);
  });

  it('brings phone numbers to one form', () => {
    for (const typed of ['90 123-45-67', '998901234567', '+998 (90) 123 45 67']) expect(normalisePhone(typed)).toBe('+998901234567');
    expect(isPhone('+998901234567')).toBe(true);
    expect(isPhone('+79991234567')).toBe(false);
    expect(isStir('200000001')).toBe(true);
    expect(isStir('100000001')).toBe(false);
  });
});
