import clsx from 'clsx';

/** The mark: an eight-pointed star drawn with one line. */
export function Mark({ size = 32, className }: { size?: 24 | 32 | 40 | 56 | undefined; className?: string | undefined }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" aria-hidden="true" focusable="false" className={clsx('shrink-0', className)}>
      <path d="M16 2.8 25.33 25.33 2.8 16 25.33 6.67 16 29.2 6.67 6.67 29.2 16 6.67 25.33z" />
    </svg>
  );
}

/** The mark and the name. */
export function Logo({ name, className }: { name: string; className?: string | undefined }) {
  return (
    <span className={clsx('inline-flex items-center gap-2.5', className)}>
      <Mark />
      <span className="text-[1.375rem] leading-none font-semibold tracking-[-0.02em]">{name}</span>
    </span>
  );
}
