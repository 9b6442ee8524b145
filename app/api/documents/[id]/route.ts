import { downloadDocument } from '@/server/documents/service';
import { isPerson } from '@/server/platform/auth/actor';
import { currentActor } from '@/server/platform/auth/current';
import { Failure } from '@/server/platform/errors';
import { fileAnswer, refusal, signInFirst } from '../answer';

export const dynamic = 'force-dynamic';

/** The PDF of a document: for the applicant and for case staff of the agency. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const actor = await currentActor();
  if (!isPerson(actor)) return signInFirst(request);
  try {
    const { bytes, fileName } = await downloadDocument(actor, { id });
    return fileAnswer(bytes, { name: fileName, mediaType: 'application/pdf' });
  } catch (error) {
    if (error instanceof Failure) return refusal(error, request);
    throw error;
  }
}
