import clsx from 'clsx';
import type { ReactNode } from 'react';

export type TimelineEvent = {
  id: string;
  title: ReactNode;
  /** ISO instant or day, and how it reads. */
  time?: { dateTime: string; label: string } | undefined;
  children?: ReactNode;
  /** `done` filled, `current` ringed, `next` still to come. */
  state?: 'done' | 'current' | 'next' | 'danger' | undefined;
};

const dots = {
  done: 'border-accent bg-accent',
  current: 'border-accent bg-canvas ring-4 ring-accent-soft',
  next: 'border-line-strong bg-canvas',
  danger: 'border-danger bg-danger',
} as const;

/** What happened to an application, and what comes next. The order is the caller's. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol>
      {events.map(({ id, title, time, children, state = 'done' }) => (
        <li key={id} className="group relative pb-7 pl-9 last:pb-0">
          <span aria-hidden="true" className="absolute top-3 bottom-[-0.4rem] left-[0.4375rem] w-0.5 bg-line group-last:hidden" />
          <span aria-hidden="true" className={clsx('absolute top-[0.3rem] left-0 size-4 rounded-full border-2', dots[state])} />
          <p className={clsx('font-semibold', state === 'next' && 'text-muted')}>{title}</p>
          {time && (
            <time dateTime={time.dateTime} className="block text-[0.9375em] text-muted">
              {time.label}
            </time>
          )}
          {children && <div className="mt-1 max-w-prose">{children}</div>}
        </li>
      ))}
    </ol>
  );
}
