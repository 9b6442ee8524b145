import { told, type Counts } from './counts.ts';
import { bold, dim, duration, green, red } from './progress.ts';

/** What a check found; tests are counted, other checks merely hold or not. */
export type Finding = { ok: boolean; counts?: Counts | null; note?: string; output?: string };
export type Check = { name: string; run: (alone: boolean) => Promise<Finding> };
type Result = Finding & { name: string; ms: number };

async function runCheck({ name, run }: Check, alone: boolean): Promise<Result> {
  console.log(`${bold('──')} ${name} …`);
  const started = performance.now();
  const finding: Finding = await run(alone).catch((error: unknown) => ({ ok: false, note: 'could not run', output: error instanceof Error ? error.message : String(error) }));
  const ms = performance.now() - started;
  if (!finding.ok && finding.output) console.log(`\n${bold(`── ${name} says`)}\n${finding.output.trim()}\n`);
  console.log(`${finding.ok ? green('✓') : red('✗')} ${name} ${dim(duration(ms))}`);
  return { ...finding, name, ms };
}

/**
 * Runs stages one after the other. The lanes of a stage run beside each other and keep what they say for
 * the end; the checks of a lane follow each other, also when one fails.
 */
export async function runChecks(stages: readonly (readonly (readonly Check[])[])[], signal: AbortSignal): Promise<Result[]> {
  const results: Result[] = [];
  for (const stage of stages) {
    const lanes = stage.filter((lane) => lane.length > 0);
    await Promise.all(lanes.map(async (lane) => {
      for (const check of lane) if (!signal.aborted) results.push(await runCheck(check, lanes.length === 1));
    }));
  }
  return results;
}

/** The closing summary; the last line alone counts tests, and as failed also every other check that failed. */
export function summarise(results: readonly Result[], order: readonly string[]): { text: string; failed: number } {
  const sum: Counts = { passed: 0, failed: 0, skipped: 0 };
  const rows = [...results].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name)).map(({ name, ok, ms, counts, note }) => {
    sum.passed += counts?.passed ?? 0;
    sum.skipped += counts?.skipped ?? 0;
    sum.failed += Math.max(counts?.failed ?? 0, ok ? 0 : 1);
    return `  ${ok ? green('✓') : red('✗')} ${name.padEnd(14)} ${duration(ms).padStart(12)}  ${counts ? told(counts) : (note ?? '')}`;
  });
  return { text: `\n${bold('── summary')}\n${rows.join('\n')}\n\n${told(sum)}`, failed: sum.failed };
}
