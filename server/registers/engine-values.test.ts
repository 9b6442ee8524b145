import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addShares, readShare } from './engine-shares.ts';
import { fitsPattern, readData } from './engine-values.ts';
import { definitionSchema } from './schema-definition.ts';

const words = { uz: 'x', ru: 'x', en: 'x' };
const field = (id: string, type: string, more: object = {}) => ({ id, type, label: words, sensitivity: 'public', ...more });
const definition = definitionSchema.parse({
  id: 'things', version: 1, ownerAgencyId: 'iiv', title: words, recordName: words, about: words, legalBasis: [{ title: words }], key: 'id',
  fields: [field('id', 'text'), field('pinfl', 'text', { check: 'pinfl' }), field('day', 'date', { past: true }), field('later', 'date'), field('count', 'integer', { min: 1, max: 9 }), field('sum', 'amount'), field('ratio', 'number', { digits: 2 }), field('flag', 'boolean'), field('kind', 'code', { options: [{ value: 'a', label: words }] }), field('list', 'list', { items: [field('share', 'share', { required: true })], maxItems: 3 })],
  display: { title: ['id'], columns: ['id'] }, rules: [{ kind: 'order', first: 'day', second: 'later' }, { kind: 'sharesSumToOne', list: 'list', share: 'share' }],
});
const read = (given: Record<string, unknown>) => readData(definition, given, { today: '2026-11-23', hasCode: () => false });
const reasons = (given: Record<string, unknown>) => read(given).problems.map(({ field: at, reason }) => `${at} ${reason}`);

describe('a value', () => {
  it('is kept as people mean it, however they write it', () => {
    expect(read({ id: ' Oʻtkir ', day: '5.3.2026', count: '7', sum: '1 200 000', ratio: '0,25', flag: 'Ha', kind: 'a', list: '[{"share":"2/4"},{"share":"50 %"}]' }).data).toEqual({ id: 'Oʻtkir', day: '2026-03-05', count: 7, sum: 1_200_000, ratio: 0.25, flag: true, kind: 'a', list: [{ share: '1/2' }, { share: '1/2' }] });
  });

  it('that is wrong is named with its reason', () => {
    expect(reasons({ pinfl: '30211975910034', day: '31.02.2026', count: '10', sum: '-1', ratio: '0.123', flag: 'maybe', kind: 'b', list: 'x' })).toEqual(['pinfl checkDigit', 'day notDay', 'count tooLarge', 'sum negative', 'ratio digits', 'flag notBoolean', 'kind unknownCode', 'list notList']);
    expect(reasons({ id: '=HYPERLINK("x")', day: '2027-01-01', count: '1.5', list: [{ share: '3/2' }, {}] })).toEqual(['id formula', 'day future', 'count notWhole', 'list.0.share notShare', 'list.1.share required']);
    expect(reasons({ day: '2026-05-01', later: '2026-04-30', list: [{ share: '1/3' }] })).toEqual(['later order', 'list sharesSum']);
    expect(reasons({ list: [{ share: '1/4' }, { share: '1/4' }, { share: '1/4' }, { share: '1/4' }] })).toEqual(['list tooMany']);
    expect(reasons({ id: 'a\0b', other: 1, id2: {} })).toEqual(['other unknownField', 'id2 unknownField', 'id notText']);
  });

  it('of any kind is read or refused, never more', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...definition.fields.map(({ id }) => id), 'constructor', 'toString'), fc.jsonValue()), (given) => {
      const { data, problems } = read(given);
      // What was read is read again as it is.
      if (problems.length === 0) expect(read(data)).toEqual({ data, problems: [] });
    }));
  });
});

describe('shares', () => {
  it('are exact: parts of a whole always sum to one', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 12 }), (parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      expect(addShares(parts.map((part) => readShare(`${part}/${whole}`) ?? ''))).toBe('1');
    }));
    expect([readShare('2/6'), readShare('100%'), readShare('0'), readShare('7/5'), readShare('1/0'), readShare('1,5')]).toEqual(['1/3', '1', null, null, null, null]);
  });
});

it('a pattern says how a text is written', () => {
  expect([fitsPattern('AA1234567', 'AA9999999'), fitsPattern('AA123456', 'AA9999999'), fitsPattern('aa1234567', 'AA9999999'), fitsPattern('10-Z', '99-*')]).toEqual([true, false, false, true]);
});
