import clsx from 'clsx';
import type { ReactNode } from 'react';
import { FieldError, Hint, LabelText, describedBy, invalidBar, type FieldProps } from '@/components/field';

export type FieldsetProps = Omit<FieldProps, 'name' | 'id' | 'label'> & {
  /** Prefix of the ids of hint and error; the name of the field it groups. */
  id: string;
  legend: ReactNode;
  role?: 'group' | 'radiogroup' | undefined;
  children: ReactNode;
};

/** A group of controls under one question. */
export function Fieldset({ id, legend, hint, error, errorPrefix, optional, optionalLabel, heading, role, className, children }: FieldsetProps) {
  const text = <LabelText label={legend} optional={optional} optionalLabel={optionalLabel} />;
  return (
    <fieldset role={role} aria-describedby={describedBy(id, { hint, error })} className={clsx('min-w-0', error && invalidBar, className)}>
      <legend className={heading ? 'w-full' : 'font-semibold'}>{heading ? <h1>{text}</h1> : text}</legend>
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && <FieldError id={id} error={error} errorPrefix={errorPrefix} />}
      <div className="mt-3 compact:mt-2">{children}</div>
    </fieldset>
  );
}
