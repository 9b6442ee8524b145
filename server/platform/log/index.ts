import pino from 'pino';
import { env } from '../env/index.ts';

let root: pino.Logger | undefined;

/**
 * The structured logger. Log identifiers of records, never personal data: names, PINFL, addresses,
 * answers and e-mail addresses stay out; the redaction below is a safety net, not a licence.
 */
export function logger(): pino.Logger {
  root ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['pinfl', 'name', 'email', 'phone', 'answers', '*.pinfl', '*.name', '*.email', '*.phone', '*.answers', 'req.headers.cookie'],
      remove: true,
    },
    serializers: {
      // A database driver's error can quote row values; only its kind is safe to keep.
      err: (error: unknown) =>
        error instanceof Error
          ? { type: error.name, code: (error as { code?: unknown }).code, stack: error.stack?.split('\n').slice(1, 8).join('\n') }
          : { type: typeof error },
    },
  });
  return root;
}
