import type { ReactNode } from 'react';
import { Checkboxes } from '@/components/checkboxes';
import { DateInput } from '@/components/date-input';
import { Field as FieldBox, controlProps, type FieldProps } from '@/components/field';
import { MoneyInput } from '@/components/money-input';
import { NumberInput } from '@/components/number-input';
import { Radios, type Choice } from '@/components/radios';
import { Select } from '@/components/select';
import { TextInput } from '@/components/text-input';
import { Textarea } from '@/components/textarea';
import { datePart, type Entered } from '@/server/forms/engine-reading';
import { visibleOptions } from '@/server/forms/engine';
import type { Answers, Field } from '@/server/forms/schema';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import type { FormWords, TerritoryGroup } from './words';

export type FieldInputProps = {
  field: Field;
  locale: Locale;
  heading: boolean;
  entered: Entered;
  error: string | undefined;
  known: Answers;
  proposed: boolean;
  territories: readonly TerritoryGroup[];
  words: FormWords;
  reveals: Readonly<Record<string, Choice['reveal']>>;
};

/** The input for one question, whatever its kind. Files have a form of their own. */
export function FieldInput(props: FieldInputProps) {
  const { field, locale, heading, entered, error, known, words, reveals } = props;
  const first = entered[field.id]?.[0] ?? '';
  const common = {
    name: field.id, label: textIn(field.label, locale), hint: hintOf(props), error, errorPrefix: words.errorPrefix, optional: field.optional, optionalLabel: words.optional, heading,
  };
  const line = { ...common, defaultValue: first };
  const choices = () =>
    visibleOptions(field, known).map((option): Choice => ({ value: option.value, label: textIn(option.label, locale), hint: option.hint && textIn(option.hint, locale), reveal: reveals[option.value] }));

  switch (field.kind) {
    case 'text':
      return <TextInput {...line} width={field.width ?? (field.max <= 20 ? 's' : 'l')} autoComplete={field.autocomplete ?? 'off'} />;
    case 'textarea':
      return <Textarea {...line} maxCharacters={field.max} countWords={words.characters} />;
    case 'number':
      return <NumberInput {...line} decimals={field.decimals > 0} suffix={field.unit && textIn(field.unit, locale)} width={field.unit ? 'm' : 's'} />;
    case 'money':
      return <MoneyInput {...line} currency={words.currency} />;
    case 'date': {
      const part = (name: 'day' | 'month' | 'year') => entered[datePart(field.id, name)]?.[0];
      return <DateInput {...common} labels={words} defaultValue={{ day: part('day'), month: part('month'), year: part('year') }} autoComplete={field.birthday ? 'bday' : undefined} />;
    }
    case 'yesno':
      return (
        <Radios
          {...common}
          defaultValue={first}
          inline={Object.keys(reveals).length === 0}
          options={[
            { value: 'yes', label: words.yes, reveal: reveals['yes'] },
            { value: 'no', label: words.no, reveal: reveals['no'] },
          ]}
        />
      );
    case 'radios':
      return <Radios {...common} defaultValue={first} options={choices()} />;
    case 'checkboxes':
      return <Checkboxes {...common} defaultValue={entered[field.id] ?? []} options={choices()} />;
    case 'select':
      return <Select {...line} placeholder={words.choose} options={visibleOptions(field, known).map((option) => ({ value: option.value, label: textIn(option.label, locale) }))} />;
    case 'territory':
      return <TerritorySelect {...props} common={common} value={first} />;
    case 'email':
      return <TextInput {...line} type="email" inputMode="email" autoComplete="email" spellCheck={false} />;
    case 'phone':
      return <TextInput {...line} type="tel" autoComplete="tel" width="m" />;
    case 'pinfl':
    case 'stir':
      return <TextInput {...line} inputMode="numeric" autoComplete="off" spellCheck={false} width="m" />;
    case 'passport':
    case 'plate':
      return <TextInput {...line} autoComplete="off" autoCapitalize="characters" spellCheck={false} width="s" />;
    case 'cadastre':
      return <TextInput {...line} autoComplete="off" spellCheck={false} width="m" />;
    case 'file':
      return null;
  }
}

function hintOf({ field, locale, proposed, words }: FieldInputProps): ReactNode {
  const hint = field.hint && textIn(field.hint, locale);
  if (!proposed) return hint;
  return (
    <>
      {hint && <span className="block">{hint}</span>}
      <span className="block">{words.fromRegisterCheck}</span>
    </>
  );
}

/** All districts under their regions: one list that works without scripts and by typing the first letters. */
function TerritorySelect({ common, value, territories, words }: FieldInputProps & { common: FieldProps; value: string }) {
  return (
    <FieldBox {...common}>
      <select {...controlProps(common)} defaultValue={value} className="control select max-w-xl">
        <option value="">{words.chooseTerritory}</option>
        {territories.map((region) => (
          <optgroup key={region.name} label={region.name}>
            {region.districts.map((district) => (
              <option key={district.code} value={district.code}>
                {district.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FieldBox>
  );
}
