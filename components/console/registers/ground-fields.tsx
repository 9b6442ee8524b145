'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/select';
import { TextInput } from '@/components/text-input';
import { Textarea } from '@/components/textarea';
import { groundKinds } from '@/server/registers/schema-records';

export type GroundValues = { kind: string; text: string; note: string };
type Props = { value: GroundValues; onChange: (value: GroundValues) => void; errors: ReadonlyMap<string, string>; /** Where there is nothing to add. */ noNote?: boolean };

/** Every writing states its ground: which document, decision or event. */
export function GroundFields({ value, onChange, errors, noNote }: Props) {
  const t = useTranslations('registers.form');
  const common = useTranslations('common.form');
  const errorPrefix = common('errorPrefix');
  return (
    <>
      <Select name="groundKind" label={t('groundKind')} placeholder={t('choose')} width="m" options={groundKinds.map((kind) => ({ value: kind, label: t(`grounds.${kind}`) }))} value={value.kind} onChange={(event) => onChange({ ...value, kind: event.target.value })} error={errors.get('groundKind')} errorPrefix={errorPrefix} />
      <TextInput name="groundText" label={t('groundText')} hint={t('groundTextHint')} maxLength={300} value={value.text} onChange={(event) => onChange({ ...value, text: event.target.value })} error={errors.get('groundText')} errorPrefix={errorPrefix} />
      {!noNote && <Textarea name="note" label={t('note')} optional optionalLabel={common('optional')} rows={2} value={value.note} onChange={(event) => onChange({ ...value, note: event.target.value })} />}
    </>
  );
}

/** What is missing of a ground. */
export function groundProblems(value: GroundValues, t: (key: 'errors.groundKind' | 'errors.groundText') => string): { name: string; message: string }[] {
  return [...(value.kind === '' ? [{ name: 'groundKind', message: t('errors.groundKind') }] : []), ...(value.text.trim().length < 3 ? [{ name: 'groundText', message: t('errors.groundText') }] : [])];
}
