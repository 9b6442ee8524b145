/** Errors of the API as RFC 9457 has them. */
import { createTranslator } from 'next-intl';
import { z } from 'zod';
import { isDatabaseUnavailable } from '../platform/db/unavailable.ts';
import { Failure } from '../platform/errors/index.ts';
import { defaultLocale, isLocale, type Locale } from '../platform/i18n/locales.ts';
import { messagesOf } from '../platform/i18n/messages.ts';
import type { ValueProblem } from './engine-values.ts';

type Words = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

/** What keeps a request from being answered: status, a name of the kind, and what to say beside the title. */
export class RestProblem extends Error {
  readonly status: number;
  readonly kind: string;
  readonly detail: string | undefined;
  readonly more: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(status: number, kind: string, { detail, more = {}, headers = {} }: { detail?: string; more?: Record<string, unknown>; headers?: Record<string, string> } = {}) {
    super(kind);
    this.status = status;
    this.kind = kind;
    this.detail = detail;
    this.more = more;
    this.headers = headers;
  }
}

/** The language that the caller asks for first, of those that there are. */
export function languageOf(header: string | null): Locale {
  for (const part of (header ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim() ?? '';
    if (isLocale(tag)) return tag;
    const short = tag.split('-')[0] ?? '';
    if (isLocale(short)) return short;
  }
  return defaultLocale;
}

const titles: Record<number, string> = { 400: 'Bad request', 401: 'Not authenticated', 403: 'Not allowed', 404: 'Not found', 405: 'Method not allowed', 409: 'Conflict', 410: 'Gone', 412: 'Precondition failed', 413: 'Too large', 415: 'Unsupported media type', 422: 'Not acceptable as it is', 429: 'Too many requests', 503: 'Unavailable' };

/** The answer to a request that failed. Null for what is no refusal but a fault of ours. */
export function problemResponse(error: unknown, { instance, language }: { instance: string; language: Locale }): Response | null {
  const t = createTranslator({ locale: language, messages: messagesOf(language) }) as unknown as Words;
  const answer = (status: number, kind: string, detail: string | undefined, more: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
    Response.json({ type: `urn:yagona:problem:${kind}`, title: titles[status] ?? 'Error', status, ...(detail !== undefined && { detail }), instance, ...more }, { status, headers: { 'Content-Type': 'application/problem+json', 'Content-Language': language, 'Cache-Control': 'no-store', ...headers } });
  if (error instanceof RestProblem) {
    const { problems, ...more } = error.more as { problems?: ValueProblem[] };
    const errors = problems?.map(({ field, reason, value, params }) => ({ field, reason, value, message: t.has(`registers.problems.${reason}`) ? t(`registers.problems.${reason}`, { ...params, value }) : reason }));
    return answer(error.status, error.kind, error.detail ?? (t.has(`registers.api.${error.kind}`) ? t(`registers.api.${error.kind}`) : undefined), { ...more, ...(errors && { errors }) }, error.headers);
  }
  if (error instanceof Failure) return answer(error.status, error.key.replace('.errors.', '.'), t.has(error.key) ? t(error.key, error.params) : undefined);
  if (error instanceof z.ZodError) return answer(422, 'input', t('registers.api.input'), { errors: error.issues.map(({ path, code, message }) => ({ field: path.join('.'), reason: code, message })) });
  if (isDatabaseUnavailable(error)) return answer(503, 'unavailable', t('common.errors.unavailable'), {}, { 'Retry-After': '5' });
  return null;
}
