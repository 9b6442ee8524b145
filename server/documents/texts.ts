import { createTranslator } from 'next-intl';
import type { Locale, LocalizedText } from '../platform/i18n/locales.ts';
import { messagesOf } from '../platform/i18n/messages.ts';
import { textIn } from '../platform/i18n/text.ts';
import type { DocumentKind } from './schema.ts';

export type Words = (key: string, values?: Record<string, string | number>) => string;

/** The words of documents in one language. */
export function documentWords(locale: Locale): Words {
  return createTranslator({ locale, messages: messagesOf(locale), namespace: 'documents' }) as Words;
}

/** Title of a document of a kind for a service, in every language. */
export function documentTitle(kind: DocumentKind, service: LocalizedText): LocalizedText {
  const title = (locale: Locale) => documentWords(locale)(`title.${kind}`, { service: textIn(service, locale) });
  return { uz: title('uz'), ru: title('ru'), en: title('en'), 'uz-Cyrl': title('uz-Cyrl') };
}

/** Name for the downloaded file: kind and number, in plain ASCII. */
export function fileNameOf(document: { kind: DocumentKind; number: string }): string {
  return `${document.kind}-${document.number}`.toLowerCase().replace(/[^a-z0-9-]/g, '') + '.pdf';
}
