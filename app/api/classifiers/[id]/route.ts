import { csvLine } from '@/server/platform/csv';
import { allItems, findClassifier, type Classifier } from '@/server/classifiers/service';
import { Failure } from '@/server/platform/errors';

export const dynamic = 'force-dynamic';

const languages = ['uz', 'uz-Cyrl', 'ru', 'en'] as const;

/** A classifier whole: `?format=csv` (UTF-8, with a mark for spreadsheets) or `?format=json` (the default). */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  try {
    const classifier = await findClassifier(id);
    const csv = new URL(request.url).searchParams.get('format') === 'csv';
    const tag = `"${classifier.id}-${classifier.edition.number}-${csv ? 'csv' : 'json'}"`;
    const headers = {
      'Content-Type': csv ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${classifier.id}-${classifier.edition.number}.${csv ? 'csv' : 'json'}"`,
      'Cache-Control': 'public, max-age=300',
      ETag: tag,
    };
    if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers });
    return new Response(streamOf(csv ? csvOf(classifier) : jsonOf(classifier)), { headers });
  } catch (error) {
    if (error instanceof Failure) return Response.json({ error: error.key }, { status: error.status, headers: { 'Cache-Control': 'no-store' } });
    throw error;
  }
}

async function* csvOf({ edition }: Classifier): AsyncGenerator<string> {
  yield `\ufeff${csvLine(['code', 'parent', ...languages.map((language) => `name_${language}`)])}`;
  for await (const { code, parent, name } of allItems(edition.id)) yield csvLine([code, parent ?? '', ...languages.map((language) => name[language] ?? '')]);
}

async function* jsonOf({ id, title, source, edition: { id: editionId, number, validFrom, itemCount } }: Classifier): AsyncGenerator<string> {
  yield `${JSON.stringify({ id, title, source, edition: number, validFrom, itemCount }).slice(0, -1)},"items":[`;
  let first = true;
  for await (const { code, parent, name } of allItems(editionId)) {
    yield `${first ? '' : ','}\n${JSON.stringify({ code, parent, name })}`;
    first = false;
  }
  yield ']}\n';
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
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
