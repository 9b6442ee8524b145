'use client';

import { useTranslations } from 'next-intl';
import { Fieldset } from '@/components/fieldset';
import { useFieldError } from './localized-field';

type Props<Value extends string> = { id: string; legend: string; options: readonly { value: Value; label: string }[]; chosen: readonly Value[]; onChange: (chosen: Value[]) => void };

/** Several of a few, kept in the order of the options. */
export function Ticks<Value extends string>({ id, legend, options, chosen, onChange }: Props<Value>) {
  const common = useTranslations('common.form');
  return (
    <Fieldset id={id} legend={legend} error={useFieldError(id)} errorPrefix={common('errorPrefix')}>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {options.map(({ value, label }, index) => (
          <label key={value} className="flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              checked={chosen.includes(value)}
              onChange={(event) => onChange(options.map((option) => option.value).filter((other) => (other === value ? event.target.checked : chosen.includes(other))))}
              className="choice my-0! rounded-sm"
            />
            {label}
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
