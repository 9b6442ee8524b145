import clsx from 'clsx';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icon';
import { buttonClass, type ButtonLook } from './look';

type Look = ButtonLook & {
  icon?: IconName | undefined;
  /** Icon after the words, e.g. an arrow on the button that starts something. */
  iconAfter?: IconName | undefined;
  children: ReactNode;
};

function Content({ icon, iconAfter, children }: Pick<Look, 'icon' | 'iconAfter' | 'children'>) {
  return (
    <>
      {icon && <Icon name={icon} size={20} />}
      <span>{children}</span>
      {iconAfter && <Icon name={iconAfter} size={20} />}
    </>
  );
}

export type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement>;

export function Button({ variant, icon, iconAfter, wide, fit, children, className, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button type={type} className={clsx(buttonClass({ variant, wide, fit }), className)} {...rest}>
      <Content icon={icon} iconAfter={iconAfter}>
        {children}
      </Content>
    </button>
  );
}

export type ButtonLinkProps = Look & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string };

/** A link that looks like a button: for the one next step of a page that goes somewhere without sending anything. */
export function ButtonLink({ variant, icon, iconAfter, wide, fit, children, className, ...rest }: ButtonLinkProps) {
  return (
    <a className={clsx(buttonClass({ variant, wide, fit }), 'no-underline', className)} {...rest}>
      <Content icon={icon} iconAfter={iconAfter}>
        {children}
      </Content>
    </a>
  );
}

/** Buttons side by side, the main one first; one under another on a phone. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3 max-sm:flex-col max-sm:items-stretch">{children}</div>;
}
