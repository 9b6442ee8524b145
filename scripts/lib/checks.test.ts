import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { runChecks, summarise } from './checks.ts';
import { playwrightCounts, vitestCounts } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'yagona-checks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const lastLine = (text: string) => text.split('\n').at(-1);

test('a test file that cannot be loaded counts as one failure', () => {
  const tests = (...all: string[]) => all.map((status) => ({ status }));
  const file = report({ testResults: [
    { status: 'passed', assertionResults: tests('passed', 'passed', 'pending') },
    { status: 'failed', assertionResults: tests('passed', 'failed', 'failed') },
    { status: 'failed', assertionResults: [] },
  ] });
  expect(vitestCounts(file)).toEqual({ passed: 3, failed: 3, skipped: 1 });
});

test('journeys that cannot begin count as a failure', () => {
  expect(playwrightCounts(report({ stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 }, errors: [] }))).toEqual({ passed: 4, failed: 1, skipped: 2 });
  expect(playwrightCounts(report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{ message: 'no config' }] }))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(playwrightCounts(join(folder, 'none.json'))).toBeNull();
});

test('the last line tells the tests, and every failed check', () => {
  const unit = { name: 'unit', ok: true, ms: 10, counts: { passed: 5, failed: 0, skipped: 0 } };
  expect(lastLine(summarise([unit, { name: 'lint', ok: true, ms: 1 }], ['lint', 'unit']).text)).toBe('5 passed, 0 failed');
  const failed = summarise([unit, { name: 'lint', ok: false, ms: 1 }, { name: 'e2e', ok: false, ms: 1, counts: { passed: 2, failed: 2, skipped: 1 } }], ['lint', 'unit', 'e2e']);
  expect(lastLine(failed.text)).toBe('7 passed, 3 failed, 1 skipped');
  expect(failed.failed).toBe(3);
});

test('a check that cannot run fails, and the next ones run all the same', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const ran: string[] = [];
  const check = (name: string, ok: boolean) => ({ name, run: async () => {
    ran.push(name);
    if (!ok) throw new Error('broken');
    return { ok };
  } });
  const results = await runChecks([[[check('a', false), check('b', true)], [check('c', true)]], [[check('d', true)]]], new AbortController().signal);
  expect(ran.at(-1)).toBe('d');
  expect(results.map(({ name, ok }) => `${name}:${String(ok)}`).sort()).toEqual(['a:false', 'b:true', 'c:true', 'd:true']);
  expect(log.mock.calls.flat().join('\n')).toContain('broken');
  log.mockRestore();
});
