'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { audiences, channels } from '@/server/catalogue/schema';
import { TextInput } from '@/components/text-input';
import { Textarea } from '@/components/textarea';
import { languageName } from './difference-view';
import { FeeFields } from './fee-fields';
import { newKey, noTexts, type Line, type PassportForm } from './form';
import { LineList } from './line-list';
import { LocalizedField, TextsInputs, useFieldError } from './localized-field';
import { Ticks } from './ticks';

export type SectionProps = { form: PassportForm; set: (change: Partial<PassportForm>) => void };

const newLine = (): Line => ({ key: newKey(), text: noTexts });

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="border-t-2 border-line pt-5">
      <h2 id={id} className="mb-4">
        {title}
      </h2>
      <div className="flex flex-col gap-6">{children}</div>
    </section>
  );
}

function TextLines({ field, form, set }: SectionProps & { field: 'eligibility' | 'steps' | 'refusalGrounds' }) {
  const t = useTranslations('console.editor');
  return (
    <LineList id={field} title={t(`fields.${field}`)} hint={t(`hints.${field}`)} items={form[field]} onChange={(lines) => set({ [field]: lines })} make={newLine} addLabel={t(`add.${field}`)} lineLabel={(position) => t(`line.${field}`, { position })}>
      {(line, id, update) => <TextsInputs id={id} texts={line.text} onChange={(text) => update({ ...line, text })} />}
    </LineList>
  );
}

export function MainPart({ form, set }: SectionProps) {
  const t = useTranslations('console.editor');
  const audience = useTranslations('catalogue.audience');
  return (
    <Part id="part-main" title={t('parts.main')}>
      <LocalizedField id="title" label={t('fields.title')} hint={t('hints.title')} texts={form.title} onChange={(title) => set({ title })} rows={1} />
      <LocalizedField id="summary" label={t('fields.summary')} hint={t('hints.summary')} texts={form.summary} onChange={(summary) => set({ summary })} />
      <Ticks id="audiences" legend={t('fields.audiences')} options={audiences.map((value) => ({ value, label: audience(value) }))} chosen={form.audiences} onChange={(chosen) => set({ audiences: chosen })} />
      <TextLines field="eligibility" form={form} set={set} />
    </Part>
  );
}

export function ProcedurePart({ form, set }: SectionProps) {
  const t = useTranslations('console.editor');
  const channel = useTranslations('catalogue.channel');
  return (
    <Part id="part-procedure" title={t('parts.procedure')}>
      <LineList
        id="requirements"
        title={t('fields.requirements')}
        hint={t('hints.requirements')}
        items={form.requirements}
        onChange={(requirements) => set({ requirements })}
        make={() => ({ ...newLine(), source: 'applicant' as const })}
        addLabel={t('add.requirements')}
        lineLabel={(position) => t('line.requirements', { position })}
      >
        {(line, id, update) => (
          <div className="flex flex-col gap-2">
            <TextsInputs id={`${id}-text`} texts={line.text} onChange={(text) => update({ ...line, text })} />
            <label className="flex flex-wrap items-center gap-2">
              <span className="text-muted">{t('source.label')}</span>
              <select value={line.source} onChange={(event) => update({ ...line, source: event.target.value === 'exchange' ? 'exchange' : 'applicant' })} className="control select w-auto">
                <option value="applicant">{t('source.applicant')}</option>
                <option value="exchange">{t('source.exchange')}</option>
              </select>
            </label>
          </div>
        )}
      </LineList>
      <TextLines field="steps" form={form} set={set} />
      <Ticks id="channels" legend={t('fields.channels')} options={channels.map((value) => ({ value, label: channel(value) }))} chosen={form.channels} onChange={(chosen) => set({ channels: chosen })} />
    </Part>
  );
}

