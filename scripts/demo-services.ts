/** The demo's own identity provider and mail server, in one process: `tsx scripts/demo-services.ts`. */
import { z } from 'zod';
import { systemActor } from '../server/platform/auth/actor.ts';
import { closeDb } from '../server/platform/db/index.ts';
import { startDemoIdentityProvider } from '../server/platform/embedded/oidc.ts';
import { startDemoMailServer } from '../server/platform/embedded/smtp.ts';
import { env } from '../server/platform/env/index.ts';
import { signInPurpose } from '../server/registers/schema.ts';
import { findIndividual } from '../server/registers/service.ts';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback);
const ports = z.object({ DEMO_OIDC_PORT: port(3001), DEMO_SMTP_PORT: port(3025) }).parse(process.env);
const { YAGONA_PROFILE: profile, YAGONA_DATA_DIR: dataDir, HOST: host, PUBLIC_URL: portal, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = env();

const reader = systemActor('demo identity provider');
const provider = await startDemoIdentityProvider({
  profile,
  issuer,
  host,
  port: ports.DEMO_OIDC_PORT,
  dataDir,
  client: { id, secret, portal },
  findIndividual: (pinfl) => findIndividual(reader, { pinfl, purpose: signInPurpose, fields: ['surname', 'givenName', 'patronymic'] }),
});
// Mail is for our own worker only.
const mail = await startDemoMailServer({ profile, host: '127.0.0.1', port: ports.DEMO_SMTP_PORT });
console.log('demo services ready');

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all([provider.close(), mail.close()]);
  await closeDb();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
