import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/link';
import { NotificationBanner } from '@/components/notification-banner';
import { SubmitButton } from '@/components/submit-button';
import type { OwnApplication } from '@/server/applications/service-own';
import type { Locale } from '@/server/platform/i18n/locales';
import { correctAction } from './actions';

/** What matters most now: what is asked of the applicant, or what was decided. */
export async function Outcome({ locale, application, events }: Pick<OwnApplication, 'application' | 'events'> & { locale: Locale }) {
  const t = await getTranslations('applications.view');
  if (application.state === 'correction_requested') {
    const note = events.findLast((event) => event.kind === 'correction_requested')?.detail['note'];
    return (
      <NotificationBanner tone="warning" title={t('correctTitle')} id="outcome">
        {typeof note === 'string' && <p className="whitespace-pre-line">{note}</p>}
        <form action={correctAction.bind(null, locale, application.reference)} className="mt-4">
          <SubmitButton>{t('correct')}</SubmitButton>
        </form>
      </NotificationBanner>
    );
  }
  if (application.state === 'approved') {
    return (
      <NotificationBanner tone="success" title={t('approvedTitle')} id="outcome">
        <p>{t('approvedText')}</p>
      </NotificationBanner>
    );
  }
  if (application.state === 'refused') {
    return (
      <NotificationBanner tone="danger" title={t('refusedTitle')} id="outcome">
        <p>
          {t('refusedText')} <Link href="#documents">{t('documents')}</Link>
        </p>
      </NotificationBanner>
    );
  }
  return null;
}
