import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Person } from '@/server/platform/auth/actor';
import { isPerson } from '@/server/platform/auth/actor';
import { currentActor } from '@/server/platform/auth/current';
import { isSameOrigin } from '@/server/platform/auth/same-origin';
import { isDatabaseUnavailable } from '@/server/platform/db/unavailable';
import { Failure } from '@/server/platform/errors';

/** Beyond what is kept the rest is read and thrown away, so that the browser gets an answer; beyond this it is cut off. */
const mostRead = 200 * 1_048_576;

const json = (body: unknown, status = 200) => Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
const refuse = ({ key, params, status }: Failure) => json({ failure: { key, params } }, status);

/**
 * Takes a file that a page of the console sends as the body of a POST, with its name as `?name=`, writes it beside and
 * hands it to `work`; the file is gone afterwards. Answers as JSON: what `work` gave, or why it was refused.
 */
export async function takeFile(request: Request, mostBytes: number, work: (person: Person, file: { name: string; path: string }) => Promise<unknown>): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const actor = await currentActor();
  if (!isPerson(actor)) return refuse(new Failure('common.errors.unauthenticated', 'unauthenticated'));
  if (actor.roles.length === 0) return refuse(new Failure('common.errors.forbidden', 'forbidden'));
  const name = new URL(request.url).searchParams.get('name')?.slice(-200) ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'yagona-import-'));
  try {
    const path = join(folder, 'file');
    // One byte more than is allowed tells whoever opens the file that it is too large.
    await pipeline(request.body ? Readable.fromWeb(request.body as NodeStream) : Readable.from([]), (pieces: AsyncIterable<Uint8Array>) => upTo(pieces, mostBytes + 1), createWriteStream(path));
    return json(await work(actor, { name, path }));
  } catch (error) {
    if (error instanceof Failure) return refuse(error);
    if (isDatabaseUnavailable(error)) return refuse(new Failure('common.errors.unavailable', 'unavailable'));
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* upTo(pieces: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of pieces) {
    if (size < most) yield piece.subarray(0, most - size);
    size += piece.length;
    if (size > mostRead) return;
  }
}
