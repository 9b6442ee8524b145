import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Counts = { passed: number; failed: number; skipped: number };

const vitestReport = z.object({
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()).default([]),
});

const read = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** Null when there is no report, i.e. the tests could not even begin. */
export function vitestCounts(file: string): Counts | null {
  const report = vitestReport.safeParse(read(file));
  if (!report.success) return null;
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of report.data.testResults) {
    const of = (wanted: string[]) => assertionResults.filter((test) => wanted.includes(test.status)).length;
    const failed = of(['failed']);
    counts.passed += of(['passed']);
    // A file that cannot be loaded fails without a failing test in it.
    counts.failed += status === 'failed' && failed === 0 ? 1 : failed;
    counts.skipped += of(['pending', 'skipped', 'todo', 'disabled']);
  }
  return counts;
}

export function playwrightCounts(file: string): Counts | null {
  const report = playwrightReport.safeParse(read(file));
  if (!report.success) return null;
  const { expected, unexpected, flaky, skipped } = report.data.stats;
  return { passed: expected + flaky, failed: unexpected > 0 ? unexpected : Math.min(1, report.data.errors.length), skipped };
}

/** The one form in which results are told, here and in the last line of `npm test`. */
export function told({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
