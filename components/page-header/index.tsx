import clsx from 'clsx';
import type { ReactNode } from 'react';

export type PageHeaderProps = {
  title: ReactNode;
  /** A word over the title: the kind of page, its sphere. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  /** Tag, dates, number: small facts under the title. */
  meta?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** 1 but in an example. */
  level?: 1 | 2 | 3 | undefined;
  className?: string | undefined;
};

/** The h1 of a page and what belongs to it. */
export function PageHeader({ title, eyebrow, lead, meta, actions, level = 1, className }: PageHeaderProps) {
  const Title = `h${level}` as const;
  return (
    <header className={clsx('mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-5 compact:mb-5', className)}>
      <div className="min-w-0 max-w-3xl flex-[1_1_24rem]">
        {eyebrow && <p className="mb-2 font-semibold text-accent">{eyebrow}</p>}
        <Title className="text-h1">{title}</Title>
        {lead && <p className="mt-4 max-w-prose text-lead text-muted compact:mt-2">{lead}</p>}
        {meta && <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-muted compact:mt-2">{meta}</div>}
      </div>
      {actions && <div className="no-print flex flex-wrap gap-3 max-sm:w-full">{actions}</div>}
    </header>
  );
}

export type HeroProps = { title: ReactNode; lead?: ReactNode; children?: ReactNode; level?: 1 | 3 | undefined };

/** The opening of the portal's first page: the azure of the header goes on, with the motif, down to the red line. */
export function Hero({ title, lead, children, level = 1 }: HeroProps) {
  const Title = `h${level}` as const;
  return (
    <div data-hero className="relative isolate overflow-hidden border-b-[3px] border-hairline bg-brand text-on-brand">
      <div aria-hidden="true" className="absolute inset-0 -z-10 bg-linear-to-br from-brand via-brand to-brand-deep" />
      <div aria-hidden="true" className="motif absolute inset-y-0 right-0 -z-10 w-3/5 text-brand-bright opacity-30 max-md:hidden" />
      <div className="wrap py-10 sm:py-16">
        <div className="max-w-3xl">
          <Title className="text-display">{title}</Title>
          {lead && <p className="mt-4 max-w-2xl text-lead text-on-brand-muted">{lead}</p>}
          {children && <div className="mt-7 sm:mt-9">{children}</div>}
        </div>
      </div>
    </div>
  );
}
