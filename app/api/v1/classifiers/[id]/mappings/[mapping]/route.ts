import { notModified, streamOf } from '@/app/api/answer';
import { problemAnswer } from '@/app/api/problem';
import { apiMapping } from '@/server/classifiers/service-api';
import { csvLine } from '@/server/platform/csv';

export const dynamic = 'force-dynamic';

type Mapping = Awaited<ReturnType<typeof apiMapping>>;

/** A mapping whole: `?format=csv` or `json`. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; mapping: string }> }): Promise<Response> {
  const { id, mapping: mappingId } = await params;
  try {
    const mapping = await apiMapping(id, mappingId);
    const { from, to } = mapping.facts;
    const csv = new URL(request.url).searchParams.get('format') === 'csv';
    const side = (one: { classifier: string; edition: number | null }) => (one.edition === null ? one.classifier : `${one.classifier}-${one.edition}`);
    const headers = {
      'Content-Type': csv ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${side(from)}-to-${side(to)}.${csv ? 'csv' : 'json'}"`,
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
      // A mapping that is replaced gets another identifier.
      ETag: `"${mapping.facts.id}-${csv ? 'csv' : 'json'}"`,
    };
    if (notModified(request, headers.ETag)) return new Response(null, { status: 304, headers });
    return new Response(streamOf(csv ? csvOf(mapping) : jsonOf(mapping)), { headers });
  } catch (error) {
    return problemAnswer(error, request);
  }
}

async function* csvOf({ rows }: Mapping): AsyncGenerator<string> {
  yield `\ufeff${csvLine(['from', 'to', 'relation'])}`;
  for await (const { from, to, relation } of rows) yield csvLine([from, to, relation]);
}

async function* jsonOf({ facts, rows }: Mapping): AsyncGenerator<string> {
  yield `${JSON.stringify(facts).slice(0, -1)},"rows":[`;
  let first = true;
  for await (const row of rows) {
    yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
    first = false;
  }
  yield ']}\n';
}
