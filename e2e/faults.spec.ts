import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../server/platform/embedded/ports.ts';

/** A platform of its own, whose database may be taken away. */
let platform: ChildProcess;
let dataDir: string;
let portal: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  dataDir = mkdtempSync(join(tmpdir(), 'yagona-faults-'));
  chmodSync(dataDir, 0o755);
  const [port, oidc, smtp] = [await freePort(), await freePort(), await freePort()];
  portal = `http://localhost:${port}`;
  const inherited = Object.fromEntries(['PATH', 'HOME', 'LANG'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  platform = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    cwd: resolve(import.meta.dirname, '..'),
    env: { ...inherited, NODE_ENV: 'production', PORT: String(port), DEMO_OIDC_PORT: String(oidc), DEMO_SMTP_PORT: String(smtp), YAGONA_DATA_DIR: dataDir, SEED_PEOPLE: '50', LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((done, fail) => {
    let said = '';
    const take = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ctrl-C stops everything')) done();
    };
    platform.stdout?.on('data', take);
    platform.stderr?.on('data', take);
    platform.once('exit', () => fail(new Error(`The platform did not start:\n${said}`)));
  });
});

test.afterAll(async () => {
  const ended = new Promise((done) => platform.once('exit', done));
  platform.kill('SIGINT');
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
});

const look = async (path: string) => {
  const answer = await fetch(portal + path, { signal: AbortSignal.timeout(30_000) });
  return { status: answer.status, retry: answer.headers.get('retry-after'), text: await answer.text() };
};

/** Process id of the database, 0 while it is down. */
function postmaster(): number {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return 0;
  }
}

test('a database that goes away is explained, and everything goes on when it is back', async () => {
  test.setTimeout(150_000);
  expect((await look('/ru/services?q=паспорт')).status).toBe(200);
  // Load: people keep searching while it happens.
  const statuses = new Set<number>();
  const state = { stop: false };
  const load = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (!state.stop) statuses.add((await look('/ru/services?q=паспорт')).status);
    }),
  );
  const before = postmaster();
  process.kill(before, 'SIGINT');
  await expect.poll(() => ![0, before].includes(postmaster()), { timeout: 60_000 }).toBe(true);
  await expect.poll(async () => (await look('/api/health')).status, { timeout: 90_000 }).toBe(200);
  await expect.poll(async () => (await look('/ru/services?q=паспорт')).status, { timeout: 60_000 }).toBe(200);
  state.stop = true;
  await load;
  // Nobody saw a bare error: either the page, or the explanation that it is away.
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
});

test('pages made before need no database; the others say in the language of the page that it is away', async () => {
  test.setTimeout(150_000);
  expect((await look('/uz')).status).toBe(200);
  const away: { status: number; retry: string | null; text: string }[] = [];
  let kept = 0;
  // The supervisor brings the database back within seconds, so it is taken away until somebody was told.
  await expect
    .poll(
      async () => {
        const pid = postmaster();
        if (pid !== 0) process.kill(pid, 'SIGINT');
        const answer = await look('/ru/services?q=паспорт');
        if (answer.status === 503) away.push(answer);
        kept = (await look('/uz')).status;
        return away.length;
      },
      { timeout: 60_000, intervals: [20] },
    )
    .toBeGreaterThan(0);
  expect(kept).toBe(200);
  expect(away[0]?.text).toContain('Портал временно недоступен');
  expect(away[0]?.text).toContain('lang="ru"');
  expect(Number(away[0]?.retry)).toBeGreaterThan(0);
  await expect.poll(async () => (await look('/api/health')).status, { timeout: 90_000 }).toBe(200);
});

test('whoever tries out codes is stopped, whatever address they claim to have', async () => {
  const texts: string[] = [];
  for (let attempt = 0; attempt < 25; attempt += 1) {
    const answer = await fetch(`${portal}/en/verify/2222-2222-2222-2222`, { headers: { 'x-client-address': `198.51.100.${attempt}`, 'x-forwarded-for': `198.51.100.${attempt}` } });
    texts.push(await answer.text());
  }
  expect(texts[0]).not.toContain('Too many checks in a row');
  expect(texts.at(-1)).toContain('Too many checks in a row');
});
