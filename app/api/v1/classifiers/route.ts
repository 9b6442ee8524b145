import { dataAnswer } from '@/app/api/answer';
import { problemAnswer } from '@/app/api/problem';
import { apiList } from '@/server/classifiers/service-api';

export const dynamic = 'force-dynamic';

/** All classifiers with their editions in force. */
export async function GET(request: Request): Promise<Response> {
  try {
    return dataAnswer(request, await apiList());
  } catch (error) {
    return problemAnswer(error, request);
  }
}
