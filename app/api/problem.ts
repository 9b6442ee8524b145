import { createTranslator } from 'next-intl';
import { isDatabaseUnavailable } from '@/server/platform/db/unavailable';
import { Failure } from '@/server/platform/errors';
import { isLocale, type Locale } from '@/server/platform/i18n/locales';
import { messagesOf } from '@/server/platform/i18n/messages';

/** The first language that the client names and we have; programs that name none get English. */
function localeOf(request: Request): Locale {
  const named = (request.headers.get('accept-language') ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  for (const name of named) {
    if (isLocale(name)) return name;
    const base = name.split('-')[0] ?? '';
    if (isLocale(base)) return base;
  }
  return 'en';
}

/** A refusal as problem details (RFC 9457), in the client's language; anything unexpected is thrown on. */
export function problemAnswer(error: unknown, request: Request): Response {
  const failure = error instanceof Failure ? error : isDatabaseUnavailable(error) ? new Failure('common.errors.unavailable', 'unavailable') : null;
  if (!failure) throw error;
  const locale = localeOf(request);
  const t = createTranslator({ locale, messages: messagesOf(locale) }) as (key: string, values: Record<string, string | number>) => string;
  const body = { type: `urn:yagona:problem:${failure.key.replace('.errors.', ':')}`, title: t(failure.key, { ...failure.params }), status: failure.status, instance: new URL(request.url).pathname };
  return new Response(JSON.stringify(body), { status: failure.status, headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': locale, 'Cache-Control': 'no-store' } });
}
