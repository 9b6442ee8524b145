import { numberInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';

/** A size for people, e.g. `240 KB`, `1,4 MB`. */
export function fileSize(bytes: number, locale: Locale): string {
  const unit = locale === 'ru' || locale === 'uz-Cyrl' ? ['КБ', 'МБ'] : ['KB', 'MB'];
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${numberInWords(Math.max(1, Math.round(kilobytes)), locale)} ${unit[0]}` : `${numberInWords(Math.round(kilobytes / 102.4) / 10, locale)} ${unit[1]}`;
}
