/**
 * Requests that failed because the database was away. What Next renders and what answers for it are bundled
 * apart, so they meet in the global object.
 */
const holder = globalThis as { yagonaOutages?: Set<string> };

/** Nobody asks about the oldest any more. */
const limit = 1_000;

export function noteOutage(requestId: string): void {
  const outages = (holder.yagonaOutages ??= new Set());
  const [oldest] = outages;
  if (outages.size >= limit && oldest !== undefined) outages.delete(oldest);
  outages.add(requestId);
}

/** Whether this request met an outage; asked once. */
export function metOutage(requestId: string): boolean {
  return holder.yagonaOutages?.delete(requestId) ?? false;
}
