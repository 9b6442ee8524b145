import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentSecurityPolicy, sourceHash } from './csp.ts';
import { applyPagePolicy } from './page-policy.ts';

const script = 'start()';
const style = 'p{color:red}';
const html = `<!doctype html><style>${style}</style><script>${script}</script><p>x`;
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    applyPagePolicy(response, { policyFor: (own, styles = []) => contentSecurityPolicy({ script: own, style: styles, formTargets: [], development: false }), nonce: 'n0nce', dress: null });
    if (request.url === '/made-before') response.setHeader('x-nextjs-cache', 'HIT');
    if (request.url === '/same') response.writeHead(304, { 'Content-Type': 'text/html' });
    else if (request.url === '/data') response.writeHead(200, { 'Content-Type': 'application/json' });
    else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': String(Buffer.byteLength(html)) });
    if (request.method !== 'HEAD' && response.statusCode === 200) response.write(html.slice(0, 20));
    response.end(request.method !== 'HEAD' && response.statusCode === 200 ? html.slice(20) : undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done)));

const directive = (policy: string | null, name: string) => policy?.split('; ').find((part) => part.startsWith(name));

it('allows the inline scripts and styles of a page made before by their hash, and nothing else', async () => {
  const answer = await fetch(`${base}/made-before`);
  const policy = answer.headers.get('content-security-policy');
  expect(directive(policy, 'script-src')).toBe(`script-src 'self' ${sourceHash(script)}`);
  expect(directive(policy, 'style-src')).toBe(`style-src 'self' ${sourceHash(style)}`);
  expect(await answer.text()).toBe(html);
});

it('allows scripts of a page rendered now by nonce, and no inline style', async () => {
  const answer = await fetch(`${base}/rendered`);
  const policy = answer.headers.get('content-security-policy');
  expect(directive(policy, 'script-src')).toContain("'nonce-n0nce'");
  expect(directive(policy, 'script-src')).not.toContain('unsafe');
  expect(directive(policy, 'style-src')).toBe("style-src 'self'");
  expect(await answer.text()).toBe(html);
});

it.each([['HEAD', '/rendered'], ['GET', '/same'], ['GET', '/data']])('leaves %s %s as it is', async (method, path) => {
  const answer = await fetch(base + path, { method });
  expect(answer.headers.get('content-security-policy')).toBeNull();
});
