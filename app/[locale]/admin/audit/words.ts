import { getTranslations } from 'next-intl/server';
import { timeZone } from '@/server/platform/clock';
import type { Locale } from '@/server/platform/i18n/locales';
import { instantWords } from '../requests/words';

type Known = { has: (key: string) => boolean; (key: string): string };

/** Names of actions, roles and subjects; a code that nobody has named yet reads as it is. */
export async function auditWords(): Promise<{ action: (code: string) => string; role: (code: string) => string; subject: (code: string) => string }> {
  const [insight, identity] = (await Promise.all([getTranslations('insight'), getTranslations('identity')])) as unknown as [Known, Known];
  const named = (t: Known, key: string): string | null => (/^[\w.-]+$/.test(key) && t.has(key) ? t(key) : null);
  return {
    action: (code) => named(insight, `actions.${code}`) ?? code,
    role: (code) => named(identity, `roles.${code}`) ?? named(insight, `roles.${code}`) ?? code,
    subject: (code) => named(insight, `subjects.${code}`) ?? code,
  };
}

/** The moment in the country's time, to the second. */
export function momentWords(locale: Locale, at: Date): { day: string; time: string } {
  return { day: instantWords(locale, at), time: new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }).format(at) };
}

/** How a subject is told apart in a row: an application by its reference, others by the end of their identifier. */
export function shortSubject(subjectId: string, detail: Record<string, unknown>): string {
  if (typeof detail.reference === 'string') return detail.reference;
  return /^[0-9a-f-]{36}$/.test(subjectId) ? `…${subjectId.slice(-8)}` : subjectId;
}
