import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reachableByOthers, runAs } from '../../server/platform/embedded/postgres-binaries.ts';

export const root = resolve(import.meta.dirname, '../..');

export type Settings = {
  profile: 'demo' | 'production';
  dev: boolean;
  dataDir: string;
  postgresDir: string;
  port: number;
  publicUrl: string;
};

/** Loads `.env` beside package.json, if there is one; what is already set wins. */
export function loadDotEnv(): void {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

export function readSettings(dev: boolean): Settings {
  const port = Number(process.env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT must be a number from 1 to 65535, not "${process.env['PORT'] ?? ''}".`);
  const dataDir = resolve(root, process.env['YAGONA_DATA_DIR'] ?? '.data');
  return {
    profile: process.env['YAGONA_PROFILE'] === 'production' ? 'production' : 'demo',
    dev,
    dataDir,
    postgresDir: postgresFolder(dataDir),
    port,
    publicUrl: process.env['PUBLIC_URL'] ?? `http://localhost:${port}`,
  };
}

/**
 * Where the embedded database lives: in the data directory, unless this is root inside a folder that
 * only root may enter. PostgreSQL refuses to run as root, so its data then goes to /var/lib/yagona.
 */
function postgresFolder(dataDir: string): string {
  if (runAs() === null || reachableByOthers(dataDir)) return join(dataDir, 'postgres');
  const shared = '/var/lib/yagona';
  mkdirSync(shared, { recursive: true, mode: 0o755 });
  return join(shared, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
}

const secretNames = ['AUTH_SECRET', 'OIDC_CLIENT_SECRET'] as const;

/** Secrets of the demo profile: random, made at the first start, kept readable for the owner alone. */
export function demoSecrets(dataDir: string): Record<(typeof secretNames)[number], string> {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) {
    try {
      const known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
      if (secretNames.every((name) => typeof known[name] === 'string')) return known as Record<(typeof secretNames)[number], string>;
    } catch {
      // Half written by an interrupted first start: nothing was signed with it yet.
    }
  }
  const made = { AUTH_SECRET: randomBytes(32).toString('hex'), OIDC_CLIENT_SECRET: randomBytes(32).toString('hex') };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

