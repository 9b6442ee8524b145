import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/tabs';

export type CabinetPart = 'overview' | 'applications' | 'notifications' | 'records';

/** The parts of the cabinet, on each of their pages. */
export function CabinetNav({ locale, current, unread }: { locale: string; current: CabinetPart; unread?: number | undefined }) {
  const t = useTranslations('applications.cabinet');
  return (
    <Tabs
      label={t('nav')}
      items={[
        { label: t('overview'), href: `/${locale}/cabinet`, current: current === 'overview' },
        { label: t('applications'), href: `/${locale}/cabinet/applications`, current: current === 'applications' },
        { label: t('notifications'), href: `/${locale}/cabinet/notifications`, current: current === 'notifications', count: unread },
        { label: t('records'), href: `/${locale}/cabinet/records`, current: current === 'records' },
        { label: t('profile'), href: `/${locale}/cabinet/profile` },
      ]}
    />
  );
}
