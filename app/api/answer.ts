import { createHash } from 'node:crypto';

/** Whether the client has this representation already (RFC 9110, 13.1.2). Compression may have weakened the tag. */
export function notModified(request: Request, tag: string): boolean {
  const known = request.headers.get('if-none-match');
  return known !== null && known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}

/** A body written piece by piece, no faster than it is read. */
export function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

/** Open data: anybody's page may read it, and whoever has it already gets only that it is the same. */
export function dataAnswer(request: Request, data: unknown): Response {
  const body = JSON.stringify(data);
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'public, max-age=300',
    'Access-Control-Allow-Origin': '*',
    ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
  };
  return notModified(request, headers.ETag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
