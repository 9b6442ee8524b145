import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from '@/components/icon';

export type StatTileProps = {
  label: string;
  /** Formatted for the locale. */
  value: ReactNode;
  /** Against before: "12% more than in June". Whether that is good is said by the tone. */
  change?: { label: string; direction: 'up' | 'down'; tone?: 'good' | 'bad' | 'neutral' | undefined } | undefined;
  href?: string | undefined;
  note?: ReactNode;
};

const tones = { good: 'text-success', bad: 'text-danger', neutral: 'text-muted' } as const;

/** One number that matters. Several stand in a `StatRow`. */
export function StatTile({ label, value, change, href, note }: StatTileProps) {
  return (
    <div className="relative flex min-w-0 flex-col rounded-md border border-line bg-raised p-4 has-[a:hover]:border-accent compact:p-3">
      <dt className="text-[0.9375em] text-muted">
        {href ? (
          <a href={href} className="link stretched rounded-md">
            {label}
          </a>
        ) : (
          label
        )}
      </dt>
      <dd className="mt-1 text-[1.75rem] leading-tight font-semibold tracking-tight tabular-nums compact:text-[1.5rem]">{value}</dd>
      {change && (
        <dd className={clsx('mt-1 flex items-center gap-1 text-[0.9375em]', tones[change.tone ?? 'neutral'])}>
          <Icon name={change.direction === 'up' ? 'arrow-up' : 'arrow-down'} size={16} />
          {change.label}
        </dd>
      )}
      {note && <dd className="mt-1 text-[0.9375em] text-muted">{note}</dd>}
    </div>
  );
}

export function StatRow({ children }: { children: ReactNode }) {
  return <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">{children}</dl>;
}
