const unavailableCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '08006', '08001']);

/** True when the error means that the database could not be reached, rather than that it refused. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && unavailableCodes.has(code)) return true;
    if (/Can't reach database|Connection terminated|ECONNREFUSED|DatabaseNotReachable|ConnectionClosed|terminating connection|the database system is (starting|shutting)/.test(cause.message)) return true;
  }
  return false;
}
