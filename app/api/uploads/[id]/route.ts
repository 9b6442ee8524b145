import { downloadUpload } from '@/server/applications/service';
import { fileAnswer, refusal, signInFirst } from '@/app/api/documents/answer';
import { isPerson } from '@/server/platform/auth/actor';
import { currentActor } from '@/server/platform/auth/current';
import { Failure } from '@/server/platform/errors';

export const dynamic = 'force-dynamic';

/** A file of an applicant: for its owner and for case staff of the agency it was sent to. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const actor = await currentActor();
  if (!isPerson(actor)) return signInFirst(request);
  try {
    const { bytes, name, mediaType } = await downloadUpload(actor, { id });
    return fileAnswer(bytes, { name, mediaType });
  } catch (error) {
    if (error instanceof Failure) return refusal(error, request);
    throw error;
  }
}
