'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { TextInput } from '@/components/text-input';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

/** Takes a right away, with effect from the next reading. */
export function RevokeRight({ id, holder }: { id: string; holder: string }) {
  const t = useTranslations('registers.rights');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState(false);
  const close = () => {
    setOpen(false);
    setWrong(false);
  };
  const act = useAct((reason: string) => client.registers.revokeRight.mutate({ id, reason }), { done: () => t('revoked'), after: close });
  const submit = (data: FormData) => {
    const reason = textOf(data, 'reason');
    setWrong(reason.length < 3);
    if (reason.length < 3) focusFirst(['reason']);
    else act.run(reason);
  };
  return (
    <>
      <Button type="button" variant="quiet" fit onClick={() => setOpen(true)} aria-label={t('revokeTitle', { holder })}>
        {t('revoke')}
      </Button>
      {open && (
        <ActForm id="revoke-right" title={t('revokeTitle', { holder })} act={act} submit={{ label: t('revoke'), danger: true }} onSubmit={submit} onClose={close}>
          <TextInput name="reason" label={t('reason')} error={wrong ? t('errors.reason') : undefined} errorPrefix={common('errorPrefix')} />
        </ActForm>
      )}
    </>
  );
}
