import { useTranslations } from 'next-intl';
import { NotificationBanner } from '@/components/notification-banner';

type Query = Record<string, string | string[] | undefined>;

const knownProblems = new Set(['identity.errors.sessionNotFound', 'common.errors.unavailable']);

/** What the last action came to, told by the address after its redirect. */
export function Outcome({ query: { done, count, problem } }: { query: Query }) {
  const t = useTranslations();
  if (typeof problem === 'string') {
    const key = knownProblems.has(problem) ? problem : 'common.errors.unexpected';
    return (
      <NotificationBanner tone="warning" title={t('common.form.errorTitle')} live>
        <p>{t(key)}</p>
      </NotificationBanner>
    );
  }
  if (done !== 'ended' && done !== 'othersEnded' && done !== 'languageSaved') return null;
  const words = done === 'othersEnded' ? t('identity.profile.othersEnded', { count: Number.parseInt(String(count), 10) || 0 }) : t(`identity.profile.${done}`);
  return (
    <NotificationBanner tone="success" title={t('common.notice.success')} live>
      <p>{words}</p>
    </NotificationBanner>
  );
}
