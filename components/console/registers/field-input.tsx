'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';
import { Fieldset } from '@/components/fieldset';
import { Select } from '@/components/select';
import { TextInput } from '@/components/text-input';
import type { Entry, FormField } from './form-field';

type Errors = ReadonlyMap<string, string>;
type ScalarProps = { field: FormField; name: string; value: string; onChange: (value: string) => void; errors: Errors };

const numeric = new Set<FormField['type']>(['integer', 'amount', 'number']);

/** One box for one value. Long lists of codes are typed with suggestions, short ones chosen. */
export function ScalarInput({ field, name, value, onChange, errors }: ScalarProps) {
  const t = useTranslations('registers.form');
  const common = useTranslations('common.form');
  const shared = { name, label: field.label, hint: field.hint ?? undefined, optional: !field.required, optionalLabel: common('optional'), error: errors.get(name), errorPrefix: common('errorPrefix') };
  if (field.type === 'boolean') return <Select {...shared} width="s" placeholder={t('choose')} options={[{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]} value={value} onChange={(event) => onChange(event.target.value)} />;
  if (field.type === 'code' && field.options.length <= 300) return <Select {...shared} placeholder={t('choose')} options={field.options} value={value} onChange={(event) => onChange(event.target.value)} />;
  if (field.type === 'date') return <TextInput {...shared} type="date" width="m" value={value} onChange={(event) => onChange(event.target.value)} />;
  const hint = field.hint ?? (field.type === 'share' ? t('shareHint') : field.type === 'reference' ? t('referenceHint') : field.pattern !== null ? t('patternHint', { pattern: field.pattern }) : undefined);
  return <TextInput {...shared} hint={hint} width={numeric.has(field.type) || field.type === 'share' ? 'm' : 'l'} inputMode={numeric.has(field.type) ? 'decimal' : undefined} autoComplete="off" spellCheck={false} value={value} onChange={(event) => onChange(event.target.value)} />;
}

type ListProps = { field: FormField; entries: Entry[]; onChange: (entries: Entry[]) => void; errors: Errors };

/** Entries of a list: each a group of boxes that can be taken away, and a button for one more. */
export function ListInput({ field, entries, onChange, errors }: ListProps) {
  const t = useTranslations('registers.form');
  const common = useTranslations('common.form');
  const error = errors.get(field.id);
  return (
    <section aria-labelledby={`${field.id}-title`} className="rounded-md border border-line p-4">
      <h2 id={`${field.id}-title`} className="text-h3">
        {field.label}
        {!field.required && <span className="font-normal text-muted"> {common('optional')}</span>}
      </h2>
      {field.hint && <p className="mt-1 text-muted">{field.hint}</p>}
      <div id={field.id} tabIndex={-1} className="scroll-mt-4">{error && <FieldError id={field.id} error={error} errorPrefix={common('errorPrefix')} />}</div>
      <ol className="mt-3 flex flex-col gap-4">
        {entries.map((entry, index) => (
          <li key={index} className="border-l-4 border-line pl-4">
            <Fieldset id={`${field.id}-${index}`} legend={t('entry', { number: index + 1 })}>
              <div className="flex flex-col gap-(--field-gap)">
                {field.items.map((item) => (
                  <ScalarInput key={item.id} field={item} name={`${field.id}.${index}.${item.id}`} value={entry[item.id] ?? ''} errors={errors} onChange={(value) => onChange(entries.map((one, at) => (at === index ? { ...one, [item.id]: value } : one)))} />
                ))}
              </div>
            </Fieldset>
            <Button type="button" variant="quiet" icon="trash" className="mt-2" onClick={() => onChange(entries.filter((_, at) => at !== index))}>
              {t('removeEntry', { number: index + 1 })}
            </Button>
          </li>
        ))}
      </ol>
      <Button type="button" variant="secondary" icon="plus" className="mt-3" onClick={() => onChange([...entries, Object.fromEntries(field.items.map(({ id }) => [id, '']))])}>
        {t('addEntry')}
      </Button>
    </section>
  );
}
