'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { TextInput } from '@/components/text-input';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';
import { SecretDialog } from './secret-dialog';

/** A new secret for a system, or its end. */
export function ClientActs({ id, code, name }: { id: string; code: string; name: string }) {
  const t = useTranslations('registers.clients');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState<'renew' | 'disable' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const close = () => {
    setOpen(null);
    setWrong(false);
  };
  const renew = useAct((reason: string) => client.registers.renewSecret.mutate({ id, reason }), { done: () => t('renew'), after: (output) => { setSecret(output.secret); close(); } });
  const disable = useAct((reason: string) => client.registers.disableClient.mutate({ id, reason }), { done: () => t('disabledDone'), after: close });
  const submit = (data: FormData) => {
    const reason = textOf(data, 'reason');
    setWrong(reason.length < 3);
    if (reason.length < 3) focusFirst(['reason']);
    else (open === 'renew' ? renew : disable).run(reason);
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="button" variant="secondary" fit onClick={() => setOpen('renew')} aria-label={t('renewTitle', { name })}>
        {t('renew')}
      </Button>
      <Button type="button" variant="quiet" fit onClick={() => setOpen('disable')} aria-label={t('disableTitle', { name })}>
        {t('disable')}
      </Button>
      {open && (
        <ActForm id={`client-${open}`} title={t(`${open}Title`, { name })} act={open === 'renew' ? renew : disable} submit={{ label: t(open), danger: open === 'disable' }} onSubmit={submit} onClose={close}>
          <p className="max-w-prose">{t(`${open}Text`)}</p>
          <TextInput name="reason" label={t('reason')} error={wrong ? t('errors.reason') : undefined} errorPrefix={common('errorPrefix')} />
        </ActForm>
      )}
      {secret !== null && <SecretDialog code={code} secret={secret} onClose={() => setSecret(null)} />}
    </div>
  );
}
