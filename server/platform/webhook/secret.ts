/** Secrets that must be read again are kept sealed: a copy of the database alone signs nothing. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '../env/index.ts';

const key = () => Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', 'yagona webhook secrets', 32));

export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`;

/** Sealed for one owner: moved to another row it does not open. */
export function seal(secret: string, owner: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(owner));
  return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** Null when the platform's key has changed since. */
export function unseal(sealed: string, owner: string): string | null {
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12)).setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** `t=<seconds>,v1=<HMAC-SHA256 of "seconds.body" in hexadecimal>`: the receiver computes the same and refuses old ones. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
