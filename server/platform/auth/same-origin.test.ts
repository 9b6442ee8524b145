import { beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../testing/database.ts';
import { resetEnv } from '../env/index.ts';
import { isSameOrigin } from './same-origin.ts';

createTestDatabase();
beforeAll(() => {
  process.env['PUBLIC_URL'] = 'https://portal.example';
  resetEnv();
});

it.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://portal.example' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ origin: 'https://portal.example' }, true],
  [{ origin: 'https://portal.example.evil' }, false],
  [{ origin: 'http://portal.example' }, false],
  [{ origin: 'null' }, false],
  [{}, false],
])('%j: %s', (headers, same) => {
  expect(isSameOrigin(new Headers(headers as Record<string, string>))).toBe(same);
});
