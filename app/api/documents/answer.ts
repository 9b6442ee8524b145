import { createTranslator } from 'next-intl';
import type { Failure } from '@/server/platform/errors';
import { signInPath } from '@/server/platform/auth/paths';
import { defaultLocale, isLocale, type Locale } from '@/server/platform/i18n/locales';
import { messagesOf } from '@/server/platform/i18n/messages';

/** A file to keep, never to open in the page's place, and never another type than we say. */
export function fileAnswer(bytes: Buffer, { name, mediaType }: { name: string; mediaType: string }): Response {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(bytes.length),
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
}

/** The language of the page that linked to a file. */
function localeOfReferer(request: Request): Locale {
  const referer = request.headers.get('referer');
  const segment = referer && URL.canParse(referer) ? (new URL(referer).pathname.split('/')[1] ?? '') : '';
  return isLocale(segment) ? segment : defaultLocale;
}

/** Somebody who is not signed in (any more) signs in and finds the file in the cabinet. */
export function signInFirst(request: Request): Response {
  const locale = localeOfReferer(request);
  return new Response(null, { status: 303, headers: { Location: signInPath(locale, `/${locale}/cabinet/applications`), 'Cache-Control': 'no-store' } });
}

/** Why a file is not given, in the language of the page that linked to it. */
export function refusal(failure: Failure, request: Request): Response {
  const locale = localeOfReferer(request);
  const t = createTranslator({ locale, messages: messagesOf(locale) }) as (key: string, values: Record<string, string | number>) => string;
  return new Response(t(failure.key, { ...failure.params }), {
    status: failure.status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Language': locale, 'Cache-Control': 'no-store' },
  });
}
