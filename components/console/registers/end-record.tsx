'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { TextInput } from '@/components/text-input';
import type { Ground } from '@/server/registers/schema-records';
import { ActForm, focusFirst } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { GroundFields, groundProblems, type GroundValues } from './ground-fields';

type Props = { register: string; recordKey: string; revision: number; title: string; today: string };
const empty: GroundValues = { kind: '', text: '', note: '' };

/** Ends the validity of a record: nothing is deleted, and what it was stays. */
export function EndRecord({ register, recordKey, revision, title, today }: Props) {
  const t = useTranslations('registers.form');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState(today);
  const [ground, setGround] = useState(empty);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const close = () => {
    setOpen(false);
    setGround(empty);
    setErrors(new Map());
  };
  const act = useAct((input: Parameters<typeof client.registers.end.mutate>[0]) => client.registers.end.mutate(input), { done: () => t('ended'), after: close });
  const submit = () => {
    const found = [...(day === '' ? [{ name: 'endFrom', message: t('errors.validFrom') }] : []), ...groundProblems(ground, t)];
    setErrors(new Map(found.map(({ name, message }) => [name, message])));
    if (found.length > 0) focusFirst(found.map(({ name }) => name));
    else act.run({ register, key: recordKey, revision, validFrom: day, ground: { kind: ground.kind as Ground['kind'], text: ground.text }, ...(ground.note.trim() !== '' && { note: ground.note }) });
  };
  return (
    <>
      <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
        {t('end')}
      </Button>
      {open && (
        <ActForm id="end-record" title={t('endTitle', { record: title })} act={act} submit={{ label: t('endConfirm'), danger: true }} onSubmit={submit} onClose={close}>
          <p className="max-w-prose">{t('endText')}</p>
          <TextInput name="endFrom" type="date" width="m" label={t('endFrom')} value={day} onChange={(event) => setDay(event.target.value)} error={errors.get('endFrom')} errorPrefix={common('errorPrefix')} />
          <GroundFields value={ground} onChange={setGround} errors={errors} />
        </ActForm>
      )}
    </>
  );
}
