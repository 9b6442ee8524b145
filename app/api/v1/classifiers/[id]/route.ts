import { dataAnswer } from '@/app/api/answer';
import { problemAnswer } from '@/app/api/problem';
import { apiClassifier } from '@/server/classifiers/service-api';

export const dynamic = 'force-dynamic';

/** A classifier with its editions. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    return dataAnswer(request, await apiClassifier((await params).id));
  } catch (error) {
    return problemAnswer(error, request);
  }
}
