import type { Instrumentation } from 'next';
import { isDatabaseUnavailable } from './server/platform/db/unavailable.ts';
import { noteOutage } from './server/platform/http/outages.ts';

/** Tells the web server why a page failed: it then answers that the portal is away, not that it is broken. */
export const onRequestError: Instrumentation.onRequestError = (error, { headers }) => {
  const id = headers['x-request-id'];
  if (typeof id === 'string' && isDatabaseUnavailable(error)) noteOutage(id);
};
