import { mkdirSync } from 'node:fs';
import { startPostgres, type EmbeddedPostgres } from '../../server/platform/embedded/postgres.ts';
import { build, generate, run } from './build.ts';
import { Child, takeLock } from './children.ts';
import { checkDatabase, ensureDatabase, isEmpty } from './database.ts';
import { isFree, portOr } from './ports.ts';
import { step } from './progress.ts';
import { demoSecrets, type Settings } from './settings.ts';

export type Platform = { settings: Settings; databaseUrl: string; issuer: string; env: Record<string, string>; children: Map<string, Child>; postgres: EmbeddedPostgres | null; stop: () => Promise<void> };

/** What to stop, in the order it was started; the caller may hold it to stop in the middle of a start. */
export type Undo = (() => Promise<void> | void)[];

export async function runUndo(undo: Undo): Promise<void> {
  for (const action of undo.splice(0).reverse()) await action();
}

/** Starts everything in order, each step visible; what was started is stopped again when a step fails. */
export async function startPlatform(settings: Settings, options: { seed?: boolean; extra?: Record<string, string>; undo?: Undo } = {}): Promise<Platform> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o755 });
  const lock = takeLock(settings.dataDir);
  const undo = options.undo ?? [];
  undo.push(lock.release);
  const stop = () => runUndo(undo);
  try {
    if (!(await isFree(settings.port))) throw new Error(`Port ${settings.port} is taken by another program. Stop it, or choose another port: PORT=3100 npm start`);
    await step('Database client', generate);
    if (!settings.dev) await step('Web application', ({ say }) => build(say));
    const { databaseUrl, postgres } = await startDatabase(settings, undo);
    const { migrate } = await import('../../server/platform/migrate/index.ts');
    await step('Migrations', () => migrate(databaseUrl));
    const { env, issuer } = await environment(settings, databaseUrl, options.extra ?? {});
    if (options.seed !== false && (await isEmpty(databaseUrl))) await step('Content', ({ say }) => run('tsx/dist/cli.mjs', ['scripts/seed.ts'], env, say));
    const children = new Map<string, Child>([
      ['worker', new Child({ name: 'worker', script: 'server/worker.ts', nodeArgs: settings.dev ? ['--watch-path=server'] : [], env, ready: 'worker ready' })],
      ['web', new Child({ name: 'web', script: 'server/web.ts', env, ready: 'web server ready' })],
    ]);
    if (env['DEMO_SERVICES'] === 'true') children.set('demo', new Child({ name: 'demo services', script: 'scripts/demo-services.ts', env, ready: 'demo services ready' }));
    for (const child of children.values()) undo.push(() => child.stop());
    const remember = () => lock.remember([...children.values()].flatMap((child) => child.pid ?? []));
    await step(`Processes: ${[...children.keys()].join(', ')}`, async () => {
      const starting = [...children.values()].map((child) => child.start());
      remember();
      await Promise.all(starting);
    });
    return { settings, databaseUrl, issuer, env, children, postgres, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(settings: Settings, undo: Undo): Promise<{ databaseUrl: string; postgres: EmbeddedPostgres | null }> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    await step('Database', () => checkDatabase(given));
    return { databaseUrl: given, postgres: null };
  }
  if (settings.profile === 'production') throw new Error('In the production profile DATABASE_URL must be set: the embedded database is for demonstration.');
  const postgres = await step('Database (embedded PostgreSQL)', () =>
    startPostgres({ folder: settings.postgresDir, onExit: (code) => console.error(`PostgreSQL ended by itself (${code ?? 'signal'}). Stop with Ctrl-C and start again.`) }),
  );
  undo.push(postgres.stop);
  return { databaseUrl: await ensureDatabase(postgres.url), postgres };
}

const passed = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'HOST', 'TRUST_PROXY', 'DATABASE_POOL_SIZE', 'LOG_LEVEL', 'SEED_PEOPLE', 'RATE_LIMIT_PER_MINUTE', 'MAIL_FROM', 'AUTH_SECRET', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'SMTP_URL', 'NODE_EXTRA_CA_CERTS', 'NEXT_DIST_DIR'];

async function environment(settings: Settings, databaseUrl: string, extra: Record<string, string>): Promise<{ env: Record<string, string>; issuer: string }> {
  const given = Object.fromEntries(passed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))) as Record<string, string>;
  const base = {
    ...given,
    NODE_ENV: settings.dev ? 'development' : 'production',
    YAGONA_PROFILE: settings.profile,
    YAGONA_DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    NEXT_TELEMETRY_DISABLED: '1',
    ...extra,
  };
  // An identity provider of one's own means that mail is one's own as well.
  if (settings.profile === 'production' || given['OIDC_ISSUER']) return { env: base, issuer: given['OIDC_ISSUER'] ?? '' };
  const oidc = await portOr(Number(process.env['DEMO_OIDC_PORT'] ?? 3001));
  const smtp = await portOr(Number(process.env['DEMO_SMTP_PORT'] ?? 3025));
  const issuer = `http://localhost:${oidc}`;
  const demo = {
    ...demoSecrets(settings.dataDir),
    OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'yagona-portal', SMTP_URL: `smtp://127.0.0.1:${smtp}`,
    DEMO_SERVICES: 'true', DEMO_OIDC_PORT: String(oidc), DEMO_SMTP_PORT: String(smtp),
    LOG_LEVEL: given['LOG_LEVEL'] ?? (settings.dev ? 'info' : 'warn'),
  };
  return { env: { ...base, ...demo, ...extra }, issuer };
}
