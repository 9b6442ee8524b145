import { takeFile } from '@/app/api/admin/incoming-file';
import { mappingEndsSchema } from '@/server/classifiers/schema-mappings';
import { mostBytes } from '@/server/classifiers/service-import';
import { importMapping } from '@/server/classifiers/service-mappings';
import { Failure } from '@/server/platform/errors';

export const dynamic = 'force-dynamic';

/** Reads a file of correspondences: from this classifier (`?own=` its edition) to another (`?to=`, `?other=` its edition). */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const query = new URL(request.url).searchParams;
  const number = (name: string) => (query.get(name) ? Number(query.get(name)) : null);
  return takeFile(request, mostBytes, (person, file) => {
    const ends = mappingEndsSchema.safeParse({ fromId: id, fromNumber: number('own'), toId: query.get('to'), toNumber: number('other') });
    if (!ends.success) throw new Failure('classifiers.errors.notFound', 'notFound');
    return importMapping(person, { ends: ends.data, file });
  });
}
