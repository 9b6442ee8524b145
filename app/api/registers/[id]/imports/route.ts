import { currentActor } from '@/server/platform/auth/current';
import { isSameOrigin } from '@/server/platform/auth/same-origin';
import { Failure } from '@/server/platform/errors';
import { receiveFile } from '@/server/registers/service-imports';

export const dynamic = 'force-dynamic';

const answer = (status: number, body: unknown) => Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

function nameOf(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '');
  } catch {
    return '';
  }
}

/** Takes a file of records as it comes: its bytes are the body, so that a gigabyte needs no more memory than a line. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (!isSameOrigin(request.headers)) return answer(403, { key: 'common.errors.forbidden' });
  if (!request.body) return answer(422, { key: 'registers.file.empty' });
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  try {
    const received = await receiveFile(await currentActor(), { register: (await params).id, fileName: nameOf(request.headers.get('x-file-name')), body: request.body, expected: Number.isFinite(length) ? length : null });
    if (received.outcome === 'received') return answer(201, { id: received.id });
    return answer(422, { key: `registers.file.${received.reason}`, params: { row: received.row, column: received.column } });
  } catch (error) {
    if (error instanceof Failure) return answer(error.status, { key: error.key, params: error.params });
    // The sender has hung up: there is nobody to answer.
    if (request.signal.aborted) return new Response(null, { status: 499 });
    throw error;
  }
}
