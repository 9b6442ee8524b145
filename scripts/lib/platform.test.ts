import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { freePort } from '../../server/platform/embedded/ports.ts';
import { checkDatabase } from './database.ts';
import { environmentFor } from './environment.ts';
import { startPlatform } from './platform.ts';
import { demoSecrets, readSettings, type Settings } from './settings.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'yagona-platform-'));
let taken: Server;
let port = 0;
const settings = (more: Partial<Settings> = {}): Settings => ({ profile: 'demo', dev: false, dataDir, postgresDir: join(dataDir, 'postgres'), host: '0.0.0.0', port, publicUrl: `http://localhost:${port}`, ...more });

beforeAll(async () => {
  port = await freePort();
  taken = createServer();
  await new Promise<void>((done) => taken.listen(port, '127.0.0.1', done));
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => {
  taken.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a taken port is named, and nothing is left behind', async () => {
  await expect(startPlatform(settings())).rejects.toThrow(`Port ${port} is taken by another program`);
  expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
});

test('a data directory that cannot be made is named', async () => {
  const file = join(dataDir, 'a-file');
  writeFileSync(file, '');
  await expect(startPlatform(settings({ dataDir: join(file, 'data') }))).rejects.toThrow(/The data directory .*a-file\/data cannot be used/);
});

test('production without its settings is refused with one list', async () => {
  for (const name of ['DATABASE_URL', 'AUTH_SECRET', 'OIDC_ISSUER', 'SMTP_URL']) vi.stubEnv(name, '');
  const refused = await startPlatform(settings({ profile: 'production' })).catch((error: unknown) => String(error));
  for (const name of ['DATABASE_URL', 'AUTH_SECRET', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'SMTP_URL']) expect(refused).toContain(name);
});

test('a database that cannot be reached is named without its password', async () => {
  const nobody = await freePort();
  const refused = await checkDatabase(`postgresql://me:hidden@127.0.0.1:${nobody}/portal`).catch((error: unknown) => String(error));
  expect(refused).toContain(`The database 127.0.0.1:${nobody}/portal given in DATABASE_URL cannot be used`);
  expect(refused).not.toContain('hidden');
  await expect(checkDatabase('mysql://localhost/portal')).rejects.toThrow(/not an address of the form/);
});

test('secrets of the demo are made once, for the owner alone', () => {
  const made = demoSecrets(dataDir);
  expect(demoSecrets(dataDir)).toEqual(made);
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toContain(made.AUTH_SECRET);
});

test('settings that mean nothing are refused', () => {
  vi.stubEnv('PORT', 'many');
  expect(() => readSettings()).toThrow('PORT must be a number from 1 to 65535, not "many".');
  vi.stubEnv('PORT', '3000');
  vi.stubEnv('YAGONA_PROFILE', 'staging');
  expect(() => readSettings()).toThrow('YAGONA_PROFILE must be "demo" or "production", not "staging".');
});

test('peers of one\'s own replace the demo\'s, each by itself', async () => {
  vi.stubEnv('DEMO_OIDC_PORT', String(port));
  const demo = await environmentFor(settings(), 'postgresql://localhost/portal');
  expect(demo).toMatchObject({ DEMO_SERVICES: 'true', OIDC_CLIENT_ID: 'yagona-portal' });
  expect(demo['OIDC_ISSUER']).not.toContain(`:${port}`);
  vi.stubEnv('SMTP_URL', 'smtp://mail.example');
  expect(await environmentFor(settings(), 'postgresql://localhost/portal')).toMatchObject({ DEMO_SERVICES: 'true', SMTP_URL: 'smtp://mail.example' });
  vi.stubEnv('OIDC_ISSUER', 'https://id.example');
  vi.stubEnv('OIDC_CLIENT_ID', 'mine');
  vi.stubEnv('OIDC_CLIENT_SECRET', 'mine');
  const own = await environmentFor(settings(), 'postgresql://localhost/portal');
  expect(own).toMatchObject({ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'mine' });
  expect(own['DEMO_SERVICES']).toBeUndefined();
});
