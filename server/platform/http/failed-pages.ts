import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import { databaseHealth } from '../db/health.ts';
import { env } from '../env/index.ts';
import { metOutage } from './outages.ts';
import { localeOfPath, statusPage } from './status-page.ts';

const pages = new Map<string, string>();

/** The prerendered page that explains a failure, from this very server; null when even that fails. */
async function problemPage(locale: string, status: 404 | 500): Promise<string | null> {
  const path = `/${locale}/problem/${status}`;
  const known = pages.get(path);
  if (known) return known;
  const page = await new Promise<string | null>((done) => {
    get({ host: '127.0.0.1', port: env().PORT, path, headers: { accept: 'text/html' } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done(answer.statusCode === 200 ? Buffer.concat(chunks).toString('utf8') : null));
    }).on('error', () => done(null));
  });
  if (page) pages.set(path, page);
  return page;
}

type Anything = (...all: unknown[]) => unknown;

/**
 * Next renders "not found" and errors in the browser, so without JavaScript their pages are empty. Here
 * they are answered with the prerendered problem pages instead, and with a plain 503 when the database
 * is away.
 */
export function answerFailedPages(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/';
  if (/^\/[\w-]+\/problem\//.test(path)) return;
  const end = response.end.bind(response) as Anything;
  const write = response.write.bind(response) as Anything;
  const writeHead = response.writeHead.bind(response) as Anything;
  let answered = false;
  const failed = () =>
    !answered && !response.headersSent && (response.statusCode === 404 || response.statusCode >= 500) && String(response.getHeader('content-type') ?? '').startsWith('text/html');

  const answer = async (all: unknown[]) => {
    const away = response.statusCode >= 500 && (metOutage(String(request.headers['x-request-id'])) || (await databaseHealth()).database === 'down');
    const page = away ? statusPage(503, path) : await problemPage(localeOfPath(path), response.statusCode === 404 ? 404 : 500);
    answered = true;
    if (page === null) {
      end(...all);
      return;
    }
    if (away) {
      response.statusCode = 503;
      response.setHeader('Retry-After', '30');
    }
    for (const name of ['content-length', 'etag', 'content-encoding']) response.removeHeader(name);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    // The page was made before: the policy allows its scripts and styles by hash.
    response.setHeader('X-Nextjs-Prerender', '1');
    end(page);
  };

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    for (const part of rest) if (typeof part === 'object' && part !== null && !Array.isArray(part)) for (const [name, value] of Object.entries(part)) response.setHeader(name, value as string);
    return failed() ? response : writeHead(status);
  }) as typeof response.writeHead;
  response.write = ((...all: unknown[]) => (failed() ? true : write(...all))) as typeof response.write;
  response.end = ((...all: unknown[]) => {
    if (failed()) void answer(all);
    else end(...all);
    return response;
  }) as typeof response.end;
}
