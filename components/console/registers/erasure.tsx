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

/** Proposes to erase the personal data of a record. */
export function ProposeErasure({ register, recordKey }: { register: string; recordKey: string }) {
  const t = useTranslations('registers.erasures');
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
  const act = useAct((given: Ground) => client.registers.proposeErasure.mutate({ register, key: recordKey, ground: given }), { done: () => t('proposed'), after: close });
  const submit = () => {
    const found = groundProblems(ground, form);
    setErrors(new Map(found.map(({ name, message }) => [name, message])));
    if (found.length > 0) focusFirst(found.map(({ name }) => name));
    else act.run({ kind: ground.kind as Ground['kind'], text: ground.text });
  };
  return (
    <>
      <Button type="button" variant="quiet" icon="trash" onClick={() => setOpen(true)}>
        {t('propose')}
      </Button>
      {open && (
        <ActForm id="propose-erasure" title={t('propose')} act={act} submit={{ label: t('propose'), danger: true }} onSubmit={submit} onClose={close}>
          <p className="max-w-prose">{t('proposeText')}</p>
          <GroundFields value={ground} onChange={setGround} errors={errors} noNote />
        </ActForm>
      )}
    </>
  );
}

/** Erases for good, or rejects the proposal. */
export function DecideErasure({ id, recordKey }: { id: string; recordKey: string }) {
  const t = useTranslations('registers.erasures');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const act = useAct((outcome: 'erased' | 'rejected') => client.registers.decideErasure.mutate({ id, outcome }), { done: () => t('done'), after: () => setOpen(false) });
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="button" variant="secondary" fit onClick={() => setOpen(true)} aria-label={`${t('erase')}: ${recordKey}`}>
        {t('erase')}
      </Button>
      <Button type="button" variant="quiet" fit disabled={act.pending} onClick={() => act.run('rejected')} aria-label={`${t('reject')}: ${recordKey}`}>
        {t('reject')}
      </Button>
      {open && (
        <ActForm id={`erase-${id}`} title={t('eraseTitle')} act={act} submit={{ label: t('erase'), danger: true }} onSubmit={() => act.run('erased')} onClose={() => setOpen(false)}>
          <p className="max-w-prose">{t('proposeText')}</p>
        </ActForm>
      )}
    </div>
  );
}
