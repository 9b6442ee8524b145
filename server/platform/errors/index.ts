import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';

/** What kind of refusal a failure is; decides the HTTP status and the tRPC code, exhaustively. */
const categories = {
  invalid: { status: 422, trpc: 'UNPROCESSABLE_CONTENT' },
  unauthenticated: { status: 401, trpc: 'UNAUTHORIZED' },
  forbidden: { status: 403, trpc: 'FORBIDDEN' },
  notFound: { status: 404, trpc: 'NOT_FOUND' },
  conflict: { status: 409, trpc: 'CONFLICT' },
  gone: { status: 410, trpc: 'PRECONDITION_FAILED' },
  tooLarge: { status: 413, trpc: 'PAYLOAD_TOO_LARGE' },
  tooMany: { status: 429, trpc: 'TOO_MANY_REQUESTS' },
  unavailable: { status: 503, trpc: 'SERVICE_UNAVAILABLE' },
} as const satisfies Record<string, { status: number; trpc: TRPC_ERROR_CODE_KEY }>;

export type FailureCategory = keyof typeof categories;
export type FailureParams = Readonly<Record<string, string | number>>;

/**
 * An expected refusal. `key` is a message key, `<domain>.errors.<type>`, that exists in every
 * language; `message` is for logs only and holds no personal data.
 */
export class Failure extends Error {
  readonly key: string;
  readonly category: FailureCategory;
  readonly params: FailureParams;

  constructor(key: string, category: FailureCategory, params: FailureParams = {}) {
    super(key);
    this.name = 'Failure';
    this.key = key;
    this.category = category;
    this.params = params;
  }

  get status(): number {
    return categories[this.category].status;
  }

  get trpcCode(): TRPC_ERROR_CODE_KEY {
    return categories[this.category].trpc;
  }
}

/**
 * Declares the failures of one domain: `const failure = defineFailures('cases', { changed: 'conflict' })`,
 * then `throw failure('changed')`.
 */
export function defineFailures<const T extends Record<string, FailureCategory>>(domain: string, types: T) {
  return (type: keyof T & string, params?: FailureParams): Failure => {
    const category: FailureCategory = types[type] ?? 'invalid';
    return new Failure(`${domain}.errors.${type}`, category, params);
  };
}

/** A policy's answer. The reason is for the audit trail and for tests, not for people. */
export type Decision = { allow: true } | { allow: false; reason: string };

export const allow: Decision = { allow: true };
export const deny = (reason: string): Decision => ({ allow: false, reason });

/** Throws the failure unless the policy allows. */
export function authorise(decision: Decision, failure: Failure = new Failure('common.errors.forbidden', 'forbidden')): void {
  if (!decision.allow) throw failure;
}
