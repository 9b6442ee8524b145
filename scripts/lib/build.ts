import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './settings.ts';
import { mustRun } from './tools.ts';

const webSources = ['app', 'components', 'public', 'server', 'prisma/schema', 'next.config.js', 'package-lock.json', 'postcss.config.mjs', 'tsconfig.json'];
const schemaSources = ['prisma/schema', 'prisma.config.ts', 'package-lock.json'];

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesOf(join(path, name)));
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesOf(join(root, path)))) {
    if (/\.(test\.tsx?|md)$/.test(file)) continue;
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Does `work` unless it was completed for the same sources before; true when it was done now. */
async function onceFor(sources: readonly string[], stamp: string, results: readonly string[], work: () => Promise<void>): Promise<boolean> {
  const hash = hashOf(sources);
  if (results.every((file) => existsSync(file)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  // An interrupted run must not pass for the completed one before it.
  rmSync(stamp, { force: true });
  await work();
  writeFileSync(stamp, hash);
  return true;
}

/** Generates the database client when the schema changed. Nothing is downloaded: the engine it asks for is not used. */
export async function generate(signal?: AbortSignal): Promise<boolean> {
  const folder = join(root, 'prisma/generated');
  mkdirSync(folder, { recursive: true });
  const engine = process.platform === 'win32' ? 'C:\\Windows\\System32\\where.exe' : '/bin/true';
  return onceFor(schemaSources, join(folder, 'stamp'), [join(folder, 'client/client.ts')], () =>
    mustRun('prisma/build/index.js', ['generate'], { env: { PRISMA_SCHEMA_ENGINE_BINARY: existsSync(engine) ? engine : '/usr/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1' }, signal }),
  );
}

/** Builds the web application when its sources changed since the last build. */
export async function build(say?: (line: string) => void, signal?: AbortSignal): Promise<boolean> {
  const folder = join(root, process.env['NEXT_DIST_DIR'] ?? '.next');
  return onceFor(webSources, join(folder, 'yagona-build'), [join(folder, 'BUILD_ID')], () =>
    mustRun('next/dist/bin/next', ['build'], { env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }, signal, ...(say && { say }) }),
  );
}
