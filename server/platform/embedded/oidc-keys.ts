import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const keysSchema = z.object({ cookieKeys: z.array(z.string().min(32)).min(1), signingKey: z.record(z.string(), z.unknown()) });
export type ProviderKeys = z.infer<typeof keysSchema>;

function generate(): ProviderKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signingKey = { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' };
  return { cookieKeys: [randomBytes(32).toString('base64url')], signingKey };
}

/** The demo provider's keys: made at the first start, kept beside the other data, readable by nobody else. */
export function providerKeys(dataDir: string): ProviderKeys {
  const path = join(dataDir, 'demo-identity-provider.json');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(path, JSON.stringify(generate()), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  }
  return keysSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
