import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Fieldset } from '@/components/fieldset';
import type { FieldProps } from '@/components/field';

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  /** Shown under the choice when it is chosen, by CSS alone. */
  reveal?: ReactNode;
};

export type RadiosProps = FieldProps & {
  options: readonly Choice[];
  defaultValue?: string | undefined;
  /** Side by side where they fit: only for two short choices. */
  inline?: boolean | undefined;
  required?: boolean | undefined;
};

export function Radios({ name, id = name, label, options, defaultValue, inline, required, ...field }: RadiosProps) {
  return (
    <Fieldset id={id} legend={label} role="radiogroup" {...field}>
      <div className={clsx('flex gap-x-8 gap-y-1', inline ? 'flex-row flex-wrap' : 'flex-col')}>
        {options.map((option, index) => (
          <ChoiceRow key={option.value} type="radio" name={name} id={index === 0 ? id : `${id}-${index + 1}`} option={option} checked={defaultValue === option.value} required={required} />
        ))}
      </div>
    </Fieldset>
  );
}

type ChoiceRowProps = { type: 'radio' | 'checkbox'; name: string; id: string; option: Choice; checked?: boolean | undefined; required?: boolean | undefined; describedBy?: string | undefined };

/** One radio or checkbox with its label, hint and what it reveals. */
export function ChoiceRow({ type, name, id, option, checked, required, describedBy }: ChoiceRowProps) {
  const describing = [option.hint && `${id}-hint`, describedBy].filter(Boolean).join(' ') || undefined;
  return (
    <div className="group/choice">
      <div className="relative flex gap-3">
        <input
          type={type}
          id={id}
          name={name}
          value={option.value}
          defaultChecked={checked}
          disabled={option.disabled}
          required={required}
          aria-describedby={describing}
          className={clsx('choice peer', type === 'radio' ? 'rounded-full' : 'rounded-sm')}
        />
        <div className="py-2 compact:py-1">
          <label htmlFor={id} className="block after:absolute after:inset-0 after:content-['']">
            {option.label}
          </label>
          {option.hint && (
            <div id={`${id}-hint`} className="text-muted">
              {option.hint}
            </div>
          )}
        </div>
      </div>
      {option.reveal && (
        <div className="mt-1 mb-3 ml-3 hidden border-l-4 border-line pl-6 group-has-[.choice:checked]/choice:block">{option.reveal}</div>
      )}
    </div>
  );
}
