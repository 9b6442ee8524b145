import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDatabaseUnavailable } from '../db/unavailable.ts';
import { env } from '../env/index.ts';
import { takeToken } from '../rate-limit/index.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The client's address; behind a trusted proxy the last one it appended. */
export function clientAddress(request: IncomingMessage): string {
  const forwarded = env().TRUST_PROXY ? request.headers['x-forwarded-for'] : undefined;
  const list = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
  return list?.split(',').at(-1)?.trim() ?? request.socket.remoteAddress ?? 'unknown';
}

/** Counts a changing request against its client address. Answers 429 and returns true when there were too many. */
export async function refuseFlood(request: IncomingMessage, response: ServerResponse, page: (status: 429) => string): Promise<boolean> {
  if (safeMethods.has(request.method ?? 'GET')) return false;
  const perMinute = env().RATE_LIMIT_PER_MINUTE;
  try {
    const answer = await takeToken(`ip:${clientAddress(request)}`, { burst: perMinute, perMinute });
    if (answer.allowed) return false;
    response.statusCode = 429;
    response.setHeader('Retry-After', String(answer.retryAfterSeconds));
  } catch (error) {
    // Without a database nothing can be changed anyway: let the request meet its own clear error.
    if (isDatabaseUnavailable(error)) return false;
    throw error;
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(page(429));
  return true;
}
