import { dataAnswer } from '@/app/api/answer';
import { problemAnswer } from '@/app/api/problem';
import { apiMappings } from '@/server/classifiers/service-api';

export const dynamic = 'force-dynamic';

/** Which classifiers, or other editions, the codes of this one are mapped to. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    return dataAnswer(request, await apiMappings((await params).id));
  } catch (error) {
    return problemAnswer(error, request);
  }
}
