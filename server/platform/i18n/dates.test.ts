import { expect, it } from 'vitest';
import { longDate } from './dates.ts';

it.each([
  ['uz', '2026-yil 23-noyabr'],
  ['uz-Cyrl', '2026 йил 23 ноябрь'],
  ['ru', '23 ноября 2026 г.'],
  ['en', '23 November 2026'],
] as const)('writes a day in %s', (locale, words) => {
  // Late in the evening of the day before in UTC: the day is the country's.
  expect(longDate(locale, new Date('2026-11-22T20:00:00Z')).replace(/\u00A0/g, ' ')).toBe(words);
});
