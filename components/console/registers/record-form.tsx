'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/button';
import { ErrorSummary, type ErrorItem } from '@/components/error-summary';
import { Radios } from '@/components/radios';
import { TextInput } from '@/components/text-input';
import { showToast } from '@/components/toast';
import type { Ground } from '@/server/registers/schema-records';
import { useFailureWords } from '../failure';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { WhenReady } from '../when-ready';
import { ListInput, ScalarInput } from './field-input';
import { changedFields, toFormValues, toSent, type FormField, type FormValues } from './form-field';
import { GroundFields, groundProblems, type GroundValues } from './ground-fields';
import { useProblemWords } from './problem-words';

type Props = {
  register: string;
  fields: FormField[];
  initial: Readonly<Record<string, unknown>>;
  /** Records have their pages below this path. */
  recordsPath: string;
  cancelPath: string;
  today: string;
  purpose: string | null;
} & ({ mode: 'create' } | { mode: 'change'; recordKey: string; revision: number; valid: { from: string; to: string | null } });

/** Enters a record, or changes one from a day on. What was typed stays until it is kept, whatever the server answers. */
export function RecordForm(props: Props) {
  const { register, fields, initial, recordsPath, cancelPath, today, purpose, mode } = props;
  const t = useTranslations('registers.form');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const router = useRouter();
  const failureWords = useFailureWords();
  const problemWords = useProblemWords(fields);
  const [start] = useState<FormValues>(() => toFormValues(fields, initial));
  const [values, setValues] = useState(start);
  const [kind, setKind] = useState<'change' | 'correction'>('change');
  const [from, setFrom] = useState(mode === 'create' ? '' : today);
  const [to, setTo] = useState('');
  const [ground, setGround] = useState<GroundValues>({ kind: '', text: '', note: '' });
  const [errors, setErrors] = useState<ErrorItem[]>([]);
  const [short, setShort] = useState<ReadonlyMap<string, string>>(new Map());
  const [failed, setFailed] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  function show(found: { name: string; message: string; short?: string }[]) {
    setErrors(found.map(({ name, message }) => ({ name, message })));
    setShort(new Map(found.map(({ name, message, short: brief }) => [name, brief ?? message])));
  }

  function send() {
    const given = { kind: ground.kind as Ground['kind'], text: ground.text };
    const shared = { register, ground: given, validFrom: from, validTo: to === '' ? null : to, ...(ground.note.trim() !== '' && { note: ground.note }) };
    if (props.mode === 'create') return client.registers.create.mutate({ ...shared, data: Object.fromEntries(fields.flatMap(({ id }) => { const value = toSent(values[id]); return value === null ? [] : [[id, value]]; })) });
    return client.registers.change.mutate({ ...shared, key: props.recordKey, revision: props.revision, changes: changedFields(fields, start, values), correction: kind === 'correction' });
  }

  async function save() {
    const found = [
      ...(mode === 'change' && Object.keys(changedFields(fields, start, values)).length === 0 ? [{ name: fields[0]?.id ?? '', message: t('errors.nothing'), short: t('errors.nothing') }] : []),
      ...(from === '' ? [{ name: 'validFrom', message: t('errors.validFrom') }] : []),
      ...(to !== '' && to <= from ? [{ name: 'validTo', message: t('errors.validTo') }] : []),
      ...groundProblems(ground, t),
    ];
    show(found);
    setFailed(null);
    if (found.length > 0) return;
    setSaving(true);
    try {
      const outcome = await send();
      if (outcome.outcome === 'refused') {
        show(outcome.problems.map((problem) => ({ name: problem.field, message: problemWords(problem).full, short: problemWords(problem).short })));
        return;
      }
      showToast(t('saved'));
      router.push(`${recordsPath}/${encodeURIComponent(outcome.key)}?${new URLSearchParams({ purpose: purpose ?? t('purposeWritten') }).toString()}`);
    } catch (problem) {
      setFailed(failureWords(problem));
    } finally {
      setSaving(false);
    }
  }

  const set = (id: string, value: FormValues[string]) => setValues((current) => ({ ...current, [id]: value }));
  return (
    <form
      noValidate
      className="max-w-3xl"
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) void save();
      }}
    >
      <WhenReady>
      <ErrorSummary title={common('errorTitle')} errors={errors} />
      <Refusal act={{ error: failed, clear: () => setFailed(null) }} />
      <div className="flex flex-col gap-(--field-gap)">
        {fields.map((field) => {
          const value = values[field.id];
          return field.type === 'list' ? (
            <ListInput key={field.id} field={field} entries={Array.isArray(value) ? value : []} onChange={(entries) => set(field.id, entries)} errors={short} />
          ) : (
            <ScalarInput key={field.id} field={field} name={field.id} value={typeof value === 'string' ? value : ''} onChange={(text) => set(field.id, text)} errors={short} />
          );
        })}
      </div>
      <section aria-labelledby="when" className="mt-8 border-t border-line pt-6">
        <h2 id="when" className="mb-4">
          {t('when')}
        </h2>
        <div className="flex flex-col gap-(--field-gap)">
          {mode === 'change' && (
            <div
              onChange={(event) => {
                const chosen = event.target instanceof HTMLInputElement && event.target.value === 'correction' ? 'correction' : 'change';
                setKind(chosen);
                setFrom(chosen === 'correction' ? props.valid.from : today);
              }}
            >
              <Radios name="kind" label={t('kind')} defaultValue={kind} options={[{ value: 'change', label: t('kinds.change'), hint: t('kinds.changeHint') }, { value: 'correction', label: t('kinds.correction'), hint: t('kinds.correctionHint') }]} />
            </div>
          )}
          <TextInput name="validFrom" type="date" width="m" label={t('validFrom')} hint={mode === 'create' ? t('validFromNew') : t('validFromHint')} value={from} onChange={(event) => setFrom(event.target.value)} error={short.get('validFrom')} errorPrefix={common('errorPrefix')} />
          <TextInput name="validTo" type="date" width="m" label={t('validTo')} hint={t('validToHint')} optional optionalLabel={common('optional')} value={to} onChange={(event) => setTo(event.target.value)} error={short.get('validTo')} errorPrefix={common('errorPrefix')} />
          <GroundFields value={ground} onChange={setGround} errors={short} />
        </div>
      </section>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button disabled={saving}>{saving ? t('saving') : t('save')}</Button>
        <ButtonLink variant="quiet" href={cancelPath}>
          {common('cancel')}
        </ButtonLink>
      </div>
      </WhenReady>
    </form>
  );
}
