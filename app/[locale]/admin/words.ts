import { getTranslations } from 'next-intl/server';
import type { TagTone } from '@/components/tag';
import type { Term } from '@/server/cases/service-queue';
import { timeZone } from '@/server/platform/clock';
import { longDate } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';

/** A day for tables: `27.11.2026`, in English `27 Nov 2026`. */
export function shortDay(locale: Locale, at: Date): string {
  return locale === 'en'
    ? new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone }).format(at)
    : new Intl.DateTimeFormat('ru', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone }).format(at);
}

/** The same with hours and minutes. */
export function shortTime(locale: Locale, at: Date): string {
  return `${shortDay(locale, at)}, ${new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at)}`;
}

export const dayOf = (day: string) => new Date(`${day}T12:00:00Z`);

export type TermWords = { label: string; tone: TagTone; due: string | null };

/** How a term reads: the words say it, the tone only helps. */
export async function termWords(locale: Locale): Promise<(term: Term) => TermWords> {
  const t = await getTranslations('cases.term');
  return (term) => {
    if (term.kind !== 'running') return { label: t(term.kind), tone: 'neutral', due: null };
    const due = longDate(locale, dayOf(term.dueOn));
    if (term.overdue) return { label: t('late', { count: Math.abs(term.daysLeft) }), tone: 'danger', due };
    return { label: t('left', { count: term.daysLeft }), tone: term.daysLeft <= 1 ? 'warning' : 'neutral', due };
  };
}

export const stateTones = { new: 'info', in_progress: 'info', awaiting_correction: 'warning', approved: 'success', refused: 'danger', withdrawn: 'neutral' } as const satisfies Record<string, TagTone>;
