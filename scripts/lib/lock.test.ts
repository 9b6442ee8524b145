import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { isAlive, knownProcess } from '../../server/platform/embedded/processes.ts';
import { takeLock, type Lock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'yagona-lock-'));
const file = join(folder, 'running.json');
const held: Lock[] = [];
const take = async () => {
  const lock = await takeLock(folder);
  held.push(lock);
  return lock;
};

afterEach(() => {
  for (const lock of held.splice(0)) lock.release();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('of starts at the same time one gets through, and the others are told who runs', async () => {
  const outcomes = await Promise.allSettled([take(), take(), take()]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(take()).rejects.toThrow(new RegExp(`already runs on the data in .*process ${process.pid}`));
});

test('what a killed start left running is ended', async () => {
  const child = knownProcess(spawn('sleep', ['60']).pid ?? 0);
  if (!child) throw new Error('not started');
  writeFileSync(file, JSON.stringify({ supervisor: { pid: process.pid, started: 'before the restart' }, children: [child] }));
  await take();
  expect(isAlive(child)).toBe(false);
});

test('a half-written lock is nobody\'s', async () => {
  writeFileSync(file, '{"supervisor":');
  await take();
});

test('a process that was remembered and another one with its number are told apart', async () => {
  const other = spawn('sleep', ['60']);
  writeFileSync(file, JSON.stringify({ supervisor: { pid: 999_999_999, started: 'x' }, children: [{ pid: other.pid, started: 'x' }] }));
  await take();
  expect(knownProcess(other.pid ?? 0)).not.toBeNull();
  other.kill();
});
