import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import next from 'next';
import { env } from './platform/env/index.ts';
import { contentSecurityPolicy } from './platform/http/csp.ts';
import { pageDresser } from './platform/http/dressed-pages.ts';
import { answerFailedPages } from './platform/http/failed-pages.ts';
import { setSecurityHeaders } from './platform/http/headers.ts';
import { clientAddress, refuseFlood } from './platform/http/limit.ts';
import { applyPagePolicy } from './platform/http/page-policy.ts';
import { localeOfPath, statusPage } from './platform/http/status-page.ts';
import { logger } from './platform/log/index.ts';
import { watchPages } from './platform/pages/changes.ts';
import { answerFromKept, keepAnswer, pageKey } from './platform/pages/whole-pages.ts';

const settings = env();
const development = settings.NODE_ENV === 'development';
const https = settings.PUBLIC_URL.startsWith('https://');
const formTargets = [new URL(settings.OIDC_ISSUER).origin];
const log = logger();
// Quality 6 makes pages a tenth smaller than the default 4 for little more time.
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } } });
const root = join(import.meta.dirname, '..');
const dress = pageDresser(join(root, settings.NEXT_DIST_DIR), readFileSync(join(root, 'public/enhance.js'), 'utf8'));

const app = next({ dev: development, dir: root, hostname: settings.HOST, port: settings.PORT });
await app.prepare();
const handle = app.getRequestHandler();
const watch = watchPages(settings.DATABASE_URL);

/** Whether a path can be decoded, to text that a database can compare. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url.split('?')[0] ?? '').includes('\0');
  } catch {
    return false;
  }
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = performance.now();
  const requestId = randomUUID();
  const key = development ? null : pageKey(request);
  const nonce = randomBytes(16).toString('base64');
  request.headers['x-request-id'] = requestId;
  // Ours, whatever the client has sent under this name: limits count by it.
  request.headers['x-client-address'] = clientAddress(request);
  response.setHeader('X-Request-Id', requestId);
  setSecurityHeaders(response, https);
  const policyFor = (script: string[], style: string[] = []) => contentSecurityPolicy({ script, style, formTargets, development });
  // Where a page does not say its language in time, e.g. below a layout that is kept, next-intl asks this header.
  request.headers['x-next-intl-locale'] = localeOfPath(request.url ?? '/');
  // Next reads the nonce for the scripts of a page rendered now from this request header.
  request.headers['content-security-policy'] = policyFor([`'nonce-${nonce}'`, "'strict-dynamic'"]);
  response.on('finish', () => {
    const path = (request.url ?? '').split('?')[0];
    if (path?.startsWith('/_next/')) return;
    log.info({ requestId, method: request.method, path, status: response.statusCode, ms: Math.round(performance.now() - started) }, 'request');
  });
  if (key !== null && answerFromKept(request, response, key)) return;
  if (key !== null) keepAnswer(response, key);
  compress(request as never, response as never, () => undefined);
  applyPagePolicy(response, { policyFor, nonce, dress: development ? null : dress });
  if (!development) answerFailedPages(request, response);
  if (!isReadable(request.url ?? '/')) {
    // Next answers 500 to such an address.
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end();
    return;
  }
  // Systems have limits of their own, each by its name.
  if (!(request.url ?? '').startsWith('/api/v1/registers/') && (await refuseFlood(request, response, () => statusPage(429, request.url ?? '/')))) return;
  await handle(request, response);
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => {
    log.error({ err: error }, 'request failed');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
const upgrade = app.getUpgradeHandler();
server.on('upgrade', (request, socket, head) => {
  void upgrade(request, socket, head);
});
server.keepAliveTimeout = 65_000;
server.listen(settings.PORT, settings.HOST, () => {
  console.log('web server ready');
});

function stop(): void {
  void watch.stop();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 5_000).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
