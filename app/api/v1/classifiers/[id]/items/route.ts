import { dataAnswer } from '@/app/api/answer';
import { problemAnswer } from '@/app/api/problem';
import { apiItems } from '@/server/classifiers/service-api';

export const dynamic = 'force-dynamic';

/** Items: `?parent=` below one, `?q=` by words, `?cursor=` the page after, `?limit=`, `?edition=`. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    return dataAnswer(request, await apiItems((await params).id, Object.fromEntries(new URL(request.url).searchParams)));
  } catch (error) {
    return problemAnswer(error, request);
  }
}
