import { useTranslations } from 'next-intl';
import { NotificationBanner } from '@/components/notification-banner';

/** What the officer asked for, on every page of a correction. */
export function CorrectionNote({ correction }: { correction: { reference: string; note: string } | null }) {
  const t = useTranslations('applications.fill');
  if (!correction) return null;
  return (
    <NotificationBanner tone="info" title={t('correction')} id="correction">
      <p className="whitespace-pre-line">{correction.note}</p>
    </NotificationBanner>
  );
}
