import { useTranslations } from 'next-intl';
import { NotificationBanner } from '@/components/notification-banner';

const known = /^(?:applications|documents|notifications|common)\.errors\.\w+$/;

/** Why the last action was refused, told by the address after its redirect. */
export function ProblemBanner({ problem }: { problem: string | null }) {
  const t = useTranslations();
  if (problem === null) return null;
  const key = known.test(problem) && t.has(problem as 'common') ? problem : 'common.errors.unexpected';
  return (
    <NotificationBanner tone="warning" title={t('common.form.errorTitle')} live>
      <p>{t(key as 'common', { max: 30, days: 90, reference: '', seconds: 60 })}</p>
    </NotificationBanner>
  );
}
