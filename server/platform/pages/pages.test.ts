import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase } from '../../testing/database.ts';
import { transaction } from '../db/index.ts';
import { env } from '../env/index.ts';
import PageStore from './cache-handler.js';
import { onPagesChanged, tellPages, watchPages } from './changes.ts';
import { answerFromKept, keepAnswer, pageKey } from './whole-pages.ts';

createTestDatabase();
let watch: ReturnType<typeof watchPages>;
let server: Server;
let rendered = 0;
const changes: number[] = [];
const store = new PageStore();
const address = () => {
  const at = server.address();
  return `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
};
const until = async (done: () => boolean) => {
  await vi.waitFor(() => expect(done()).toBe(true), { timeout: 2_000, interval: 20 });
};

beforeAll(async () => {
  onPagesChanged(() => changes.push(performance.now()));
  watch = watchPages(env().DATABASE_URL);
  await until(() => changes.length > 0);
  server = createServer((request, response) => {
    const key = pageKey(request);
    if (key !== null && answerFromKept(request, response, key)) return;
    if (key !== null) keepAnswer(response, key);
    rendered += 1;
    response.setHeader('Cache-Control', request.url === '/uz/private' ? 'private, no-store' : 's-maxage=3600');
    if (request.url === '/uz/cookie') response.setHeader('Set-Cookie', 'a=b');
    response.writeHead(request.url === '/uz/lost' ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.write('<p>');
    response.end(String(rendered));
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
});
afterAll(async () => {
  await watch.stop();
  server.close();
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${address()}${path}`, { headers });
  return { status: answer.status, text: await answer.text(), etag: answer.headers.get('etag') };
};
const publish = async () => {
  const before = changes.length;
  await transaction((tx) => tellPages(tx));
  await until(() => changes.length > before);
};

describe('a page for everybody', () => {
  it('is made once, and anew when something was published', async () => {
    const first = await get('/uz/services');
    expect((await get('/uz/services')).text).toBe(first.text);
    await publish();
    expect((await get('/uz/services')).text).not.toBe(first.text);
  });

  it('is not sent again to whoever has it', async () => {
    await get('/uz/about');
    const { etag } = await get('/uz/about');
    expect(await get('/uz/about', { 'if-none-match': etag ?? '' })).toMatchObject({ status: 304, text: '' });
  });

  it('is kept by no way in which it may be anybody’s own', async () => {
    for (const path of ['/uz/private', '/uz/cookie', '/uz/lost', '/uz/services?q=a', '/api/health']) expect((await get(path)).text, path).not.toBe((await get(path)).text);
    expect((await get('/uz/help', { rsc: '1' })).text).not.toBe((await get('/uz/help', { rsc: '1' })).text);
  });
});

it('a change that is rolled back is no change', async () => {
  const first = await get('/ru/services');
  await transaction(async (tx) => {
    await tellPages(tx);
    throw new Error('rolled back');
  }).catch(() => undefined);
  expect((await get('/ru/services')).text).toBe(first.text);
});

it('what the framework has rendered is kept until then too', async () => {
  await store.set('/uz/services', { html: 'x' });
  expect(await store.get('/uz/services')).toMatchObject({ value: { html: 'x' } });
  await publish();
  expect(await store.get('/uz/services')).toBeNull();
});
