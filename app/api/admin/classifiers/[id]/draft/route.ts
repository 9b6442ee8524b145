import { takeFile } from '@/app/api/admin/incoming-file';
import { classifierIdSchema } from '@/server/classifiers/schema';
import { importItems, mostBytes } from '@/server/classifiers/service-import';
import { Failure } from '@/server/platform/errors';

export const dynamic = 'force-dynamic';

/** Reads a file into the draft of a classifier: `?name=` of the file, `?revision=` of the draft that the editor saw. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const seen = new URL(request.url).searchParams.get('revision') ?? '';
  return takeFile(request, mostBytes, (person, file) => {
    if (!classifierIdSchema.safeParse(id).success) throw new Failure('classifiers.errors.notFound', 'notFound');
    return importItems(person, { classifierId: id, revision: /^[1-9]\d{0,8}$/.test(seen) ? Number(seen) : null, file });
  });
}
