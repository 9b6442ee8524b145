'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Textarea } from '@/components/textarea';
import { roleRevocationSchema } from '@/server/identity/schema';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

/** Takes a role away, after a question and the ground for it. */
export function RevokeRole({ assignmentId, name, role }: { assignmentId: string; name: string; role: string }) {
  const t = useTranslations('console.staff');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  const act = useAct((reason: string) => client.identity.revokeRole.mutate({ assignmentId, reason }), { done: () => t('revoked'), after: () => setOpen(false) });
  const submit = (data: FormData) => {
    const read = roleRevocationSchema.shape.reason.safeParse(textOf(data, 'reason'));
    setError(read.success ? undefined : t('errors.reason'));
    if (read.success) act.run(read.data);
    else focusFirst(['reason']);
  };
  return (
    <>
      <Button type="button" variant="quiet" fit onClick={() => setOpen(true)}>
        {t('revoke')}
        <span className="sr-only">: {`${name}, ${role}`}</span>
      </Button>
      {open && (
        <ActForm id={`revoke-${assignmentId}`} title={t('revokeTitle')} act={act} submit={{ label: t('revokeConfirm'), danger: true }} onSubmit={submit} onClose={() => setOpen(false)}>
          <p>{t('revokeText', { name, role })}</p>
          <Textarea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} error={error} errorPrefix={common('errorPrefix')} />
        </ActForm>
      )}
    </>
  );
}
