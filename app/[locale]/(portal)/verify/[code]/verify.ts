import { headers } from 'next/headers';
import { cache } from 'react';
import { verifyDocument, type Verification } from '@/server/documents/service-verification';
import { Failure } from '@/server/platform/errors';

export type VerifyAnswer = Verification | { status: 'tooMany'; seconds: number };

/** Checks a document once a request, counting against the address that asks. */
export const verifyOnce = cache(async (typed: string): Promise<VerifyAnswer> => {
  const list = await headers();
  const client = list.get('x-client-address') ?? 'unknown';
  try {
    return await verifyDocument({ typed, client });
  } catch (error) {
    if (error instanceof Failure && error.category === 'tooMany') return { status: 'tooMany', seconds: Number(error.params['seconds'] ?? 60) };
    throw error;
  }
});
