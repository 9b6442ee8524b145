'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { ErrorSummary, type ErrorItem } from '@/components/error-summary';
import { Select } from '@/components/select';
import { showToast } from '@/components/toast';
import type { Ground } from '@/server/registers/schema-records';
import { useFailureWords } from '../failure';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { WhenReady } from '../when-ready';
import { GroundFields, groundProblems, type GroundValues } from './ground-fields';
import { useProblemWords } from './problem-words';
import type { FormField } from './form-field';

export type ComparedField = { id: string; label: string; values: [ReactNode, ReactNode]; differs: boolean };
type Props = { register: string; duplicateId: string; keys: [string, string]; revisions: [number, number]; keyField: string; fields: ComparedField[]; formFields: FormField[]; listPath: string; recordsPath: string };

/** Two records side by side: which stays, which values it takes from the other, and on which ground; or that they are two subjects. */
export function MergeForm({ register, duplicateId, keys, revisions, keyField, fields, formFields, listPath, recordsPath }: Props) {
  const t = useTranslations('registers.merging');
  const form = useTranslations('registers.form');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const router = useRouter();
  const words = useFailureWords();
  const problemWords = useProblemWords(formFields);
  const [stays, setStays] = useState(0);
  const [take, setTake] = useState<ReadonlySet<string>>(new Set());
  const [ground, setGround] = useState<GroundValues>({ kind: '', text: '', note: '' });
  const [errors, setErrors] = useState<ErrorItem[]>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  async function run(work: () => Promise<void>) {
    setSending(true);
    setFailed(null);
    try {
      await work();
    } catch (problem) {
      setFailed(words(problem));
    } finally {
      setSending(false);
    }
  }

  const merge = () => run(async () => {
    const found = groundProblems(ground, form);
    setErrors(found);
    if (found.length > 0) return;
    const gone = 1 - stays;
    const outcome = await client.registers.merge.mutate({ register, from: keys[gone] ?? '', fromRevision: revisions[gone] ?? 0, into: keys[stays] ?? '', intoRevision: revisions[stays] ?? 0, take: [...take], ground: { kind: ground.kind as Ground['kind'], text: ground.text } });
    if (outcome.outcome === 'refused') {
      setErrors(outcome.problems.map((problem) => ({ name: `take-${problem.field.split('.')[0] ?? ''}`, message: problemWords(problem).full })));
      return;
    }
    showToast(t('merged'));
    router.push(`${recordsPath}/${encodeURIComponent(keys[stays] ?? '')}?${new URLSearchParams({ purpose: t('title'), view: 'history' }).toString()}`);
  });
  const apart = () => run(async () => {
    await client.registers.keepApart.mutate({ id: duplicateId });
    showToast(t('apartDone'));
    router.push(listPath);
  });
  const short = new Map(errors.flatMap(({ name, message }) => (name === undefined ? [] : [[name, message]])));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) void merge();
      }}
    >
      <WhenReady>
        <ErrorSummary title={common('errorTitle')} errors={errors} />
        <Refusal act={{ error: failed, clear: () => setFailed(null) }} />
        <Select name="stays" label={t('stays')} width="m" options={keys.map((key, index) => ({ value: String(index), label: key }))} value={String(stays)} onChange={(event) => { setStays(Number(event.target.value)); setTake(new Set()); }} />
        <div className="mt-6 overflow-x-auto" tabIndex={0} role="group" aria-label={t('compareTitle')}>
          <table className="w-full border-collapse text-left">
            <thead>
              <tr className="border-b-2 border-line-strong">
                <th scope="col" className="py-2 pr-4 font-semibold">{t('field')}</th>
                {keys.map((key) => (
                  <th key={key} scope="col" className="py-2 pr-4 font-semibold tabular-nums">{key}</th>
                ))}
                <th scope="col" className="py-2 font-semibold">{t('which')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ id, label, values, differs }) => (
                <tr key={id} className={differs ? 'border-b border-line bg-warning-soft' : 'border-b border-line'}>
                  <th scope="row" className="py-2 pr-4 align-top font-normal">
                    {label}
                    {differs && <span className="block text-[0.875em] font-semibold text-warning">{t('differs')}</span>}
                  </th>
                  {values.map((value, index) => (
                    <td key={index} className="py-2 pr-4 align-top">{value}</td>
                  ))}
                  <td className="py-2 align-top">
                    {differs && id !== keyField && (
                      <label className="flex items-center gap-2">
                        <input type="checkbox" id={`take-${id}`} className="choice rounded-sm" checked={take.has(id)} onChange={(event) => setTake((current) => (event.target.checked ? new Set([...current, id]) : new Set([...current].filter((one) => one !== id))))} />
                        {t('takeOther')}
                        <span className="sr-only">: {label}</span>
                      </label>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="mt-6 flex max-w-2xl flex-col gap-(--field-gap)">
          <GroundFields value={ground} onChange={setGround} errors={short} noNote />
          <div className="flex flex-wrap gap-3">
            <Button disabled={sending}>{t('merge')}</Button>
            <Button type="button" variant="secondary" disabled={sending} onClick={() => void apart()}>
              {t('apart')}
            </Button>
          </div>
        </div>
      </WhenReady>
    </form>
  );
}
