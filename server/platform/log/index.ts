import pino from 'pino';
import { env } from '../env/index.ts';

let root: pino.Logger | undefined;

/** A logger that leaves personal data out, writing lines of JSON. */
export function createLogger(level: string, destination?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['pinfl', 'name', 'email', 'phone', 'answers', '*.pinfl', '*.name', '*.email', '*.phone', '*.answers', 'req.headers.cookie', 'req.headers.authorization'],
      remove: true,
    },
    serializers: {
      // A database driver's error can quote row values; only its kind is safe to keep.
      err: (error: unknown) =>
        error instanceof Error
          ? { type: error.name, code: (error as { code?: unknown }).code, stack: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 7).join('\n') }
          : { type: typeof error },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * The structured logger. Log identifiers of records, never personal data: names, PINFL, addresses,
 * answers and e-mail addresses stay out; the redaction is a safety net, not a licence.
 */
export function logger(): pino.Logger {
  root ??= createLogger(env().LOG_LEVEL);
  return root;
}
