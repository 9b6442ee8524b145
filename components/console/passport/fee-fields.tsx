'use client';

import { useTranslations } from 'next-intl';
import { TextInput } from '@/components/text-input';
import { newKey, noTexts, type FeeLine, type PassportForm } from './form';
import { LineList } from './line-list';
import { LocalizedField, TextsInputs, useFieldError } from './localized-field';

type Fee = PassportForm['fee'];

/** Amounts of a fee; none means free of charge unless it varies. */
export function FeeFields({ fee, onChange }: { fee: Fee; onChange: (fee: Fee) => void }) {
  const t = useTranslations('console.editor');
  const only = fee.items.length <= 1;
  return (
    <>
      <LineList
        id="fee-items"
        title={t('fields.fee')}
        hint={t('hints.fee')}
        items={fee.items}
        onChange={(items) => onChange({ ...fee, items })}
        make={(): FeeLine => ({ key: newKey(), label: noTexts, unit: 'bhm', amount: '' })}
        addLabel={t('add.fee')}
        lineLabel={(position) => t('line.fee', { position })}
      >
        {(line, id, update) => (
          <div className="flex flex-col gap-3">
            <div className="flex flex-wrap items-end gap-3">
              <Amount id={`${id}-amount`} value={line.amount} onChange={(amount) => update({ ...line, amount })} />
              <label>
                <span className="block font-semibold">{t('fee.unit')}</span>
                <select value={line.unit} onChange={(event) => update({ ...line, unit: event.target.value === 'bhm' ? 'bhm' : 'soum' })} className="control select mt-1 w-auto">
                  <option value="bhm">{t('fee.bhm')}</option>
                  <option value="soum">{t('fee.soum')}</option>
                </select>
              </label>
            </div>
            <div>
              <p className="text-muted">{only ? t('fee.labelOptional') : t('fee.label')}</p>
              <TextsInputs id={`${id}-label`} texts={line.label} onChange={(label) => update({ ...line, label })} rows={1} />
            </div>
          </div>
        )}
      </LineList>
      <label className="flex min-h-9 items-center gap-2">
        <input type="checkbox" checked={fee.varies} onChange={(event) => onChange({ ...fee, varies: event.target.checked })} className="choice my-0! rounded-sm" />
        {t('fee.varies')}
      </label>
      <LocalizedField id="fee-note" label={t('fee.note')} optional texts={fee.note} onChange={(note) => onChange({ ...fee, note })} />
    </>
  );
}

function Amount({ id, value, onChange }: { id: string; value: string; onChange: (value: string) => void }) {
  const t = useTranslations('console.editor');
  const common = useTranslations('common.form');
  return <TextInput name={id} label={t('fee.amount')} value={value} onChange={(event) => onChange(event.target.value)} inputMode="decimal" autoComplete="off" width="s" error={useFieldError(id)} errorPrefix={common('errorPrefix')} />;
}
