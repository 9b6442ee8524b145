import clsx from 'clsx';
import type { SelectHTMLAttributes } from 'react';
import { Field, controlProps, type FieldProps } from '@/components/field';
import { widths, type FieldWidth } from '@/components/text-input';

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };

export type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps> & {
    options: readonly SelectOption[];
    /** The empty first choice ("Choose a region"). */
    placeholder?: string | undefined;
    width?: FieldWidth | undefined;
  };

/** For more than about seven choices; otherwise radios. */
export function Select({
  name, id = name, label, hint, error, errorPrefix, optional, optionalLabel, heading, className,
  options, placeholder, width = 'l', ...select
}: SelectProps) {
  return (
    <Field {...{ name, id, label, hint, error, errorPrefix, optional, optionalLabel, heading, className }}>
      <select {...controlProps({ name, id, hint, error })} className={clsx('control select', widths[width])} {...select}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
