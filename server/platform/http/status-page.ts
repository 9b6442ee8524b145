import { createTranslator } from 'next-intl';
import { defaultLocale, isLocale, type Locale } from '../i18n/locales.ts';
import { messagesOf } from '../i18n/messages.ts';

/** The locale that a path names, or the default. */
export function localeOfPath(path: string): Locale {
  const first = path.split('/')[1] ?? '';
  return isLocale(first) ? first : defaultLocale;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/**
 * A self-contained page for when the application itself cannot answer: too many requests (429) or no
 * database (503). It needs nothing but `/status.css`.
 */
export function statusPage(status: 429 | 503, path: string): string {
  const locale = localeOfPath(path);
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'status' }) as (key: string) => string;
  const words = (key: string) => escape(t(`${status}.${key}`));
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${words('title')} – Yagona</title><link rel="stylesheet" href="/status.css"></head><body><main><p class="brand">Yagona</p><h1>${words('title')}</h1><p>${words('body')}</p><p>${words('next')}</p><p><a href="/${locale}">${escape(t('home'))}</a></p></main></body></html>`;
}
