import type { useTranslations } from 'next-intl';
import { numberText, shortTime } from '@/components/console/format';
import { Tag } from '@/components/tag';
import { now } from '@/server/platform/clock';
import { Failure } from '@/server/platform/errors';
import type { Locale } from '@/server/platform/i18n/locales';
import type { Lag } from '@/server/registers/schema-subscriptions';
import type { ShownSubscription } from '@/server/registers/service-subscriptions';

export type Words = ReturnType<typeof useTranslations<'registerFeed'>>;

/** Null for whoever may not see it: it looks as if it did not exist. */
export async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure && (error.category === 'forbidden' || error.category === 'notFound')) return null;
    throw error;
  }
}

/** A duration in its largest whole unit. */
export function ageText(t: Words, seconds: number): string {
  if (seconds < 120) return t('ages.seconds', { count: seconds });
  if (seconds < 7_200) return t('ages.minutes', { count: Math.floor(seconds / 60) });
  return seconds < 172_800 ? t('ages.hours', { count: Math.floor(seconds / 3_600) }) : t('ages.days', { count: Math.floor(seconds / 86_400) });
}

export const behindText = (t: Words, locale: Locale, { behind, exact }: Pick<Lag, 'behind' | 'exact'>): string => (exact ? numberText(locale, behind) : t('atLeast', { count: numberText(locale, behind) }));

export const waitingText = (t: Words, oldestAt: Date | null): string => (oldestAt === null ? t('tiles.nothing') : ageText(t, Math.max(0, Math.floor((now().getTime() - oldestAt.getTime()) / 1_000))));

/** Running, failing or paused, and why. */
export function SubscriptionState({ t, locale, subscription: { state, pausedFor, failures, nextAttemptAt } }: { t: Words; locale: Locale; subscription: Pick<ShownSubscription, 'state' | 'pausedFor' | 'failures' | 'nextAttemptAt'> }) {
  if (state === 'paused') {
    return (
      <>
        <Tag tone="warning">{t('states.paused')}</Tag>
        {pausedFor !== null && <span className="block text-muted">{t(`reasons.${pausedFor}` as 'reasons.person')}</span>}
      </>
    );
  }
  if (failures === 0) return <Tag tone="success">{t('states.active')}</Tag>;
  return (
    <>
      <Tag tone="danger">{t('states.failing')}</Tag>
      {nextAttemptAt !== null && <span className="block text-muted">{t('nextAttempt', { at: shortTime(locale, nextAttemptAt) })}</span>}
    </>
  );
}
