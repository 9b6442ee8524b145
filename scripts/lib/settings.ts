import { createHash, randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeSharedFolder, reachableByOthers, runAs } from '../../server/platform/embedded/postgres-binaries.ts';

export const root = resolve(import.meta.dirname, '../..');

export type Settings = {
  profile: 'demo' | 'production';
  dev: boolean;
  dataDir: string;
  postgresDir: string;
  /** Address the web server listens on. */
  host: string;
  port: number;
  publicUrl: string;
};

/** Loads `.env` beside package.json, if there is one; what is already set wins. */
export function loadDotEnv(): void {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

function portFrom(name: string, fallback: number): number {
  const port = Number(process.env[name] || fallback);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${name} must be a number from 1 to 65535, not "${process.env[name] ?? ''}".`);
  return port;
}

export const demoPorts = () => ({ oidc: portFrom('DEMO_OIDC_PORT', 3001), smtp: portFrom('DEMO_SMTP_PORT', 3025) });

export function readSettings(dev = false): Settings {
  const profile = process.env['YAGONA_PROFILE'] || 'demo';
  if (profile !== 'demo' && profile !== 'production') throw new Error(`YAGONA_PROFILE must be "demo" or "production", not "${profile}".`);
  const port = portFrom('PORT', 3000);
  const dataDir = resolve(root, process.env['YAGONA_DATA_DIR'] || '.data');
  return { profile, dev, dataDir, postgresDir: postgresFolder(dataDir), host: process.env['HOST'] || '0.0.0.0', port, publicUrl: process.env['PUBLIC_URL'] || `http://localhost:${port}` };
}

/** Makes the data directory; others may pass it, since PostgreSQL may run as another account. */
export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    accessSync(dataDir, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new Error(`The data directory ${dataDir} cannot be used: ${(error as Error).message}. Choose another one: YAGONA_DATA_DIR=/some/where npm start`, { cause: error });
  }
}

/**
 * Where the embedded database lives: in the data directory, unless this is root inside a folder that
 * only root may enter. PostgreSQL refuses to run as root, so its data then goes to /var/lib/yagona.
 */
export function postgresFolder(dataDir: string): string {
  if (runAs() === null || reachableByOthers(dataDir)) return join(dataDir, 'postgres');
  return join(makeSharedFolder(), createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
}

const secretNames = ['AUTH_SECRET', 'OIDC_CLIENT_SECRET'] as const;
type Secrets = Record<(typeof secretNames)[number], string>;

/** Secrets of the demo profile: random, made at the first start, readable for the owner alone. */
export function demoSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  try {
    const known = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
    if (secretNames.every((name) => typeof known[name] === 'string')) return known as Secrets;
  } catch {
    // The first start, or a file that somebody spoiled: new secrets merely end the demo's sessions.
  }
  const made = { AUTH_SECRET: randomBytes(32).toString('hex'), OIDC_CLIENT_SECRET: randomBytes(32).toString('hex') };
  // Complete or absent, also when the power goes now.
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}
