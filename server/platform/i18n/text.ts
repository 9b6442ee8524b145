import type { Locale, LocalizedText } from './locales.ts';
import { toCyrillic } from './transliterate.ts';

/** The words of a localized text in a locale; Uzbek Cyrillic is derived unless an editor corrected it. */
export function textIn(text: LocalizedText, locale: Locale): string {
  if (locale === 'uz-Cyrl') return text['uz-Cyrl'] ?? toCyrillic(text.uz);
  return text[locale];
}
