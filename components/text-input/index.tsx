import clsx from 'clsx';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { Field, controlProps, type FieldProps } from '@/components/field';

/** How wide the box is tells how much is expected in it. */
export const widths = { xs: 'max-w-24', s: 'max-w-40', m: 'max-w-72', l: 'max-w-xl', full: '' } as const;
export type FieldWidth = keyof typeof widths;

export type TextInputProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'prefix' | 'size' | 'width' | keyof FieldProps> & {
    width?: FieldWidth | undefined;
    /** Shown in the box before or after what is typed; said by the label, so hidden from screen readers. */
    prefix?: ReactNode;
    suffix?: ReactNode;
  };

export function TextInput({
  name, id = name, label, hint, error, errorPrefix, optional, optionalLabel, heading, className,
  width = 'l', prefix, suffix, type = 'text', ...input
}: TextInputProps) {
  const box = (
    <input
      {...controlProps({ name, id, hint, error })}
      type={type}
      className={clsx('control', !(prefix ?? suffix) && widths[width], prefix && 'rounded-l-none', suffix && 'rounded-r-none')}
      {...input}
    />
  );
  return (
    <Field {...{ name, id, label, hint, error, errorPrefix, optional, optionalLabel, heading, className }}>
      {(prefix ?? suffix) ? (
        <div className={clsx('flex', widths[width])}>
          {prefix && <Affix side="rounded-l-md border-r-0">{prefix}</Affix>}
          {box}
          {suffix && <Affix side="rounded-r-md border-l-0">{suffix}</Affix>}
        </div>
      ) : (
        box
      )}
    </Field>
  );
}

function Affix({ side, children }: { side: string; children: ReactNode }) {
  return (
    <span aria-hidden="true" className={clsx('flex shrink-0 items-center border-[1.5px] border-line-strong bg-subtle px-3 text-muted', side)}>
      {children}
    </span>
  );
}
