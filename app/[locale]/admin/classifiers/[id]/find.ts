import { notFound } from 'next/navigation';
import { Failure } from '@/server/platform/errors';

/** What a service found, or the page of what does not exist: also for what one may not keep. */
export async function found<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure && (error.category === 'notFound' || error.category === 'forbidden')) notFound();
    throw error;
  }
}
