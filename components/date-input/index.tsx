import { Fieldset } from '@/components/fieldset';
import type { FieldProps } from '@/components/field';

export type DateParts = { day?: string | undefined; month?: string | undefined; year?: string | undefined };
export type DatePart = keyof DateParts;

export type DateInputProps = FieldProps & {
  /** Words over the three boxes. */
  labels: Record<DatePart, string>;
  defaultValue?: DateParts | undefined;
  /** Which boxes are wrong; all of them when there is an error and this is absent. */
  invalid?: readonly DatePart[] | undefined;
  /** `bday` fills in the birthday. */
  autoComplete?: 'bday' | undefined;
};

const parts = ['day', 'month', 'year'] as const;

/**
 * A memorable date in three boxes. They are named `<name>-day`, `<name>-month`, `<name>-year`; the day's id is
 * `<name>`, the others' ids are their names.
 */
export function DateInput({ name, id = name, label, labels, defaultValue, invalid, autoComplete, ...rest }: DateInputProps) {
  return (
    <Fieldset id={id} legend={label} role="group" {...rest}>
      <div className="flex flex-wrap gap-4">
        {parts.map((part) => {
          const partId = part === 'day' ? id : `${id}-${part}`;
          return (
            <div key={part} className={part === 'year' ? 'w-24' : 'w-18'}>
              <label htmlFor={partId} className="mb-1 block">
                {labels[part]}
              </label>
              <input
                id={partId}
                name={`${name}-${part}`}
                defaultValue={defaultValue?.[part]}
                inputMode="numeric"
                autoComplete={autoComplete ? `${autoComplete}-${part}` : 'off'}
                aria-invalid={rest.error && (invalid?.includes(part) ?? true) ? true : undefined}
                aria-describedby={rest.error ? `${id}-error` : undefined}
                className="control tabular-nums"
              />
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
