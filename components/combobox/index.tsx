import { Field, controlProps, type FieldProps } from '@/components/field';
import { widths, type FieldWidth } from '@/components/text-input';
import { ComboboxInput, type ComboboxWords } from './input';

export type ComboboxProps = FieldProps & {
  /** URL answering `?q=` with `{ "items": [{ "label", "hint"?, "value"? }] }`. */
  source: string;
  words: ComboboxWords;
  defaultValue?: string | undefined;
  defaultItemValue?: string | undefined;
  width?: FieldWidth | undefined;
};

/**
 * One of very many (an address, a school). Sends the words as `<name>` and the chosen item's value as `<name>-value`,
 * which is empty without JavaScript: the server then looks the words up itself.
 */
export function Combobox({
  name, id = name, label, hint, error, errorPrefix, optional, optionalLabel, heading, className,
  source, words, defaultValue, defaultItemValue, width = 'l',
}: ComboboxProps) {
  return (
    <Field {...{ name, id, label, hint, error, errorPrefix, optional, optionalLabel, heading, className }}>
      <div className={widths[width]}>
        <ComboboxInput {...controlProps({ name, id, hint, error })} {...{ source, words, defaultValue, defaultItemValue }} className="control" />
      </div>
    </Field>
  );
}
