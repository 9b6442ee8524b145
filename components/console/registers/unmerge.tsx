'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import type { Ground } from '@/server/registers/schema-records';
import { ActForm, focusFirst } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { GroundFields, groundProblems, type GroundValues } from './ground-fields';

const empty: GroundValues = { kind: '', text: '', note: '' };

/** Takes a merge back. */
export function Unmerge({ register, recordKey }: { register: string; recordKey: string }) {
  const t = useTranslations('registers.merging');
  const form = useTranslations('registers.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [ground, setGround] = useState(empty);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const close = () => {
    setOpen(false);
    setGround(empty);
    setErrors(new Map());
  };
  const act = useAct((given: Ground) => client.registers.unmerge.mutate({ register, key: recordKey, ground: given }), { done: () => t('unmerged'), after: close });
  const submit = () => {
    const found = groundProblems(ground, form);
    setErrors(new Map(found.map(({ name, message }) => [name, message])));
    if (found.length > 0) focusFirst(found.map(({ name }) => name));
    else act.run({ kind: ground.kind as Ground['kind'], text: ground.text });
  };
  return (
    <>
      <Button type="button" variant="secondary" fit onClick={() => setOpen(true)} aria-label={t('unmergeTitle', { key: recordKey })}>
        {t('unmerge')}
      </Button>
      {open && (
        <ActForm id="unmerge" title={t('unmergeTitle', { key: recordKey })} act={act} submit={{ label: t('unmerge') }} onSubmit={submit} onClose={close}>
          <p className="max-w-prose">{t('unmergeText')}</p>
          <GroundFields value={ground} onChange={setGround} errors={errors} noNote />
        </ActForm>
      )}
    </>
  );
}
