/** A body made piece by piece, as fast as it is taken; what makes it is stopped when the reader leaves. */
export function streamOf(pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(typeof piece.value === 'string' ? encoder.encode(piece.value) : piece.value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
