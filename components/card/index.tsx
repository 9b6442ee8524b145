import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icon';

export type CardProps = {
  title: ReactNode;
  href: string;
  /** Level of the title; h3 under a section's h2. */
  level?: 2 | 3 | 4 | undefined;
  icon?: IconName | undefined;
  children?: ReactNode;
  /** Facts along the lower edge. */
  footer?: ReactNode;
  /** Icon beside the words instead of above: for long lists. */
  compact?: boolean | undefined;
  className?: string | undefined;
};

/** A place to go with a title and a line about it. The whole card is the link. */
export function Card({ title, href, level = 3, icon, children, footer, compact, className }: CardProps) {
  const Title = `h${level}` as const;
  return (
    <article
      className={clsx(
        'group relative flex h-full rounded-lg border border-line bg-raised p-5 transition-colors duration-150 ease-calm hover:border-accent hover:bg-subtle',
        compact ? 'items-start gap-4' : 'flex-col gap-3',
        className,
      )}
    >
      {icon && (
        <span className="grid size-11 shrink-0 place-items-center rounded-md bg-accent-soft text-accent">
          <Icon name={icon} />
        </span>
      )}
      <div className="flex min-w-0 flex-1 flex-col">
        <Title className="text-h3">
          <a href={href} className="stretched rounded-lg text-ink decoration-accent decoration-2 underline-offset-4 group-hover:text-accent group-hover:underline">
            {title}
          </a>
        </Title>
        {children && <div className="mt-1.5 text-muted">{children}</div>}
        {footer && <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-1 pt-4 text-[0.9375em] text-muted">{footer}</div>}
      </div>
    </article>
  );
}

export type ServiceCardProps = {
  title: string;
  href: string;
  summary?: string | undefined;
  agency?: string | undefined;
  /** Price and term in words: "Free", "5 working days". */
  fee?: string | undefined;
  term?: string | undefined;
  /** A tag such as "Online". */
  tag?: ReactNode;
  level?: 2 | 3 | 4 | undefined;
};

/** A service in a list: what it is, who gives it, what it costs and how long it takes. */
export function ServiceCard({ title, href, summary, agency, fee, term, tag, level }: ServiceCardProps) {
  return (
    <Card
      title={title}
      href={href}
      level={level}
      footer={
        <>
          {tag}
          {fee && <Fact icon="money">{fee}</Fact>}
          {term && <Fact icon="clock">{term}</Fact>}
          {agency && <Fact icon="building">{agency}</Fact>}
        </>
      }
    >
      {summary}
    </Card>
  );
}

/** A small fact with its icon. */
export function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <span className="inline-flex min-w-0 items-start gap-1.5">
      <Icon name={icon} size={16} className="mt-[0.3em] text-accent" />
      <span className="min-w-0">{children}</span>
    </span>
  );
}

/** Cards side by side as many as fit. */
export function CardGrid({ children, columns = 3 }: { children: ReactNode; columns?: 2 | 3 | 4 | undefined }) {
  return (
    <ul className={clsx('grid gap-4 *:min-w-0 sm:grid-cols-2', columns === 3 && 'lg:grid-cols-3', columns === 4 && 'lg:grid-cols-3 xl:grid-cols-4')}>{children}</ul>
  );
}
