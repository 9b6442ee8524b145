import { useTranslations } from 'next-intl';
import { Timeline, type TimelineEvent } from '@/components/timeline';
import type { OwnApplication } from '@/server/applications/service-own';
import { isOpen, type EventKind } from '@/server/applications/schema';
import { dayInWords, timeInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';

const states: Partial<Record<EventKind, TimelineEvent['state']>> = { refused: 'danger' };

/** What happened so far, and the decision still to come. */
export function History({ events, application, locale }: Pick<OwnApplication, 'events' | 'application'> & { locale: Locale }) {
  const t = useTranslations('applications.events');
  const open = isOpen(application.state);
  const past = events.map((event, index): TimelineEvent => {
    const note = event.detail['note'] ?? event.detail['reason'];
    return {
      id: event.id,
      title: t(event.kind),
      time: { dateTime: event.at.toISOString(), label: timeInWords(event.at, locale) },
      state: open && index === events.length - 1 ? 'current' : (states[event.kind] ?? 'done'),
      children: typeof note === 'string' && <p className="whitespace-pre-line">{note}</p>,
    };
  });
  const next: TimelineEvent[] = open
    ? [{ id: 'next', title: t('decisionNext'), state: 'next', ...(application.dueOn !== null && { time: { dateTime: application.dueOn, label: dayInWords(application.dueOn, locale) } }) }]
    : [];
  return <Timeline events={[...past, ...next]} />;
}
