import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { endProcess, isAlive, knownProcess } from './processes.ts';

test('a process is known as long as it lives, and not taken for a later one with its number', async () => {
  const child = spawn('sleep', ['60']);
  const known = knownProcess(child.pid ?? 0);
  if (!known) throw new Error('not found');
  expect(isAlive(known)).toBe(true);
  expect(isAlive({ ...known, started: 'another time' })).toBe(false);
  const exited = once(child, 'exit');
  expect(await endProcess(known, 'SIGTERM', 5_000)).toBe(true);
  await exited;
  expect(knownProcess(known.pid)).toBeNull();
});

test('a process that ignores the signal is not waited for for ever', async () => {
  const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const known = knownProcess(child.pid ?? 0);
  if (!known) throw new Error('not found');
  expect(await endProcess(known, 'SIGTERM', 100)).toBe(false);
  expect(await endProcess(known, 'SIGKILL', 5_000)).toBe(true);
});

test('no process has a number below one', () => {
  expect([0, -1, Number.NaN].map(knownProcess)).toEqual([null, null, null]);
});
