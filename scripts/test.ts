/**
 * Every check of the project with one summary: `npm test`, or some of it: `npm test -- --only=unit,e2e`.
 * Steps: generate, types, lint, architecture, unit, build, e2e.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, generate } from './lib/build.ts';
import { findBrowser } from './lib/browser.ts';
import { runUndo, startPlatform, type Undo } from './lib/platform.ts';
import { root } from './lib/settings.ts';
import { freePort } from '../server/platform/embedded/postgres.ts';

type Counts = { passed: number; failed: number; skipped: number };
type Result = { name: string; ok: boolean; seconds: number; note: string };

const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7).split(',');
const rest = process.argv.slice(2).filter((arg) => !arg.startsWith('--only='));
const results: Result[] = [];
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
mkdirSync(join(root, 'test-results'), { recursive: true });

function tool(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => done(1));
    child.on('exit', (code) => done(code ?? 1));
  });
}

async function check(name: string, work: () => Promise<{ ok: boolean; note?: string }>): Promise<void> {
  if (only && !only.includes(name)) return;
  console.log(`\n── ${name}`);
  const started = performance.now();
  let outcome: { ok: boolean; note?: string };
  try {
    outcome = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    outcome = { ok: false, note: 'could not run' };
  }
  results.push({ name, ok: outcome.ok, seconds: (performance.now() - started) / 1000, note: outcome.note ?? '' });
}

const exit = async (code: Promise<number>) => ({ ok: (await code) === 0 });

function count(counts: Counts): string {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  return `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`;
}

function vitestCounts(file: string): Counts {
  const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number };
  return { passed: report.numPassedTests, failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? 1 : 0), skipped: report.numPendingTests };
}

function playwrightCounts(file: string): Counts {
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

async function unit(): Promise<{ ok: boolean; note: string }> {
  const file = join(root, 'test-results/unit.json');
  rmSync(file, { force: true });
  const code = await tool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...rest]);
  return { ok: code === 0, note: existsSync(file) ? count(vitestCounts(file)) : 'no report' };
}

/** The journeys run against the production build, with a database, files and ports of their own. */
async function journeys(): Promise<{ ok: boolean; note: string }> {
  const browser = findBrowser();
  const dataDir = mkdtempSync(join(tmpdir(), 'yagona-e2e-'));
  const port = await freePort();
  const undo: Undo = [];
  const leave = () => void runUndo(undo).then(() => process.exit(1));
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  delete process.env['DATABASE_URL'];
  process.env['SEED_PEOPLE'] ??= '1000';
  try {
    const publicUrl = `http://localhost:${port}`;
    const { chmodSync } = await import('node:fs');
    chmodSync(dataDir, 0o755);
    const platform = await startPlatform({ profile: 'demo', dev: false, dataDir, postgresDir: join(dataDir, 'postgres'), port, publicUrl }, { undo, extra: { RATE_LIMIT_PER_MINUTE: '100000', LOG_LEVEL: 'error' } });
    const file = join(root, 'test-results/e2e.json');
    rmSync(file, { force: true });
    const code = await tool('@playwright/test/cli.js', ['test', ...rest], { BASE_URL: publicUrl, PLAYWRIGHT_CHROMIUM: browser, E2E_DATABASE_URL: platform.databaseUrl });
    return { ok: code === 0, note: existsSync(file) ? count(playwrightCounts(file)) : 'no report' };
  } finally {
    await runUndo(undo);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await check('generate', async () => ({ ok: true, note: (await generate()) ? 'generated' : 'up to date' }));
await check('types', () => exit(tool('typescript/bin/tsc', ['-p', '.'])));
await check('lint', () => exit(tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/'])));
await check('architecture', async () => {
  const directions = await tool('dependency-cruiser/bin/dependency-cruise.mjs', ['app', 'components', 'server', 'scripts', 'e2e', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']);
  const unused = await tool('knip/bin/knip.js', []);
  return { ok: directions === 0 && unused === 0 };
});
await check('unit', unit);
await check('build', async () => ({ ok: true, note: (await build()) ? 'built' : 'up to date' }));
await check('e2e', journeys);

console.log('\n── summary');
for (const { name, ok, seconds, note } of results) console.log(`  ${ok ? '✓' : '✗'} ${name.padEnd(14)} ${seconds.toFixed(1).padStart(7)} s  ${note}`);
const checks = results.filter(({ name }) => name !== 'unit' && name !== 'e2e');
const passed = total.passed + checks.filter(({ ok }) => ok).length;
const failed = total.failed + checks.filter(({ ok }) => !ok).length + results.filter(({ name, ok }) => !ok && (name === 'unit' || name === 'e2e') && total.failed === 0).length;
console.log(`\n${passed} passed, ${failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(failed > 0 || results.some(({ ok }) => !ok) ? 1 : 0);
