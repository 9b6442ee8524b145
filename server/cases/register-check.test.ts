import { expect, test } from 'vitest';
import { formDefinitionSchema } from '../forms/schema.ts';
import type { Individual } from '../registers/schema.ts';
import { compareWithRegister, warningsOf } from './register-check.ts';

const text = (words: string) => ({ uz: words, ru: words, en: words });
const bound = (kind: string, id: string, field: string) => ({ kind, id, label: text(id), prefill: { register: 'individuals', field } });
const form = formDefinitionSchema.parse({
  format: 1, minutes: 1, needs: [], declaration: text('d'),
  sections: [{ id: 's', title: text('s'), pages: [{ id: 'p', title: text('p'), fields: [bound('text', 'name', 'fullName'), bound('date', 'born', 'birthDate'), bound('phone', 'phone', 'phone'), bound('passport', 'passport', 'passport'), { kind: 'text', id: 'free', label: text('free') }] }] }],
});
const record: Individual = {
  pinfl: '30211870010021', surname: 'Namunayev', givenName: 'Rustam', patronymic: 'Baxtiyor oʻgʻli', sex: 'male', birthDate: '1987-11-02', birthPlace: 'Toshkent', passport: 'AA9000002',
  passportIssuedOn: '2021-04-12', passportExpiresOn: '2031-04-11', citizenship: 'UZ', regionCode: '1726', districtCode: '1726269', address: 'Namuna koʻchasi, 2-uy', spousePinfl: null, motherPinfl: null, fatherPinfl: null, phone: null, diedOn: null,
};
const answers = { name: "NAMUNAYEV Rustam  Baxtiyor o'g'li", born: '1987-11-03', phone: '+998901234567', passport: 'AA9000002', free: 'x' };

test('answers are compared with the register as people would', () => {
  const { comparisons, register } = compareWithRegister(form, answers, record, '2026-11-24');
  expect(comparisons).toEqual([
    { fieldId: 'name', outcome: 'match' },
    { fieldId: 'born', outcome: 'mismatch' },
    { fieldId: 'phone', outcome: 'unknown' },
    { fieldId: 'passport', outcome: 'match' },
  ]);
  expect(register).toMatchObject({ born: '1987-11-02' });
});

test('what an officer must not overlook', () => {
  const on = { applicantName: 'Namunayev Rustam Baxtiyor oʻgʻli', today: '2026-11-24' };
  expect(warningsOf(record, on)).toEqual([]);
  expect(warningsOf({ ...record, diedOn: '2026-01-01', passportExpiresOn: '2026-11-23' }, { ...on, applicantName: 'Misolov' })).toEqual(['died', 'passportExpired', 'nameDiffers']);
});
