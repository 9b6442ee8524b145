import { FieldError, describedBy, invalidBar, type FieldProps } from '@/components/field';
import { Fieldset } from '@/components/fieldset';
import { ChoiceRow, type Choice } from '@/components/radios';

export type CheckboxesProps = FieldProps & { options: readonly Choice[]; defaultValue?: readonly string[] | undefined };

export function Checkboxes({ name, id = name, label, options, defaultValue, ...field }: CheckboxesProps) {
  return (
    <Fieldset id={id} legend={label} {...field}>
      <div className="flex flex-col gap-y-1">
        {options.map((option, index) => (
          <ChoiceRow key={option.value} type="checkbox" name={name} id={index === 0 ? id : `${id}-${index + 1}`} option={option} checked={defaultValue?.includes(option.value)} />
        ))}
      </div>
    </Fieldset>
  );
}

export type CheckboxProps = Omit<FieldProps, 'optional' | 'optionalLabel' | 'heading'> & { value?: string | undefined; defaultChecked?: boolean | undefined; reveal?: Choice['reveal'] };

/** One box to tick, such as a consent. */
export function Checkbox({ name, id = name, label, hint, error, errorPrefix, value = 'on', defaultChecked, reveal, className }: CheckboxProps) {
  return (
    <div className={[error && invalidBar, className].filter(Boolean).join(' ') || undefined}>
      {error && <FieldError id={id} error={error} errorPrefix={errorPrefix} />}
      <ChoiceRow type="checkbox" name={name} id={id} option={{ value, label, hint, reveal }} checked={defaultChecked} describedBy={describedBy(id, { error })} />
    </div>
  );
}
