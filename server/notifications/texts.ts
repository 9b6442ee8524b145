import { createTranslator } from 'next-intl';
import type { Locale } from '../platform/i18n/locales.ts';
import { messagesOf } from '../platform/i18n/messages.ts';
import { textIn } from '../platform/i18n/text.ts';
import type { NotificationKind, NotificationParams } from './schema.ts';

type Words = (key: string, values?: Record<string, string | number>) => string;

/** Title and body of a notification, and the words around it in a letter, in one language. */
export function notificationText(kind: NotificationKind, params: NotificationParams, locale: Locale) {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'notifications' }) as Words;
  const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? textIn(value, locale) : value]));
  return { title: t(`kinds.${kind}.title`, values), body: t(`kinds.${kind}.body`, values), action: t('mail.action'), footer: t('mail.footer') };
}
