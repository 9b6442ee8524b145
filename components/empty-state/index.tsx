import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icon';

export type EmptyStateProps = {
  title: string;
  icon?: IconName | undefined;
  /** Level of the title; `p` where a heading would break the outline. */
  as?: 'h1' | 'h2' | 'h3' | 'p' | undefined;
  /** Why there is nothing and what to do. */
  children?: ReactNode;
  /** The way on: a button or links. */
  actions?: ReactNode;
};

/** Where there is nothing (yet): says so, why, and what to do next. Also for offline and for pages not found. */
export function EmptyState({ title, icon = 'inbox', as: Title = 'h2', children, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-4 rounded-lg border border-dashed border-line-strong p-6 sm:p-10">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon name={icon} size={32} />
      </span>
      <div className="max-w-prose">
        <Title className="text-h2 font-semibold">{title}</Title>
        {children && <div className="mt-2 text-muted">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-3 max-sm:w-full">{actions}</div>}
    </div>
  );
}
