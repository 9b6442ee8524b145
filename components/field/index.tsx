import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from '@/components/icon';

/** What every form field takes. The id is the name unless given, so `#name` in an error summary focuses the field. */
export type FieldProps = {
  name: string;
  id?: string | undefined;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Words before the error for screen readers: "Error:". */
  errorPrefix?: string | undefined;
  optional?: boolean | undefined;
  /** "(optional)" in the page's language, shown when `optional`. */
  optionalLabel?: string | undefined;
  /** The label is the page's only question: it becomes its h1. */
  heading?: boolean | undefined;
  className?: string | undefined;
};

export function describedBy(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>, ...more: (string | false | undefined)[]) {
  return [hint && `${id}-hint`, error && `${id}-error`, ...more].filter(Boolean).join(' ') || undefined;
}

/** The attributes a control shares: id, name, what describes it and whether it is in error. */
export function controlProps({ name, id = name, hint, error }: Pick<FieldProps, 'name' | 'id' | 'hint' | 'error'>, ...more: (string | false | undefined)[]) {
  return { id, name, 'aria-describedby': describedBy(id, { hint, error }, ...more), 'aria-invalid': error ? (true as const) : undefined };
}

export function LabelText({ label, optional, optionalLabel }: Pick<FieldProps, 'label' | 'optional' | 'optionalLabel'>) {
  return (
    <>
      {label}
      {optional && optionalLabel && <span className="font-normal text-muted"> {optionalLabel}</span>}
    </>
  );
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={`${id}-hint`} className="mt-1 max-w-prose text-muted">
      {children}
    </div>
  );
}

export function FieldError({ id, error, errorPrefix }: { id: string; error: string; errorPrefix?: string | undefined }) {
  return (
    <p id={`${id}-error`} className="mt-2 flex max-w-prose gap-2 font-semibold text-danger">
      <Icon name="alert" size={20} className="mt-0.5" />
      <span>
        {errorPrefix && <span className="sr-only">{errorPrefix} </span>}
        {error}
      </span>
    </p>
  );
}

/** In error the field gets a bar at its side, so that it is not told by colour alone. */
export const invalidBar = 'border-l-4 border-danger pl-4';

/** Label, hint and error around one control. */
export function Field({ name, id = name, label, hint, error, errorPrefix, optional, optionalLabel, heading, className, children }: FieldProps & { children: ReactNode }) {
  const labelNode = (
    <label htmlFor={id} className={heading ? 'block' : 'block font-semibold'}>
      <LabelText label={label} optional={optional} optionalLabel={optionalLabel} />
    </label>
  );
  return (
    <div className={clsx(error && invalidBar, className)}>
      {heading ? <h1>{labelNode}</h1> : labelNode}
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && <FieldError id={id} error={error} errorPrefix={errorPrefix} />}
      <div className="mt-2 compact:mt-1">{children}</div>
    </div>
  );
}
