import { useTranslations } from 'next-intl';
import type { OwnApplication } from '@/server/applications/service-own';
import { dayInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

/** Who decides and until when. */
export function Facts({ own: { application, workingDaysLeft }, locale }: { own: OwnApplication; locale: Locale }) {
  const t = useTranslations('applications.view');
  const rows = [
    { key: t('agency'), value: textIn(application.service.agency, locale) },
    { key: t('due'), value: application.dueOn === null ? t('noDue') : t('dueDay', { day: dayInWords(application.dueOn, locale) }) },
  ];
  const left = application.state === 'correction_requested' ? t('paused') : workingDaysLeft === null ? null : workingDaysLeft < 0 ? t('late', { count: -workingDaysLeft }) : t('left', { count: workingDaysLeft });
  return (
    <div>
      <dl className="flex flex-col gap-4">
        {rows.map((row, index) => (
          <div key={index}>
            <dt className="text-muted">{row.key}</dt>
            <dd className="font-medium">
              {row.value}
              {index === 1 && left && <span className={`block font-normal ${workingDaysLeft !== null && workingDaysLeft < 0 ? 'text-danger' : 'text-muted'}`}>{left}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
