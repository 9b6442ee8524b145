'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/button';
import { Select, type SelectOption } from '@/components/select';
import { Textarea } from '@/components/textarea';
import { TextInput } from '@/components/text-input';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { sensitivities, maskings } from '@/server/registers/schema-definition';
import { flags, hasFlag, optionsText, readOptions, renamed, withFlag, without, type Edited, type EditedField } from './state';

const types = ['text', 'integer', 'number', 'amount', 'boolean', 'date', 'code', 'reference', 'share'] as const;
const languages = ['uz', 'ru', 'en'] as const;

type Props = { edited: Edited; field: EditedField; index: number; onChange: (next: Edited) => void; classifiers: readonly SelectOption[]; registers: readonly SelectOption[]; evolving: boolean };

/** One field of a register: what it is, how it is checked and protected, and what it is used for. */
export function FieldEditor({ edited, field, index, onChange, classifiers, registers, evolving }: Props) {
  const t = useTranslations('registers.editor');
  const name = `field-${field.number}`;
  const locale = useLocale() as Locale;
  const label = textIn(field.label, locale) || t('newField');
  const change = (part: Record<string, unknown>, base = edited) => onChange({ ...base, fields: base.fields.map((one) => (one.number === field.number ? ({ ...one, ...part }) : one)) });
  const retype = (type: string) => {
    const { id, label: words, sensitivity, mask, required, hint, was, fill, number } = field;
    const fresh = { id, label: words, sensitivity, mask, required, ...(hint && { hint }), was, fill, number, type, ...(type === 'code' && { options: [] }), ...(type === 'reference' && { register: '' }) };
    onChange({ ...edited, fields: edited.fields.map((one) => (one.number === field.number ? (fresh as EditedField) : one)) });
  };
  const up = () => {
    const fields = [...edited.fields];
    const [moved] = fields.splice(index, 1);
    if (moved) fields.splice(index - 1, 0, moved);
    onChange({ ...edited, fields });
  };
  const text = (part: string, value: string | number | undefined, input: { hint?: string; numeric?: boolean } = {}) => (
    <TextInput name={`${name}-${part}`} label={t(part as 'pattern')} hint={input.hint} width="m" autoComplete="off" spellCheck={false} value={value ?? ''} onChange={(event) => change({ [part]: event.target.value === '' ? undefined : input.numeric ? Number(event.target.value) || undefined : event.target.value })} />
  );
  return (
    <details id={name} open={field.was === null} className="rounded-md border border-line bg-raised px-4">
      <summary className="flex min-h-11 items-center gap-2 font-semibold">
        {t('field', { number: index + 1, label })} <code className="font-normal text-muted">{field.id}</code>
      </summary>
      <div className="flex flex-col gap-(--field-gap) pb-4">
        <TextInput name={`${name}-id`} label={t('fieldId')} hint={t('fieldIdHint')} width="m" autoComplete="off" spellCheck={false} value={field.id} onChange={(event) => change({ id: event.target.value.trim() }, renamed(edited, field.id, event.target.value.trim()))} />
        <div className="grid gap-3 md:grid-cols-3">
          {languages.map((language) => (
            <TextInput key={language} name={`${name}-label-${language}`} label={t('inLanguage', { label: t('label'), language: t(`languages.${language}`) })} width="full" value={field.label[language]} onChange={(event) => change({ label: { ...field.label, [language]: event.target.value } })} />
          ))}
        </div>
        {field.type === 'list' ? null : <Select name={`${name}-type`} label={t('type')} width="m" options={types.map((type) => ({ value: type, label: t(`types.${type}`) }))} value={field.type} onChange={(event) => retype(event.target.value)} />}
        {field.type === 'text' && (
          <div className="grid gap-3 md:grid-cols-2">
            {text('pattern', field.pattern, { hint: t('patternHint') })}
            {text('maxLength', field.maxLength, { numeric: true })}
          </div>
        )}
        {field.type === 'code' && (
          <>
            <Select name={`${name}-classifier`} label={t('classifier')} placeholder={t('own')} options={classifiers} value={field.classifier ?? ''} onChange={(event) => change(event.target.value === '' ? { classifier: undefined, options: [] } : { classifier: event.target.value, options: undefined })} />
            {field.classifier === undefined && <Textarea name={`${name}-options`} label={t('options')} hint={t('optionsHint')} rows={4} defaultValue={optionsText(field.options)} onBlur={(event) => change({ options: readOptions(event.target.value) })} />}
          </>
        )}
        {field.type === 'reference' && <Select name={`${name}-register`} label={t('register')} placeholder="" options={registers} value={field.register} onChange={(event) => change({ register: event.target.value })} />}
        <div className="grid gap-3 md:grid-cols-2">
          <Select name={`${name}-sensitivity`} label={t('sensitivity')} width="m" options={sensitivities.map((value) => ({ value, label: t(`sensitivities.${value}`) }))} value={field.sensitivity} onChange={(event) => change({ sensitivity: event.target.value })} />
          <Select name={`${name}-mask`} label={t('mask')} width="m" options={maskings.map((value) => ({ value, label: t(`masks.${value}`) }))} value={field.mask ?? 'all'} onChange={(event) => change({ mask: event.target.value })} />
        </div>
        <fieldset>
          <legend className="font-semibold">{t('flags')}</legend>
          <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
            {flags.map((flag) => (
              <label key={flag} className="flex items-center gap-2 py-1">
                <input type="checkbox" className="choice rounded-sm" checked={hasFlag(edited, field, flag)} disabled={flag === 'key' && evolving} onChange={(event) => onChange(withFlag(edited, field, flag, event.target.checked))} />
                {t(`flag.${flag}`)}
              </label>
            ))}
          </div>
        </fieldset>
        {evolving && <TextInput name={`${name}-fill`} label={t('fill')} hint={t('fillHint')} width="m" value={field.fill} onChange={(event) => change({ fill: event.target.value })} />}
        <div className="flex flex-wrap gap-2">
          {index > 0 && (
            <Button type="button" variant="quiet" fit icon="arrow-up" onClick={up}>
              {t('up', { label })}
            </Button>
          )}
          <Button type="button" variant="quiet" fit icon="trash" onClick={() => onChange(without(edited, field))}>
            {t('removeField', { label })}
          </Button>
        </div>
      </div>
    </details>
  );
}
