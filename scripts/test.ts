/**
 * Every check of the project with one summary: `npm test`, or some of it: `npm test -- --only=unit,e2e`.
 * Other arguments go to the tests: `npm test -- --only=e2e sign-in`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, generate } from './lib/build.ts';
import { runChecks, summarise, type Check, type Finding } from './lib/checks.ts';
import { vitestCounts } from './lib/counts.ts';
import { runJourneys } from './lib/journeys.ts';
import { root } from './lib/settings.ts';
import { onInterrupt } from './lib/signals.ts';
import { runTool } from './lib/tools.ts';

const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7).split(',');
const rest = process.argv.slice(2).filter((arg) => !arg.startsWith('--only='));
const interrupted = new AbortController();
const { signal } = interrupted;
onInterrupt(() => interrupted.abort(new Error('Interrupted.')));
const results = join(root, 'test-results');
mkdirSync(results, { recursive: true });

async function tool(alone: boolean, script: string, ...args: string[]): Promise<Finding> {
  const { code, output } = await runTool(script, args, { signal, show: alone, env: alone ? {} : { FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } });
  return { ok: code === 0, output };
}

function both(...findings: Finding[]): Finding {
  return { ok: findings.every(({ ok }) => ok), output: findings.filter(({ ok }) => !ok).map(({ output }) => output ?? '').join('\n') };
}

async function unit(alone: boolean): Promise<Finding> {
  const report = join(results, 'unit.json');
  rmSync(report, { force: true });
  const finding = await tool(alone, 'vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...rest);
  return { ...finding, counts: vitestCounts(report), note: 'no report' };
}

const checks = {
  generate: async () => ({ ok: true, note: (await generate(signal)) ? 'generated' : 'up to date' }),
  types: (alone) => tool(alone, 'typescript/bin/tsc', '-p', '.'),
  lint: (alone) => tool(alone, 'eslint/bin/eslint.js', '.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/'),
  architecture: async (alone) => both(
    await tool(alone, 'dependency-cruiser/bin/dependency-cruise.mjs', 'app', 'components', 'server', 'scripts', 'e2e', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'),
    await tool(alone, 'knip/bin/knip.js'),
  ),
  unit,
  build: async () => ({ ok: true, note: (await build(undefined, signal)) ? 'built' : 'up to date' }),
  e2e: () => runJourneys(rest, signal),
} satisfies Record<string, Check['run']>;

type Name = keyof typeof checks;
const names = Object.keys(checks) as Name[];
const unknown = only?.filter((name) => !names.includes(name as Name)) ?? [];
if (unknown.length > 0) {
  console.error(`There is no check named ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(1);
}
const lane = (...wanted: Name[]): Check[] => wanted.filter((name) => !only || only.includes(name) || name === 'generate').map((name) => ({ name, run: checks[name] }));

// Two lanes for two cores: reading the code, and running it. The journeys need both cores.
const found = await runChecks([[lane('generate')], [lane('types', 'lint', 'architecture'), lane('unit')], [lane('build')], [lane('e2e')]], signal);
const { text, failed } = summarise(found, names);
console.log(text);
process.exit(failed > 0 || signal.aborted ? 1 : 0);
