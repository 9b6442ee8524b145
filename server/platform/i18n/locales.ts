import { z } from 'zod';

/** Locales in the order of the language switch; the first is the default. */
export const locales = ['uz', 'uz-Cyrl', 'ru', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'uz';

export const localeSchema = z.enum(locales);

export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

/**
 * Text written by people in the three source languages. Uzbek Cyrillic is derived from `uz` by the
 * transliterator; `uz-Cyrl` is present only where an editor corrected the derivation.
 */
export const localizedTextSchema = z.strictObject({
  uz: z.string().trim().min(1),
  ru: z.string().trim().min(1),
  en: z.string().trim().min(1),
  'uz-Cyrl': z.string().trim().min(1).optional(),
});
export type LocalizedText = z.infer<typeof localizedTextSchema>;
