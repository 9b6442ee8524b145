import clsx from 'clsx';
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { Icon } from '@/components/icon';

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'hidden'> & {
  href: string;
  children: ReactNode;
  /** `quiet`: no underline until hovered, for lists where the place says it is a link. */
  variant?: 'text' | 'quiet' | 'plain';
  /** Words for screen readers after the text: tells links with equal text apart ("Change", "name"). */
  hidden?: string | undefined;
};

/** The one link. A plain `<a>`: pages are prerendered and cached, so a full load is quick and costs no JavaScript. */
export function Link({ href, children, variant = 'text', hidden, className, ...rest }: LinkProps) {
  const external = /^https?:/.test(href);
  return (
    <a
      href={href}
      className={clsx(
        variant === 'text' && 'link',
        variant === 'quiet' && 'text-accent underline-offset-4 hover:text-accent-hover hover:underline',
        className,
      )}
      {...(external && { rel: 'noopener' })}
      {...rest}
    >
      {children}
      {hidden && <span className="sr-only"> {hidden}</span>}
      {external && variant !== 'plain' && <Icon name="external" size={16} className="mb-0.5 ml-1 inline-block align-middle" />}
    </a>
  );
}
