import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './settings.ts';

const sources = ['app', 'components', 'public', 'server', 'prisma/schema', 'next.config.js', 'package-lock.json', 'postcss.config.mjs', 'tsconfig.json'];

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesOf(join(path, name)));
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesOf(join(root, path)))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Runs a tool of this project with this Node; rejects with the end of its output when it fails. */
export function run(script: string, args: readonly string[], env: Record<string, string | undefined> = {}, say?: (line: string) => void): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      const line = chunk.toString().trim().split('\n').at(-1);
      if (line) say?.(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done(output) : fail(new Error(`${script} ended with ${code ?? 'a signal'}:\n${output.slice(-6_000)}`))));
  });
}

/** True and remembered when `stamp` was last written for other sources. */
function stale(stamp: string, hash: string): boolean {
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash;
}

/** Generates the database client when the schema changed. Nothing is downloaded: the engine it asks for is not used. */
export async function generate(): Promise<boolean> {
  const hash = hashOf(['prisma/schema', 'prisma.config.ts', 'package-lock.json']);
  const stamp = join(root, 'prisma/generated/stamp');
  if (!stale(stamp, hash)) return false;
  await run('prisma/build/index.js', ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: process.platform === 'win32' ? 'C:\\Windows\\System32\\where.exe' : '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1' });
  mkdirSync(join(root, 'prisma/generated'), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/** Builds the web application when its sources changed since the last build. */
export async function build(say?: (line: string) => void): Promise<boolean> {
  const hash = hashOf(sources);
  const stamp = join(root, '.next/yagona-build');
  if (!stale(stamp, hash)) return false;
  await run('next/dist/bin/next', ['build'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }, say);
  writeFileSync(stamp, hash);
  return true;
}
