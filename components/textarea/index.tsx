import type { TextareaHTMLAttributes } from 'react';
import { Field, controlProps, type FieldProps } from '@/components/field';
import { CharacterCount, type CharacterCountWords } from './character-count';

export type TextareaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'maxLength' | keyof FieldProps> & {
    /** The most characters allowed. One may type more; the count says how many too many, the server refuses. */
    maxCharacters?: number | undefined;
    /** Words of the count, with `{count}` for the number; needed with `maxCharacters`. */
    countWords?: CharacterCountWords | undefined;
  };

export function Textarea({
  name, id = name, label, hint, error, errorPrefix, optional, optionalLabel, heading, className,
  rows = 5, maxCharacters, countWords, ...textarea
}: TextareaProps) {
  const counted = maxCharacters !== undefined && countWords !== undefined;
  return (
    <Field {...{ name, id, label, hint, error, errorPrefix, optional, optionalLabel, heading, className }}>
      <textarea {...controlProps({ name, id, hint, error }, counted && `${id}-limit`)} rows={rows} className="control max-w-2xl resize-y py-2.5" {...textarea} />
      {counted && <CharacterCount id={id} max={maxCharacters} words={countWords} />}
    </Field>
  );
}
