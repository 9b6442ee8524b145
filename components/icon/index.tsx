import clsx from 'clsx';
import { interfacePaths, spherePaths } from './paths';

const paths = { ...spherePaths, ...interfacePaths };
export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as IconName[];

/** Names come from data (spheres, life events): one we do not have becomes a plain document. */
export function iconName(name: string): IconName {
  return name in paths ? (name as IconName) : 'document';
}

export type IconProps = {
  name: IconName;
  size?: 16 | 20 | 24 | 32 | 40 | undefined;
  /** Only where the icon stands alone without words. */
  title?: string | undefined;
  className?: string | undefined;
};

/** Decorative unless `title` is given. */
export function Icon({ name, size = 24, title, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={size >= 32 ? 1.5 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={clsx('shrink-0', className)}
      focusable="false"
      {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}
    >
      <path d={paths[name]} />
    </svg>
  );
}
