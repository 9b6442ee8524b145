import { notModified, streamOf } from '@/app/api/answer';
import { csvLine } from '@/server/platform/csv';
import { allItems, findClassifier, type Classifier } from '@/server/classifiers/service';
import { editionNumberSchema, nameLanguages } from '@/server/classifiers/schema';
import { problemAnswer } from '@/app/api/problem';

export const dynamic = 'force-dynamic';

/** An edition whole: `?format=csv` (UTF-8, with a mark for spreadsheets) or `json`; the one in force unless `?edition=` names another. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const query = new URL(request.url).searchParams;
  const wanted = query.get('edition');
  try {
    const classifier = await findClassifier(id, wanted === null ? null : (editionNumberSchema.safeParse(Number(wanted)).data ?? 0));
    const csv = query.get('format') === 'csv';
    const name = `${classifier.id}-${classifier.edition.number}`;
    const headers = {
      'Content-Type': csv ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.${csv ? 'csv' : 'json'}"`,
      'Cache-Control': 'public, max-age=300',
      ETag: `"${name}-${csv ? 'csv' : 'json'}"`,
    };
    if (notModified(request, headers.ETag)) return new Response(null, { status: 304, headers });
    return new Response(streamOf(csv ? csvOf(classifier) : jsonOf(classifier)), { headers });
  } catch (error) {
    return problemAnswer(error, request);
  }
}

async function* csvOf({ edition }: Classifier): AsyncGenerator<string> {
  yield `\ufeff${csvLine(['code', 'parent', ...nameLanguages.map((language) => `name_${language}`), 'valid_from', 'valid_to'])}`;
  for await (const { code, parent, name, validFrom, validTo } of allItems(edition.id)) yield csvLine([code, parent ?? '', ...nameLanguages.map((language) => name[language] ?? ''), validFrom ?? '', validTo ?? '']);
}

async function* jsonOf({ id, title, source, edition: { id: editionId, number, validFrom, itemCount } }: Classifier): AsyncGenerator<string> {
  yield `${JSON.stringify({ id, title, source, edition: number, validFrom, itemCount }).slice(0, -1)},"items":[`;
  let first = true;
  for await (const item of allItems(editionId)) {
    yield `${first ? '' : ','}\n${JSON.stringify(item)}`;
    first = false;
  }
  yield ']}\n';
}
