'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Select, type SelectOption } from '@/components/select';
import { TextInput } from '@/components/text-input';
import { Textarea } from '@/components/textarea';
import { roleGrantSchema } from '@/server/identity/schema';
import { ActForm, focusFirst, textOf } from '../case/act-form';
import { useTRPCClient } from '../trpc';
import { useAct } from '../use-act';

type Props = { roles: readonly SelectOption[]; agencies: readonly SelectOption[] };
type FieldName = 'pinfl' | 'role' | 'agencyId' | 'reason';

/** Gives somebody a role, after their PINFL and the ground for it. */
export function GrantRole({ roles, agencies }: Props) {
  const t = useTranslations('console.staff');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState('');
  const [errors, setErrors] = useState<Partial<Record<FieldName, string>>>({});
  const close = () => {
    setOpen(false);
    setRole('');
    setErrors({});
  };
  const act = useAct((input: Parameters<typeof client.identity.grantRole.mutate>[0]) => client.identity.grantRole.mutate(input), { done: () => t('granted'), after: close });
  const ofAgency = role.startsWith('agency_');
  const submit = (data: FormData) => {
    const agencyId = ofAgency ? textOf(data, 'agencyId') : null;
    const read = roleGrantSchema.safeParse({ pinfl: textOf(data, 'pinfl').replace(/\s/g, ''), role, agencyId, reason: textOf(data, 'reason') });
    const wrong = new Set(read.error?.issues.map(({ path }) => path[0]));
    const found = Object.fromEntries((['pinfl', 'role', 'agencyId', 'reason'] as const).filter((name) => wrong.has(name)).map((name) => [name, t(`errors.${name}`)]));
    setErrors(found);
    if (read.success) act.run(read.data);
    else focusFirst(Object.keys(found));
  };
  const errorPrefix = common('errorPrefix');
  return (
    <>
      <Button type="button" icon="plus" onClick={() => setOpen(true)}>
        {t('grant')}
      </Button>
      {open && (
        <ActForm id="grant" title={t('grant')} act={act} submit={{ label: t('grantConfirm') }} onSubmit={submit} onClose={close}>
          <TextInput name="pinfl" label={t('pinfl')} hint={t('pinflHint')} inputMode="numeric" autoComplete="off" width="m" error={errors.pinfl} errorPrefix={errorPrefix} />
          <Select name="role" label={t('role')} placeholder={t('chooseRole')} options={roles} value={role} onChange={(event) => setRole(event.target.value)} error={errors.role} errorPrefix={errorPrefix} />
          {ofAgency && <Select name="agencyId" label={t('agency')} placeholder={t('chooseAgency')} options={agencies} defaultValue={agencies.length === 1 ? agencies[0]?.value : ''} error={errors.agencyId} errorPrefix={errorPrefix} />}
          <Textarea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} error={errors.reason} errorPrefix={errorPrefix} />
        </ActForm>
      )}
    </>
  );
}
