import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'inverse';

export type ButtonLook = {
  variant?: ButtonVariant | undefined;
  /** As wide as its place; on a phone buttons are so anyway unless `fit`. */
  wide?: boolean | undefined;
  fit?: boolean | undefined;
};

const looks: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent',
  secondary: 'bg-raised text-accent border-accent hover:bg-accent-soft hover:text-accent-hover',
  quiet: 'text-accent border-transparent hover:bg-accent-soft hover:text-accent-hover',
  danger: 'bg-raised text-danger border-danger hover:bg-danger-soft',
  inverse: 'bg-white text-[#004a63] border-white hover:bg-[#e0f1f6]',
};

export function buttonClass({ variant = 'primary', wide, fit }: ButtonLook = {}): string {
  return clsx(
    'inline-flex min-h-(--control) items-center justify-center gap-2 rounded-md border-[1.5px] px-5 py-2 text-center font-semibold leading-tight',
    'transition-colors duration-150 ease-calm disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60 compact:px-3.5 compact:py-1',
    wide ? 'w-full' : !fit && 'max-sm:w-full',
    looks[variant],
  );
}
