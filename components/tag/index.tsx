import clsx from 'clsx';
import type { ReactNode } from 'react';

export const tagTones = ['neutral', 'info', 'success', 'warning', 'danger'] as const;
export type TagTone = (typeof tagTones)[number];

const looks: Record<TagTone, string> = {
  neutral: 'bg-neutral-soft text-ink',
  info: 'bg-accent-soft text-accent-hover',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
};

/** A status in a word or two. The words tell it; the colour only helps. */
export function Tag({ tone = 'neutral', children, className }: { tone?: TagTone | undefined; children: ReactNode; className?: string | undefined }) {
  return (
    <span className={clsx('inline-block max-w-full rounded-sm border border-transparent px-2 py-0.5 text-[0.875em] leading-snug font-semibold', looks[tone], className)}>
      {children}
    </span>
  );
}
