import { parseEnv } from '../../server/platform/env/index.ts';
import { freePort, portProblem } from '../../server/platform/embedded/ports.ts';
import { demoPorts, demoSecrets, type Settings } from './settings.ts';

export type Environment = Record<string, string>;

/** What npm adds for its own scripts is nobody else's business. */
function inherited(): Environment {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '' && !entry[0].startsWith('npm_')));
}

function base(settings: Settings, databaseUrl: string): Environment {
  return {
    ...inherited(),
    NODE_ENV: settings.dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    YAGONA_PROFILE: settings.profile,
    YAGONA_DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
    HOST: settings.host,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
  };
}

/** The embedded database is for the demo; a small installation may ask for it. */
export const wantsEmbeddedDatabase = (settings: Settings) => !process.env['DATABASE_URL'] && (settings.profile === 'demo' || process.env['EMBEDDED_POSTGRES'] === 'true');

/** Refuses a production start with one list of everything that is missing, before anything runs. */
export function checkProduction(settings: Settings): void {
  if (settings.profile !== 'production') return;
  parseEnv(base(settings, wantsEmbeddedDatabase(settings) ? 'postgresql://127.0.0.1/embedded' : (process.env['DATABASE_URL'] ?? '')));
}

/** The preferred port, or any free one when somebody has it. */
async function portOr(preferred: number): Promise<number> {
  return (await portProblem(preferred)) === null ? preferred : freePort();
}

/** What every process of the platform is configured by; in the demo profile, missing peers are its own. */
export async function environmentFor(settings: Settings, databaseUrl: string, extra: Environment = {}): Promise<Environment> {
  const given = base(settings, databaseUrl);
  if (settings.profile === 'production') return { ...given, ...extra };
  const ports = demoPorts();
  const secrets = demoSecrets(settings.dataDir);
  const env: Environment = { AUTH_SECRET: secrets.AUTH_SECRET, LOG_LEVEL: settings.dev ? 'info' : 'warn', ...given };
  if (!given['OIDC_ISSUER'] || !given['SMTP_URL']) {
    const [oidc, smtp] = [await portOr(ports.oidc), await portOr(ports.smtp)];
    Object.assign(env, { DEMO_SERVICES: 'true', DEMO_OIDC_PORT: String(oidc), DEMO_SMTP_PORT: String(smtp) });
    if (!given['OIDC_ISSUER']) Object.assign(env, { OIDC_ISSUER: `http://localhost:${oidc}`, OIDC_CLIENT_ID: 'yagona-portal', OIDC_CLIENT_SECRET: secrets.OIDC_CLIENT_SECRET });
    env['SMTP_URL'] ??= `smtp://127.0.0.1:${smtp}`;
  }
  Object.assign(env, extra);
  parseEnv(env);
  return env;
}
