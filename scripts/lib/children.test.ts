import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freePort } from '../../server/platform/embedded/ports.ts';
import { knownProcess } from '../../server/platform/embedded/processes.ts';
import { Child, type ChildSpec } from './children.ts';

const env = { PATH: process.env['PATH'] ?? '' };
const children: Child[] = [];
const says: string[] = [];

function child(code: string, more: Partial<ChildSpec> = {}): Child {
  const made = new Child({ name: 'helper', command: ['-e', code], env, ready: 'helper ready', restartDelays: [10], ...more });
  children.push(made);
  return made;
}

const stays = 'console.log("helper ready"); setInterval(() => {}, 1000);';

beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    says.push(String(text).trimEnd());
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  says.length = 0;
  for (const made of children.splice(0)) await made.stop(500);
});

test('a process that ends by itself is started again, and says so', async () => {
  const helper = child(stays);
  await helper.start();
  const first = helper.pid;
  process.kill(first ?? 0, 'SIGKILL');
  await vi.waitFor(() => expect(says).toEqual(['helper ended by itself (SIGKILL); starting it again in 10 ms', 'helper works again']), 10_000);
  expect(helper.pid).not.toBe(first);
});

test('a process that does not come up fails the start with what it said', async () => {
  await expect(child('console.error("no such setting"); process.exit(3)').start()).rejects.toThrow(/helper did not start \(exit code 3\):\nno such setting/);
});

test('a process is ready when its health says so', async () => {
  const port = await freePort();
  let asked = 0;
  const server = createServer((_, response) => response.writeHead((asked += 1) < 3 ? 503 : 200).end()).listen(port, '127.0.0.1');
  await once(server, 'listening');
  await child(stays, { health: `http://127.0.0.1:${port}/` }).start();
  expect(asked).toBe(3);
  server.close();
});

test('stopping is asked for, and forced when it does not happen', async () => {
  const helper = child(`process.on("SIGTERM", () => {}); ${stays}`);
  await helper.start();
  const pid = helper.pid ?? 0;
  await helper.stop(200);
  expect(knownProcess(pid)).toBeNull();
  expect(says).toEqual([]);
});

test('a start that is called off does not wait', async () => {
  const controller = new AbortController();
  const starting = child('setInterval(() => {}, 1000)').start(controller.signal);
  controller.abort(new Error('called off'));
  await expect(starting).rejects.toThrow('called off');
});
