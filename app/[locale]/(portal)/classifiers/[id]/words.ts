import type { getTranslations } from 'next-intl/server';
import { dayInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';

type Words = Awaited<ReturnType<typeof getTranslations<'classifiers'>>>;
type Validity = { validFrom?: string | undefined; validTo?: string | undefined };

/** From when to when a code may be used; nothing where the source does not say. */
export function validityWords(t: Words, { validFrom, validTo }: Validity, locale: Locale): string {
  if (validFrom !== undefined && validTo !== undefined) return t('validBetween', { from: dayInWords(validFrom, locale), to: dayInWords(validTo, locale) });
  if (validFrom !== undefined) return t('validFrom', { day: dayInWords(validFrom, locale) });
  return validTo === undefined ? '' : t('validTo', { day: dayInWords(validTo, locale) });
}
