import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icon';

export type BannerTone = 'info' | 'success' | 'warning' | 'danger';

const looks: Record<BannerTone, { box: string; icon: IconName }> = {
  info: { box: 'border-accent bg-accent-soft [&_svg]:text-accent', icon: 'info' },
  success: { box: 'border-success bg-success-soft [&_svg]:text-success', icon: 'check-circle' },
  warning: { box: 'border-warning bg-warning-soft [&_svg]:text-warning', icon: 'warning' },
  danger: { box: 'border-danger bg-danger-soft [&_svg]:text-danger', icon: 'alert' },
};

export type NotificationBannerProps = {
  /** "Important", "Done": what kind of news, as the heading of the region. */
  title: string;
  tone?: BannerTone | undefined;
  /** Spoken at once: for the answer to what the person has just done. */
  live?: boolean | undefined;
  id?: string | undefined;
  children: ReactNode;
};

/** News about the whole page or the service: what was done, what is out of order. */
export function NotificationBanner({ title, tone = 'info', live, id = 'notification', children }: NotificationBannerProps) {
  const { box, icon } = looks[tone];
  return (
    <section role={live ? 'alert' : 'region'} aria-labelledby={`${id}-title`} className={clsx('mb-8 flex gap-3 rounded-md border-l-[6px] p-4 sm:p-5', box)}>
      <Icon name={icon} className="mt-0.5" />
      <div className="min-w-0">
        <h2 id={`${id}-title`} className="text-h3">
          {title}
        </h2>
        <div className="mt-1 max-w-prose">{children}</div>
      </div>
    </section>
  );
}
