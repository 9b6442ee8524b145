import { asOfOf, readQuery } from '@/app/[locale]/admin/registers/query';
import { currentActor } from '@/server/platform/auth/current';
import { csvLine } from '@/server/platform/csv';
import { Failure } from '@/server/platform/errors';
import { streamOf } from '@/server/platform/http/stream';
import { xlsxStream } from '@/server/platform/tabular/xlsx-writing';
import { exportRecords, type Export } from '@/server/registers/service-export';

export const dynamic = 'force-dynamic';

async function* csv({ fields, rows }: Export): AsyncGenerator<string> {
  yield `\ufeff${csvLine(fields)}`;
  for await (const row of rows()) yield csvLine(row.map(String));
}

/** Records of a register as CSV or XLSX, in the form in which an import takes them back. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const query = readQuery(Object.fromEntries(search));
  const format = search.get('format') === 'xlsx' ? 'xlsx' : 'csv';
  const { id } = await params;
  try {
    const found = await exportRecords(await currentActor(), { register: id, q: query.q ?? '', filters: query.filters ?? {}, asOf: asOfOf(query), purpose: query.purpose ?? '' });
    const body = streamOf(format === 'csv' ? csv(found) : (xlsxStream(found.fields, found.rows(), { sheet: id })[Symbol.asyncIterator]() as AsyncGenerator<Uint8Array>));
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return new Response(body, { headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${id}.${format}"`, 'Cache-Control': 'no-store' } });
  } catch (error) {
    if (error instanceof Failure) return new Response(null, { status: error.status, headers: { 'Cache-Control': 'no-store' } });
    if (error instanceof Error && error.name === 'ZodError') return new Response(null, { status: 422, headers: { 'Cache-Control': 'no-store' } });
    throw error;
  }
}