export function TermsPart({ form, set }: SectionProps) {
  const t = useTranslations('console.editor');
  const common = useTranslations('common.form');
  const daysError = useFieldError('workingDays');
  return (
    <Part id="part-terms" title={t('parts.terms')}>
      <FeeFields fee={form.fee} onChange={(fee) => set({ fee })} />
      <TextInput
        name="workingDays"
        label={t('fields.workingDays')}
        hint={t('hints.workingDays')}
        width="xs"
        inputMode="numeric"
        autoComplete="off"
        value={form.workingDays}
        onChange={(event) => set({ workingDays: event.target.value })}
        error={daysError}
        errorPrefix={common('errorPrefix')}
        optional
        optionalLabel={common('optional')}
      />
      <LocalizedField id="deadlineNote" label={t('fields.deadlineNote')} optional texts={form.deadlineNote} onChange={(deadlineNote) => set({ deadlineNote })} />
    </Part>
  );
}

export function ResultPart({ form, set }: SectionProps) {
  const t = useTranslations('console.editor');
  return (
    <Part id="part-result" title={t('parts.result')}>
      <LocalizedField id="result" label={t('fields.result')} texts={form.result} onChange={(result) => set({ result })} rows={1} />
      <LocalizedField id="resultValidity" label={t('fields.resultValidity')} hint={t('hints.resultValidity')} optional texts={form.resultValidity} onChange={(resultValidity) => set({ resultValidity })} rows={1} />
      <TextLines field="refusalGrounds" form={form} set={set} />
    </Part>
  );
}

export function LawPart({ form, set }: SectionProps) {
  const t = useTranslations('console.editor');
  return (
    <Part id="part-law" title={t('parts.law')}>
      <LineList
        id="legalBasis"
        title={t('fields.legalBasis')}
        items={form.legalBasis}
        onChange={(legalBasis) => set({ legalBasis })}
        make={() => ({ key: newKey(), title: noTexts, number: '', date: '', url: '' })}
        addLabel={t('add.legalBasis')}
        lineLabel={(position) => t('line.legalBasis', { position })}
      >
        {(law, id, update) => (
          <div className="flex flex-col gap-2">
            <TextsInputs id={`${id}-title`} texts={law.title} onChange={(title) => update({ ...law, title })} />
            <div className="grid gap-3 sm:grid-cols-[10rem_10rem_1fr]">
              <Small id={`${id}-number`} label={t('law.number')} value={law.number} placeholder="VMQ-728" onChange={(number) => update({ ...law, number })} />
              <Small id={`${id}-date`} type="date" label={t('law.date')} value={law.date} onChange={(date) => update({ ...law, date })} />
              <Small id={`${id}-url`} type="url" label={t('law.url')} value={law.url} placeholder="https://lex.uz/docs/…" onChange={(url) => update({ ...law, url })} />
            </div>
          </div>
        )}
      </LineList>
    </Part>
  );
}

function Small({ id, label, value, onChange, ...input }: { id: string; label: string; value: string; onChange: (value: string) => void; type?: string; placeholder?: string }) {
  const common = useTranslations('common.form');
  return <TextInput name={id} label={label} value={value} onChange={(event) => onChange(event.target.value)} width="full" autoComplete="off" error={useFieldError(id)} errorPrefix={common('errorPrefix')} optional {...input} />;
}

export function SearchPart({ form, set }: SectionProps) {
  const t = useTranslations('console.editor');
  const common = useTranslations('common.form');
  const errors = { uz: useFieldError('keywords-uz'), ru: useFieldError('keywords-ru'), en: useFieldError('keywords-en') };
  return (
    <Part id="part-search" title={t('parts.search')}>
      <fieldset className="min-w-0">
        <legend className="font-semibold">{t('fields.keywords')}</legend>
        <p className="mt-1 max-w-prose text-muted">{t('hints.keywords')}</p>
        <div className="mt-2 grid gap-3 lg:grid-cols-3">
          {(['uz', 'ru', 'en'] as const).map((language) => (
            <Textarea
              key={language}
              name={`keywords-${language}`}
              label={languageName(language)}
              lang={language}
              rows={6}
              value={form.keywords[language]}
              onChange={(event) => set({ keywords: { ...form.keywords, [language]: event.target.value } })}
              error={errors[language]}
              errorPrefix={common('errorPrefix')}
            />
          ))}
        </div>
      </fieldset>
    </Part>
  );
}
