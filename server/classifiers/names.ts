import type { Locale } from '../platform/i18n/locales.ts';
import { toCyrillic } from '../platform/i18n/transliterate.ts';
import type { ItemName } from './schema.ts';

/** The name of an item in a language; where the source has none, the Uzbek one. */
export function nameIn(name: ItemName, locale: Locale): string {
  if (locale === 'uz-Cyrl') return name['uz-Cyrl'] ?? toCyrillic(name.uz);
  return name[locale] ?? name.uz;
}
