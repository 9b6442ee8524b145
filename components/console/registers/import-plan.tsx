'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/button';
import { ErrorSummary, type ErrorItem } from '@/components/error-summary';
import type { SelectOption } from '@/components/select';
import { TextInput } from '@/components/text-input';
import type { Ground } from '@/server/registers/schema-records';
import { useFailureWords } from '../failure';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { WhenReady } from '../when-ready';
import { GroundFields, groundProblems, type GroundValues } from './ground-fields';

type Props = { id: string; revision: number; header: string[]; mapping: string[]; sample: string[][]; fields: SelectOption[]; validFrom: string; ground: { kind: string; text: string }; again: boolean };

/** Which column is which field, from when the rows hold and on which ground; then the check. */
export function ImportPlan({ id, revision, header, mapping: first, sample, fields, validFrom: firstDay, ground: firstGround, again }: Props) {
  const t = useTranslations('registers.importer');
  const form = useTranslations('registers.form');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const router = useRouter();
  const words = useFailureWords();
  const [mapping, setMapping] = useState(() => header.map((_, index) => first[index] ?? ''));
  const [day, setDay] = useState(firstDay);
  const [ground, setGround] = useState<GroundValues>({ ...firstGround, note: '' });
  const [errors, setErrors] = useState<ErrorItem[]>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const labelOf = (field: string) => fields.find(({ value }) => value === field)?.label ?? field;

  async function check() {
    const found = [...(day === '' ? [{ name: 'importValidFrom', message: form('errors.validFrom') }] : []), ...groundProblems(ground, form)];
    setErrors(found);
    setFailed(null);
    if (found.length > 0) return;
    setSending(true);
    try {
      const outcome = await client.registers.planImport.mutate({ id, revision, mapping, validFrom: day, ground: { kind: ground.kind as Ground['kind'], text: ground.text } });
      if (outcome.outcome === 'refused') setErrors(outcome.problems.map(({ reason, field }) => ({ name: 'column-0', message: t(`mapping.${reason}`, { field: labelOf(field) }) })));
      else router.refresh();
    } catch (problem) {
      setFailed(words(problem));
    } finally {
      setSending(false);
    }
  }

  const short = new Map(errors.flatMap(({ name, message }) => (name === undefined ? [] : [[name, message]])));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) void check();
      }}
    >
      <WhenReady>
      <ErrorSummary title={common('errorTitle')} errors={errors} />
      <Refusal act={{ error: failed, clear: () => setFailed(null) }} />
      <h2 className="mb-1">{t('columns')}</h2>
      <p className="mb-4 max-w-prose text-muted">{t('columnsLead')}</p>
      <div className="mb-8 overflow-x-auto" tabIndex={0} role="group" aria-label={t('columns')}>
        <table className="border-collapse text-left">
          <thead>
            <tr className="border-b-2 border-line-strong">
              <th scope="col" className="py-2 pr-4 font-semibold">{t('column')}</th>
              <th scope="col" className="py-2 pr-4 font-semibold">{t('field')}</th>
              <th scope="col" className="py-2 font-semibold">{t('sample')}</th>
            </tr>
          </thead>
          <tbody>
            {header.map((name, index) => (
              <tr key={index} className="border-b border-line">
                <th scope="row" className="max-w-60 py-2 pr-4 font-normal wrap-anywhere">
                  <label htmlFor={`column-${index}`}>{name === '' ? `${index + 1}` : name}</label>
                </th>
                <td className="py-2 pr-4">
                  <select id={`column-${index}`} value={mapping[index]} onChange={(event) => setMapping((current) => current.map((field, at) => (at === index ? event.target.value : field)))} className="control select min-w-56">
                    <option value="">{t('leaveOut')}</option>
                    {fields.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="max-w-96 py-2 text-muted wrap-anywhere">{sample.slice(0, 3).map((cells) => cells[index] ?? '').filter((text) => text !== '').join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex max-w-2xl flex-col gap-(--field-gap)">
        <TextInput name="importValidFrom" type="date" width="m" label={t('validFrom')} hint={t('validFromHint')} value={day} onChange={(event) => setDay(event.target.value)} error={short.get('importValidFrom')} errorPrefix={common('errorPrefix')} />
        <GroundFields value={ground} onChange={setGround} errors={short} noNote />
        <div>
          <Button disabled={sending}>{again ? t('checkAgain') : t('check')}</Button>
        </div>
      </div>
      </WhenReady>
    </form>
  );
}
