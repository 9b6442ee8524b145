import { getTranslations } from 'next-intl/server';
import { shortDay } from '@/components/console/format';
import type { TagTone } from '@/components/tag';
import type { Term } from '@/server/cases/service-queue';
import type { Locale } from '@/server/platform/i18n/locales';

const dayOf = (day: string) => new Date(`${day}T12:00:00Z`);

export type TermWords = { label: string; tone: TagTone; due: string | null };

/** How a term reads: the words say it, the tone only helps. */
export async function termWords(locale: Locale): Promise<(term: Term) => TermWords> {
  const t = await getTranslations('cases.term');
  return (term) => {
    if (term.kind !== 'running') return { label: t(term.kind), tone: 'neutral', due: null };
    const due = shortDay(locale, dayOf(term.dueOn));
    if (term.overdue) return { label: t('late', { count: Math.abs(term.daysLeft) }), tone: 'danger', due };
    return { label: t('left', { count: term.daysLeft }), tone: term.daysLeft <= 1 ? 'warning' : 'neutral', due };
  };
}

export const stateTones = { new: 'info', in_progress: 'info', awaiting_correction: 'warning', approved: 'success', refused: 'danger', withdrawn: 'neutral' } as const satisfies Record<string, TagTone>;
