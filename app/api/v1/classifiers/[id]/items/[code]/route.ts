import { dataAnswer } from '@/app/api/answer';
import { problemAnswer } from '@/app/api/problem';
import { apiItem } from '@/server/classifiers/service-api';

export const dynamic = 'force-dynamic';

/** One item by its code, with what it stands in. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; code: string }> }): Promise<Response> {
  const { id, code } = await params;
  try {
    return dataAnswer(request, await apiItem(id, code, Object.fromEntries(new URL(request.url).searchParams)));
  } catch (error) {
    return problemAnswer(error, request);
  }
}
