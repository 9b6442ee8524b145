import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { freezeClock } from '../clock/index.ts';
import { db } from '../db/index.ts';
import { resetEnv } from '../env/index.ts';
import { pruneRateLimits } from '../rate-limit/index.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { refuseFlood } from './limit.ts';

createTestDatabase();

let server: Server;
let base: string;
let thaw: () => void = () => undefined;

beforeAll(async () => {
  process.env['RATE_LIMIT_PER_MINUTE'] = '6';
  resetEnv();
  server = createServer((request, response) => {
    void refuseFlood(request, response, (status) => `too many: ${status}`).then((refused) => {
      if (!refused) response.end('done');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => thaw());
afterAll(async () => {
  Reflect.deleteProperty(process.env, 'RATE_LIMIT_PER_MINUTE');
  Reflect.deleteProperty(process.env, 'TRUST_PROXY');
  await new Promise((done) => server.close(done));
});

const post = (headers: Record<string, string> = {}) => fetch(base, { method: 'POST', headers });
const statuses = async (count: number, headers?: Record<string, string>) => (await Promise.all(Array.from({ length: count }, () => post(headers)))).map(({ status }) => status).toSorted();

it('refuses what comes too often, says when to come again, and lets it through then', async () => {
  thaw = freezeClock('2026-11-23T10:00:00Z');
  // Sent at once: not one more gets through than is allowed.
  expect(await statuses(9)).toEqual([200, 200, 200, 200, 200, 200, 429, 429, 429]);
  const refused = await post({ 'x-forwarded-for': '203.0.113.7' });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBe(10);
  expect(await refused.text()).toBe('too many: 429');
  expect((await fetch(base)).status).toBe(200);
  thaw();
  thaw = freezeClock('2026-11-23T10:00:21Z');
  expect((await post()).status).toBe(200);
});

it('counts people behind a trusted proxy one by one, by the last address it appended', async () => {
  process.env['TRUST_PROXY'] = 'true';
  resetEnv();
  thaw = freezeClock('2026-11-23T12:00:00Z');
  expect(await statuses(7, { 'x-forwarded-for': 'forged, 203.0.113.7' })).toEqual([200, 200, 200, 200, 200, 200, 429]);
  expect((await post({ 'x-forwarded-for': '203.0.113.7, 203.0.113.8' })).status).toBe(200);
});

it('forgets addresses that have not come for an hour', async () => {
  thaw = freezeClock('2026-11-23T14:30:00Z');
  expect(await pruneRateLimits()).toBeGreaterThan(0);
  expect(await db().rateLimit.count()).toBe(0);
});
