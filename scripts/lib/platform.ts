import { portProblem } from '../../server/platform/embedded/ports.ts';
import { build, generate } from './build.ts';
import { Child, type ChildSpec } from './children.ts';
import { checkDatabase, isEmpty, startEmbeddedDatabase } from './database.ts';
import { checkProduction, environmentFor, wantsEmbeddedDatabase, type Environment } from './environment.ts';
import { takeLock } from './lock.ts';
import { step } from './progress.ts';
import { prepareDataDir, root, type Settings } from './settings.ts';
import { mustRun } from './tools.ts';

export type Platform = { settings: Settings; databaseUrl: string; env: Environment; stop: () => Promise<void> };

export type StartOptions = {
  /** Ends a start that is under way; what was started is stopped again. */
  signal?: AbortSignal;
  /** Environment variables for the processes, over all others. */
  extra?: Environment;
};

type Undo = (() => Promise<void> | void)[];

/** Starts everything in order, each step visible; what was started is stopped again when a step fails. */
export async function startPlatform(settings: Settings, options: StartOptions = {}): Promise<Platform> {
  const undo: Undo = [];
  const stop = async () => {
    for (const action of undo.splice(0).reverse()) await action();
  };
  try {
    return { ...(await startAll(settings, options, undo)), settings, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(settings: Settings, { signal, extra = {} }: StartOptions, undo: Undo) {
  const next: typeof step = (title, work) => {
    signal?.throwIfAborted();
    return step(title, work);
  };
  checkProduction(settings);
  prepareDataDir(settings.dataDir);
  const lock = await takeLock(settings.dataDir);
  undo.push(lock.release);
  await checkPort(settings);
  await next('Database client', async ({ note }) => note((await generate(signal)) ? 'generated' : 'up to date'));
  if (!settings.dev) await next('Web application', async ({ say, note }) => note((await build(say, signal)) ? 'built' : 'up to date'));
  const databaseUrl = await startDatabase(settings, undo, signal);
  await next('Migrations', async ({ note }) => {
    const { migrate } = await import('../../server/platform/migrate/index.ts');
    const applied = await migrate(databaseUrl);
    note(applied.length > 0 ? `${applied.length} applied` : 'none pending');
  });
  const env = await environmentFor(settings, databaseUrl, extra);
  if (await isEmpty(databaseUrl)) await next('Content', ({ say }) => mustRun('scripts/seed.ts', [], { env, signal, say }));
  const children: Child[] = [];
  const remember = () => lock.remember(children.flatMap(({ pid }) => pid ?? []));
  for (const spec of processes(settings, env)) {
    const child = new Child(spec, remember);
    children.push(child);
    undo.push(() => child.stop());
  }
  await next('Processes: web, worker' + (children.length > 2 ? ', demo services' : ''), async () => {
    await Promise.all(children.map((child) => child.start(signal)));
  });
  return { databaseUrl, env };
}

async function checkPort({ port, host }: Settings): Promise<void> {
  const problem = (await portProblem(port, host)) ?? (await portProblem(port));
  if (problem === 'EACCES') throw new Error(`This user may not listen on port ${port}. Choose one above 1023: PORT=3100 npm start`);
  if (problem === 'EADDRINUSE') throw new Error(`Port ${port} is taken by another program. Stop that program, or choose another port: PORT=3100 npm start`);
  if (problem !== null) throw new Error(`The web server cannot listen on port ${port} of ${host} (${problem}). Correct PORT or HOST.`);
}

async function startDatabase(settings: Settings, undo: Undo, signal?: AbortSignal): Promise<string> {
  if (!wantsEmbeddedDatabase(settings)) {
    const given = process.env['DATABASE_URL'] ?? '';
    await step('Database', () => checkDatabase(given));
    return given;
  }
  const database = await step('Database (embedded PostgreSQL)', async ({ note }) => {
    const started = await startEmbeddedDatabase(settings, signal);
    if (started.shared) note('already running');
    return started;
  });
  undo.push(database.stop);
  return database.url;
}

/** Started together; stopped from the last to the first, so that the web server stops taking requests first. */
function processes(settings: Settings, env: Environment): ChildSpec[] {
  const host = settings.host === '0.0.0.0' || settings.host === '::' ? '127.0.0.1' : settings.host;
  const worker = settings.dev ? [`${root}/node_modules/tsx/dist/cli.mjs`, 'watch', '--clear-screen=false', 'server/worker.ts'] : ['server/worker.ts'];
  return [
    ...(env['DEMO_SERVICES'] === 'true' ? [{ name: 'demo services', command: ['scripts/demo-services.ts'], env, ready: 'demo services ready' }] : []),
    { name: 'worker', command: worker, env, ready: 'worker ready' },
    { name: 'web', command: ['server/web.ts'], env, ready: 'web server ready', health: `http://${host.includes(':') ? `[${host}]` : host}:${settings.port}/api/health` },
  ];
}
