/** The router of the API: which path and method is which operation, and how it answers. */
import type { Actor } from '../platform/auth/actor.ts';
import { isDatabaseUnavailable } from '../platform/db/unavailable.ts';
import { logger } from '../platform/log/index.ts';
import { takeToken } from '../platform/rate-limit/index.ts';
import { openApi } from './openapi.ts';
import * as data from './rest-data.ts';
import type { Answer, Call } from './rest-data.ts';
import { languageOf, problemResponse, RestProblem } from './rest-problem.ts';
import { createSubscriptionRest, listSubscriptionsRest, pullChangesRest, removeSubscriptionRest } from './rest-subscriptions.ts';
import { describeDatabase, listDatabases, modifyDatabase } from './rest-databases.ts';
import { findDefinition, listRegisters } from './service-access.ts';
import { authenticateClient } from './service-clients.ts';

const mostBytes = 1_048_576;
const rate = { burst: 600, perMinute: 3_000 };
const attempts = { burst: 60, perMinute: 60 };

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Handler = (call: Call, params: string[]) => Promise<Answer>;
type Route = { path: RegExp; methods: Partial<Record<Method, Handler>>; open?: boolean };

/** GovStack's Information Mediator writes names with hyphens, others as one word with capitals: both are the same. */
const named = (name: string) => `${name}|${name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
const onData = (rest: string) => new RegExp(`^/data/([a-z][a-z0-9-]*)/(\\d+(?:\\.\\d+)?)${rest}$`);
const ok = (body: unknown): Answer => ({ status: 200, body });
const description = (body: unknown): Answer => ({ status: 200, body, headers: { 'Cache-Control': 'public, max-age=60' } });

const routes: Route[] = [
  { path: /^\/openapi\.json$/, open: true, methods: { GET: async () => description(openApi((await listRegisters(nobody)).map(({ definition }) => definition))) } },
  { path: /^\/([a-z][a-z0-9-]*)\/openapi\.json$/, open: true, methods: { GET: async (_call, [register = '']) => description(openApi([await findDefinition(register)])) } },
  { path: /^\/data\/MyPersonalDataUsage\/1\.0$/, methods: { GET: data.personalDataUsage } },
  { path: onData(''), methods: { GET: data.list } },
  { path: onData('/create'), methods: { POST: data.create } },
  { path: onData('/exists'), methods: { POST: data.exists } },
  { path: onData('/read'), methods: { POST: data.read } },
  { path: onData('/update'), methods: { PUT: data.update, POST: data.update } },
  { path: onData(`/(?:${named('update-or-create')})`), methods: { POST: data.updateOrCreate } },
  { path: onData(`/(?:${named('update-entries')})`), methods: { PUT: data.updateEntries, POST: data.updateEntries } },
  { path: onData('/([^/]+)/delete'), methods: { DELETE: (call, [, , id = '']) => data.remove(call, id) } },
  { path: onData(`/([^/]+)/(?:${named('read-value')})/([A-Za-z][A-Za-z0-9]*)\\.(json|txt)`), methods: { GET: (call, [, , id = '', field = '', extension = '']) => data.readValue(call, id, field, extension) } },
  { path: onData('/([^/]+)/history'), methods: { GET: (call, [, , id = '']) => data.history(call, id) } },
  { path: /^\/databases$/, methods: { GET: listDatabases } },
  { path: /^\/database\/modify$/, methods: { POST: modifyDatabase } },
  {
    path: /^\/database\/([a-z][a-z0-9-]*)$/,
    methods: {
      GET: describeDatabase,
      DELETE: async () => {
        throw new RestProblem(405, 'neverDeleted', { headers: { Allow: 'GET' } });
      },
    },
  },
  { path: /^\/subscriptions$/, methods: { GET: async ({ actor, search }) => ok(await listSubscriptionsRest(actor, { register: search.get('register') ?? undefined })), POST: async ({ actor, body }) => ({ status: 201, body: await createSubscriptionRest(actor, body) }) } },
  {
    path: /^\/subscriptions\/([^/]+)$/,
    methods: {
      DELETE: async ({ actor }, [id = '']) => {
        await removeSubscriptionRest(actor, { id });
        return { status: 204 };
      },
    },
  },
  { path: /^\/subscriptions\/([^/]+)\/changes$/, methods: { GET: async ({ actor, search }, [id = '']) => ok(await pullChangesRest(actor, { id, after: search.get('after') ?? undefined, limit: search.get('limit') ?? undefined, waitSeconds: search.get('waitSeconds') ?? undefined })) } },
];

const nobody: Actor = { kind: 'anonymous', userId: null, name: '', pinfl: null, roles: [], onBehalfOf: null, locale: 'uz', requestId: null };

async function bodyOf(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'DELETE') return null;
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) throw new RestProblem(415, 'notJson');
  const pieces: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > mostBytes) throw new RestProblem(413, 'tooLarge');
      pieces.push(piece);
    }
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)));
  } catch {
    throw new RestProblem(400, 'notJson');
  }
}

async function caller(headers: Headers): Promise<Actor> {
  const found = await authenticateClient(headers);
  if (found.outcome === 'otherName') throw new RestProblem(403, 'otherName');
  if (found.outcome !== 'known') {
    // Whoever tries secrets out is slowed down.
    const tries = await takeToken(`secrets:${headers.get('x-client-address') ?? ''}`, attempts);
    if (!tries.allowed) throw new RestProblem(429, 'tooMany', { headers: { 'Retry-After': String(tries.retryAfterSeconds) } });
    throw new RestProblem(401, 'secret', { headers: { 'WWW-Authenticate': 'Bearer' } });
  }
  const { actor } = found;
  const token = await takeToken(`client:${actor.client?.id ?? ''}`, rate);
  if (!token.allowed) throw new RestProblem(429, 'tooMany', { headers: { 'Retry-After': String(token.retryAfterSeconds) } });
  return actor;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new RestProblem(404, 'path');
  }
}

/** Answers a request to the API; `path` is what follows its prefix. */
export async function answerRest(request: Request, { prefix, path }: { prefix: string; path: string }): Promise<Response> {
  const language = languageOf(request.headers.get('accept-language'));
  const url = new URL(request.url);
  try {
    const route = routes.find((one) => one.path.test(path));
    if (!route) throw new RestProblem(404, 'path');
    const handler = route.methods[request.method as Method];
    if (!handler) throw new RestProblem(405, 'method', { headers: { Allow: Object.keys(route.methods).join(', ') } });
    const params = [...(route.path.exec(path) ?? [])].slice(1).map(decoded);
    const actor = route.open ? nobody : await caller(request.headers);
    const call: Call = { actor: { ...actor, locale: language }, register: params[0] ?? '', version: params[1] ?? '', search: url.searchParams, headers: request.headers, body: await bodyOf(request), path: `${prefix}${path}` };
    return toResponse(await handler(call, params), request.headers);
  } catch (error) {
    const problem = problemResponse(error, { instance: `${prefix}${path}`, language });
    if (problem) return problem;
    if (!isDatabaseUnavailable(error)) logger().error({ err: error, path }, 'the API failed');
    return Response.json({ type: 'about:blank', title: 'Internal error', status: 500, instance: `${prefix}${path}` }, { status: 500, headers: { 'Content-Type': 'application/problem+json' } });
  }
}

function toResponse({ status, body, text, headers = {} }: Answer, request: Headers): Response {
  const shared = { 'Cache-Control': 'no-store', ...headers };
  if (headers['ETag'] !== undefined && request.get('if-none-match') === headers['ETag']) return new Response(null, { status: 304, headers: shared });
  if (status === 204) return new Response(null, { status, headers: shared });
  if (text !== undefined) return new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...shared } });
  return Response.json(body, { status, headers: shared });
}
