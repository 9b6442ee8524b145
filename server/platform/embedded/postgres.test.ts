import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/folders.ts';
import { readNote, writeNote } from './postgres-orphan.ts';
import { startPostgres, type EmbeddedPostgres } from './postgres.ts';
import { isAlive } from './processes.ts';

const parent = temporaryFolder('test');
const folder = join(parent, 'postgres');
const started: EmbeddedPostgres[] = [];

async function start(onExit?: (reason: string) => void): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ folder, throwaway: true, ...(onExit && { onExit }) });
  started.push(server);
  return server;
}

async function value(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ value: unknown }>(sql);
    return rows[0]?.value;
  } finally {
    await client.end();
  }
}

const noted = () => {
  const note = readNote(folder);
  if (!note) throw new Error('no note');
  return note;
};

beforeAll(async () => {
  // An initdb that was interrupted, by every way of leaving something behind.
  mkdirSync(join(folder, 'data.new/base'), { recursive: true });
  mkdirSync(join(folder, 'data/base'), { recursive: true });
  writeFileSync(join(folder, 'password'), 'of the interrupted one');
  const server = await start();
  await value(server.url, 'create table kept as select 42 as value');
  await server.stop('clean');
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

test('a half-written data folder is put aside, and a whole one takes its place', async () => {
  expect(readdirSync(folder)).toContain('data.incomplete-1');
  expect(readdirSync(folder)).not.toContain('data.new');
  const { url } = await start();
  expect(await value(url, 'select value from kept')).toBe(42);
});

test('text is UTF-8 with the same order on every machine', async () => {
  const { url } = await start();
  expect(await value(url, `select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding) as value from pg_database where datname = 'postgres'`)).toBe('b C.UTF-8 UTF8');
});

test('the address stays the same from start to start', async () => {
  const first = await start();
  await first.stop();
  expect((await start()).url).toBe(first.url);
});

test('a server that somebody else looks after is shared, and left alone', async () => {
  const mine = await start();
  const shared = await start();
  expect([shared.shared, shared.url]).toEqual([true, mine.url]);
  await shared.stop();
  expect(await value(mine.url, 'select 1 as value')).toBe(1);
});

test('the server of a killed run is ended and replaced', async () => {
  await start();
  const note = noted();
  writeNote(folder, { ...note, owner: { ...note.owner, started: 'before' } });
  const server = await start();
  expect(server.shared).toBe(false);
  expect(isAlive(note.server)).toBe(false);
  expect(await value(server.url, 'select value from kept')).toBe(42);
});

test('a lock that names an unrelated process does not keep PostgreSQL from starting', async () => {
  const unrelated = spawn('sleep', ['60']);
  try {
    writeFileSync(join(folder, 'data/postmaster.pid'), `${unrelated.pid ?? 0}\n${join(folder, 'data')}\n1700000000\n5432\n\n127.0.0.1\n`);
    expect(await value((await start()).url, 'select value from kept')).toBe(42);
  } finally {
    unrelated.kill();
  }
});

test('a killed server is reported, and the next start recovers its data', async () => {
  const ended: string[] = [];
  const { url } = await start((reason) => ended.push(reason));
  await value(url, 'create table late as select 7 as value');
  await value(url, 'checkpoint');
  process.kill(noted().server.pid, 'SIGKILL');
  await expect.poll(() => ended).toEqual(['SIGKILL']);
  expect(await value((await start()).url, 'select value from late')).toBe(7);
});

test('data without its password is kept and explained', async () => {
  const secret = join(folder, 'password');
  const password = readFileSync(secret);
  rmSync(secret);
  await expect(start()).rejects.toThrow(/password is missing/);
  expect(existsSync(join(folder, 'data/PG_VERSION'))).toBe(true);
  writeFileSync(secret, password);
});

test('data of another version is kept and explained', async () => {
  const file = join(folder, 'data/PG_VERSION');
  const version = readFileSync(file);
  writeFileSync(file, '15\n');
  await expect(start()).rejects.toThrow(/made by PostgreSQL 15/);
  writeFileSync(file, version);
});

test('a start that is called off leaves nothing running', async () => {
  const controller = new AbortController();
  const starting = startPostgres({ folder, throwaway: true, signal: controller.signal });
  setTimeout(() => controller.abort(new Error('called off')), 20);
  await expect(starting).rejects.toThrow('called off');
  const note = readNote(folder);
  expect(note && isAlive(note.server)).not.toBe(true);
});
