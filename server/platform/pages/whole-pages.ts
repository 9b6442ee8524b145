/** Finished answers of public pages, byte for byte, in front of rendering: what everybody gets alike is made once. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { isFresh, onPagesChanged } from './changes.ts';

type Kept = { headers: OutgoingHttpHeaders; body: Buffer; etag: string; keptAt: number; until: number };
/** Of the machine, not of the test clock: what is kept ages whatever day it is. */
const wallClock = (): number => performance.timeOrigin + performance.now();
type Anything = (...all: unknown[]) => unknown;

const mostBytes = 96 * 1024 * 1024;
const keepMs = 60 * 60_000;
/** The best compression of a page is made after it was first sent: its first answer is not kept for long. */
const firstMs = 1_500;
/** Headers of one answer, not of the page. */
const personal = new Set(['x-request-id', 'date', 'connection', 'keep-alive', 'transfer-encoding', 'set-cookie']);
const pages = new Map<string, Kept>();
let bytes = 0;

onPagesChanged(() => {
  pages.clear();
  bytes = 0;
});

/** The name under which an answer to a request may be kept; null where it may be anybody's own. */
export function pageKey({ method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string | null {
  if (method !== 'GET' || url === undefined || url.includes('?') || !/^\/(?:uz|uz-Cyrl|ru|en)(?:\/|$)/.test(url)) return null;
  if (headers['rsc'] !== undefined || headers['next-router-prefetch'] !== undefined || headers['range'] !== undefined || headers['authorization'] !== undefined) return null;
  const accepted = headers['accept-encoding']?.toString() ?? '';
  return `${/\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'plain'} ${url}`;
}

/** Answers with a kept page; false when there is none. */
export function answerFromKept(request: IncomingMessage, response: ServerResponse, key: string): boolean {
  const kept = pages.get(key);
  if (!kept || !isFresh(kept.keptAt) || wallClock() > kept.until) return false;
  // The page that was asked for last goes last when there are too many.
  pages.delete(key);
  pages.set(key, kept);
  if (request.headers['if-none-match'] === kept.etag) {
    const { 'content-length': _length, 'content-type': _type, 'content-encoding': _encoding, ...headers } = kept.headers;
    response.writeHead(304, headers);
    response.end();
    return true;
  }
  response.writeHead(200, kept.headers);
  response.end(kept.body);
  return true;
}

/** Keeps the answer to a request as it goes out, where it is a page that was rendered ahead for everybody. Call before anything else wraps the response. */
export function keepAnswer(response: ServerResponse, key: string): void {
  const begunAt = wallClock();
  const pieces: Buffer[] = [];
  const write = response.write.bind(response) as Anything;
  const end = response.end.bind(response) as Anything;
  response.write = ((chunk: Uint8Array | string, ...rest: unknown[]) => {
    pieces.push(Buffer.from(chunk as string));
    return write(chunk, ...rest);
  }) as typeof response.write;
  response.end = ((...all: unknown[]) => {
    const [chunk] = all;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) pieces.push(Buffer.from(chunk as string));
    const done = end(...all);
    if (isShared(response) && isFresh(begunAt)) keep(key, response, Buffer.concat(pieces), begunAt);
    return done;
  }) as typeof response.end;
}

function isShared(response: ServerResponse): boolean {
  const control = String(response.getHeader('cache-control') ?? '');
  return response.statusCode === 200 && response.getHeader('set-cookie') === undefined && String(response.getHeader('content-type') ?? '').startsWith('text/html') && /s-maxage=\d/.test(control) && !/private|no-store/.test(control);
}

function keep(key: string, response: ServerResponse, body: Buffer, keptAt: number): void {
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
  const headers: OutgoingHttpHeaders = Object.fromEntries(Object.entries(response.getHeaders()).filter(([name]) => !personal.has(name)));
  const before = pages.get(key);
  if (before) bytes -= before.body.length;
  pages.set(key, { headers: { ...headers, etag, 'content-length': body.length }, body, etag, keptAt, until: keptAt + (before ? keepMs : firstMs) });
  bytes += body.length;
  for (const [oldest, page] of pages) {
    if (bytes <= mostBytes) break;
    pages.delete(oldest);
    bytes -= page.body.length;
  }
}
