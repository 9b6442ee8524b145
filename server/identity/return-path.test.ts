import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsSchema, isReturnPath, signInFormSchema } from './schema.ts';

describe('return paths', () => {
  it.each(['/', '/uz', '/uz-Cyrl/cabinet?tab=1#x', '/ru/services/a%2Fb', '/admin'])('keeps %s', (path) => {
    expect(isReturnPath(path)).toBe(true);
  });

  it.each([
    '', 'uz', '//evil.example', '/\\evil.example', '/a\\b', '\\\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', '/\n/evil.example',
    '/.//evil.example', '/..//evil.example', '/api/sign-out', '/api', '/r1/x', `/${'a'.repeat(2_001)}`,
  ])('drops %j', (path) => {
    expect(isReturnPath(path)).toBe(false);
  });

  it('never leads to another origin, whatever is sent', () => {
    const nasty = fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', '%', '\t', 'a', 'e', ' '), maxLength: 12 }).map((rest) => `/${rest}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), nasty), (path) => {
        if (isReturnPath(path)) expect(new URL(`https://portal.example${path}`).origin).toBe('https://portal.example');
        if (isReturnPath(path)) expect(new URL(path, 'https://portal.example/ru').origin).toBe('https://portal.example');
      }),
      { numRuns: 3_000 },
    );
  });
});

it('reads the sign-in form whatever it holds', () => {
  expect(signInFormSchema.parse({})).toEqual({ locale: 'uz' });
  expect(signInFormSchema.parse({ locale: 'fr', to: '//evil.example', switch: 'yes' })).toEqual({ locale: 'uz' });
  expect(signInFormSchema.parse({ locale: 'ru', to: '/ru/x', switch: '1' })).toEqual({ locale: 'ru', to: '/ru/x', switch: '1' });
});

it('refuses a PINFL with a wrong check digit', () => {
  expect(claimsSchema.safeParse({ sub: 'a', name: 'A', pinfl: '30211975910033' }).success).toBe(true);
  expect(claimsSchema.safeParse({ sub: 'a', name: 'A', pinfl: '30211975910034' }).success).toBe(false);
  expect(claimsSchema.safeParse({ sub: 'a', name: 'A' }).success).toBe(true);
});
